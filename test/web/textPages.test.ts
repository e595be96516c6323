import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { TALK_MINUTES } from '../../dialogs/talk.ts';
import { readConfig } from '../../src/config.ts';
import { loadGuide } from '../../src/start/loadGuide.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { linksIn, type SiteServer, startSite } from './siteServer.ts';

/** The commands that Teams offers for the bot, in a language. */
function commandsOfTeams(language: string): string[] {
  const texts: Record<string, string> = JSON.parse(
    readFileSync(new URL(`../../data/teams/${language}.json`, import.meta.url), 'utf8'),
  );
  return Object.entries(texts).flatMap(([key, text]) => (/^bots.*\.title$/.test(key) ? [text] : []));
}

/** What stands between two headings. */
function partOf(page: string, title: string): string {
  return page.split('<h2>').find((part) => part.startsWith(`${title}</h2>`)) ?? '';
}

describe('the pages of text', () => {
  let site: SiteServer;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  for (const language of LANGUAGES) {
    it(`name the commands of Teams in ${language} as Teams does`, async () => {
      const support = await site.text(`/${language}/support`);
      const [help, , restart, forget] = commandsOfTeams(language);
      for (const command of [help, restart, forget]) expect(support).to.include(command);
      expect(await site.text(`/${language}/privacy`)).to.include(forget);
    });
  }

  it('tell how long a talk in Teams is kept, and that nothing is kept of the website', async () => {
    const page = await site.text('/privacy');
    expect(partOf(page, 'When you ask in Microsoft Teams')).to.include(`deleted ${TALK_MINUTES} minutes after`);
    expect(partOf(page, 'In short')).to.include('On this website we keep nothing');
  });

  it('call the emergency number within the sentence that names it', async () => {
    for (const path of ['/support', '/terms']) {
      const page = await site.text(path);
      expect(page, path).to.include('In an emergency call <a class="phone" href="tel:112">112</a>.');
    }
  });

  it('lead on to the pages that say more', async () => {
    const support = partOf(await site.text('/support'), 'If the pages are hard to use');
    expect(linksIn(support)).to.deep.equal(['/accessibility']);
    expect(linksIn(partOf(await site.text('/terms'), 'Who runs it'))).to.include('/privacy');
  });

  it('send people to the site of the society where no way to write or to call is set', async () => {
    const part = partOf(await site.text('/support'), 'If something is wrong or missing');
    expect(part).to.include('on the site of the society').and.not.include('You find here');
  });

  it('show the ways to reach the society where they are set', async () => {
    const config = { SOCIETY_EMAIL: 'help@society.example', SOCIETY_URL: 'https://society.example' };
    const own = await startSite(loadGuide(readConfig(config)));
    const part = partOf(await own.text('/support'), 'If something is wrong or missing');
    await own.close();
    expect(part).to.include('You find here').and.not.include('on the site of');
    expect(linksIn(part)).to.include.members(['mailto:help@society.example', 'https://society.example']);
  });
});
