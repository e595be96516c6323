import { expect } from 'chai';
import { createGuide } from '../../dialogs/guide.ts';
import type { Organisation } from '../../src/directory/organisation.ts';
import { createSearch } from '../../src/directory/search.ts';
import { guide } from '../conversation.ts';
import { makeDirectory, makeOrganisation } from '../directory/factories.ts';
import { linksIn, type SiteServer, startSite } from './siteServer.ts';

const SCRIPT = `"'><script>alert(1)</script><img src=x onerror=alert(2)></title></script>`;
const ADDRESS = 'javascript:alert(3)';

/** Every text and address that an entry can set, each an attack. The schema forbids them; the pages do not rely on it. */
const hostile = makeOrganisation({
  id: 'hostile',
  name: SCRIPT,
  nameOnPage: `${SCRIPT}page`,
  formerNames: [`${SCRIPT}former`],
  abbreviations: [`${SCRIPT}short`],
  aliases: [SCRIPT],
  section: 'other',
  list: 'society',
  status: 'renamed',
  statusNote: SCRIPT,
  successor: { name: SCRIPT, url: ADDRESS, note: SCRIPT },
  url: ADDRESS,
  links: {
    patientInfo: 'data:text/html,<script>alert(4)</script>',
    contact: `https://x.example/${SCRIPT}`,
    members: 'http://x.example/',
  },
  memberInfo: SCRIPT,
  helplines: [{ number: SCRIPT, country: 'DE', source: null, sourceDate: null, confirmedOn: null }],
  cancerNote: SCRIPT,
  topics: [SCRIPT as never, 'information'],
  countries: [],
  region: null,
  commercial: true,
  commercialNote: SCRIPT,
  descriptions: { en: SCRIPT },
  lastSign: SCRIPT,
  verifiedOn: SCRIPT,
  languages: ['en'],
  alternatives: ['ended'],
});
const ended: Organisation = {
  ...hostile,
  id: 'ended',
  status: 'closed',
  linkAdvice: 'do-not-link',
  url: 'http://gone.example/',
  alternatives: ['hostile'],
  topics: ['information'],
};
const moved: Organisation = { ...hostile, id: 'moved', linkAdvice: 'link-successor', topics: ['information'] };

/** Signs that an attack is more than text: each stands for markup that our own pages never have. */
const RUNS = /<script>|<img src=x|"'>|<\/title><|href="(?:javascript|data|http):/i;

describe('an entry of the directory that attacks', () => {
  let site: SiteServer;
  before(async () => {
    const directory = makeDirectory([{ ...hostile, topics: ['information'] }, ended, moved]);
    const society = { name: SCRIPT, url: null, email: SCRIPT, phone: SCRIPT };
    const parts = {
      understand: guide.understand,
      tellsDanger: guide.tellsDanger,
      directory,
      search: createSearch(directory),
      language: guide.language,
      languages: guide.languages,
      cancerTypes: directory.cancerTypes,
      descriptions: {},
      notes: {},
      messages: guide.messages,
    };
    site = await startSite(createGuide({ ...parts, society }));
  });
  after(() => site.close());

  for (const path of [
    '/',
    '/directory',
    '/directory/hostile',
    '/directory/ended',
    '/directory/moved',
    '/directory?q=alert',
    '/directory?country=DE&need=information',
    '/support',
    '/privacy',
    '/terms',
    '/accessibility',
    '/nowhere',
  ]) {
    it(`is nothing but text on ${path}`, async () => {
      const page = await site.text(path);
      expect(page).not.to.match(RUNS);
      for (const link of linksIn(page)) expect(link).to.match(/^(?:$|\/|\?|https:\/\/|tel:|mailto:)/);
    });
  }

  it('gives no link from an address of another scheme, and none for what must not be linked', async () => {
    expect(linksIn(await site.text('/directory/hostile')).filter((link) => link.startsWith('http'))).to.have.length(1);
    expect(linksIn(await site.text('/directory/moved')).filter((link) => /^[a-z]+:/.test(link))).to.satisfy(
      (links: string[]) => links.every((link) => /^(?:tel|mailto):/.test(link)),
    );
    expect(await site.text('/directory/ended')).not.to.include('gone.example');
  });

  it('cannot end the structured data', async () => {
    const page = await site.text('/directory/hostile');
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(data)).to.include({ name: SCRIPT, description: SCRIPT });
    expect(JSON.parse(data)).not.to.have.property('url', ADDRESS);
  });
});

describe('a visitor who attacks', () => {
  it('sees nothing but their own text', async () => {
    const site = await startSite();
    for (const field of ['cancer', 'country', 'need', 'q', 'other']) {
      const page = await site.text(`/directory?${new URLSearchParams({ [field]: SCRIPT })}`);
      expect(page, field).not.to.match(RUNS);
      if (field === 'cancer' || field === 'q') expect(page).to.include('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
    await site.close();
  });
});
