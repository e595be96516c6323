import { expect } from 'chai';
import { HtmlValidate } from 'html-validate';
import { PAGE_POLICY } from '../../src/web/server/send.ts';
import { guide } from '../conversation.ts';
import { linksIn, type SiteServer, startSite } from './siteServer.ts';

const PATHS = ['/', '/directory', '/support', '/privacy', '/terms', '/accessibility', '/nowhere'];
const SEARCHES = [
  '/directory?cancer=bowel+cancer&country=DE&need=peer-support&q=',
  '/directory?cancer=xyzzy&q=%22%3E%3Cscript%3E',
  '/directory?cancer=i+want+to+die',
  '/directory?cancer=my+mum+cannot+breathe&country=GB',
  '/directory?q=macmillan',
];
const organisationPaths = guide.directory.organisations.map(({ id }) => `/directory/${id}`);

describe('the pages of the website', () => {
  let site: SiteServer;
  const pages = new Map<string, string>();

  before(async () => {
    site = await startSite();
    for (const path of [...PATHS, ...SEARCHES, ...organisationPaths]) pages.set(path, await site.text(path));
  });
  after(() => site.close());

  it('are valid HTML', async function () {
    this.timeout(120_000);
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // Names of organisations are as long as they are.
        'long-title': 'off',
        // <search> is too young for old phones.
        'prefer-native-element': ['error', { exclude: ['search'] }],
        // Numbers are shown as the organisations write them; the style sheet keeps each on one line.
        'tel-non-breaking': 'off',
        'doctype-style': ['error', { style: 'lowercase' }],
        // Everything comes from this very server.
        'require-sri': ['error', { target: 'crossorigin' }],
      },
    });
    for (const [path, page] of pages) {
      const { results } = await validator.validateString(page);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
      );
      expect(faults).to.deep.equal([]);
    }
  });

  it('lead to every organisation within three clicks from the front page', () => {
    const seen = new Set(['/']);
    let reached = ['/'];
    for (let click = 0; click < 3; click++) {
      reached = reached.flatMap((path) => linksIn(pages.get(path) ?? '')).filter((path) => !seen.has(path));
      for (const path of reached) seen.add(path);
    }
    expect(organisationPaths.filter((path) => !seen.has(path))).to.deep.equal([]);
  });

  it('lead nowhere within the site where there is no page', async () => {
    const targets = new Set([...pages.values()].flatMap(linksIn).filter((path) => path.startsWith('/')));
    targets.delete('/chat'); // Another part of the program makes it.
    for (const path of targets) expect((await site.get(path)).status, path).to.equal(200);
  });

  it('never hold an address that must not be linked', () => {
    const forbidden = guide.directory.organisations.filter(({ linkAdvice }) => linkAdvice === 'do-not-link');
    expect(forbidden).not.to.have.length(0);
    for (const [path, page] of pages) {
      for (const { url, links } of forbidden)
        for (const address of [url, ...Object.values(links)]) expect(page, path).not.to.include(address);
    }
  });

  it('link to https, tel and mailto alone', () => {
    for (const [path, page] of pages)
      for (const link of linksIn(page)) expect(link, path).to.match(/^(?:$|\/|\?|https:\/\/|tel:|mailto:)/);
  });

  it('hold nothing inline and nothing from elsewhere', () => {
    for (const [path, page] of pages) {
      expect(page, path).not.to.match(/\sstyle=|<style|\son\w+=|javascript:/i);
      expect(page, path).not.to.match(/<script(?! type="application\/ld\+json"| src="\/assets\/)/);
      expect(page, path).not.to.match(/<(?:link[^>]*rel="(?:stylesheet|icon)"[^>]*href|img[^>]*src)="(?!\/assets\/)/);
    }
  });

  it('say their language, their own title, and whom to call', () => {
    const titles = [...pages].map(([path, page]) => {
      expect(page, path).to.match(/^<!doctype html>\n<html lang="en" dir="ltr">/);
      expect(page.match(/<h1[ >]/g), path).to.have.length(1);
      expect(page, path).to.include('<a href="tel:112">112</a>').and.to.include('automated assistant');
      return /<title>(.+)<\/title>/.exec(page)?.[1];
    });
    expect(new Set(titles).size).to.equal(pages.size - SEARCHES.length + 1);
  });

  it('come with the strict policy, set no cookie, and tell no other site where one comes from', async () => {
    for (const path of [...PATHS, ...SEARCHES]) {
      const { headers } = await site.get(path);
      expect(headers.get('content-security-policy')).to.equal(PAGE_POLICY);
      expect(headers.get('set-cookie')).to.equal(null);
    }
    expect(PAGE_POLICY).not.to.include('unsafe');
  });

  it('say where one is in the navigation', () => {
    expect(pages.get('/directory')).to.include('<a href="/directory" aria-current="page">');
    expect(pages.get('/directory/europacolon')).to.include('<a href="/directory" aria-current="true">');
  });
});

describe('an address that leads nowhere', () => {
  let site: SiteServer;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  for (const path of ['/nowhere', '/directory/nobody', '/directory/__proto__', '/assets/site.000000000000.css']) {
    it(`gets a page with ways to go on: ${path}`, async () => {
      const response = await site.get(path);
      expect(response.status).to.equal(404);
      expect(response.headers.get('cache-control')).to.equal('no-store');
      expect(linksIn(await response.text())).to.include('/directory');
    });
  }

  it('gets JSON where a program asks', async () => {
    const response = await site.get('/api/nowhere');
    expect(response.status).to.equal(404);
    expect(response.headers.get('content-type')).to.equal('application/json');
    expect((await site.get('/nowhere', { accept: '*/*' })).headers.get('content-type')).to.equal('application/json');
  });

  it('is no fault of the server, however odd it is', async () => {
    const odd = [
      '/%',
      '/directory/%E0%A4%A',
      '/directory?%',
      '/directory?cancer=%ff%00',
      '/a/../../etc/passwd',
      '//',
      '/?',
    ];
    for (const path of odd) expect((await site.get(path)).status, path).to.be.below(500);
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await site.get('/directory', {}, method)).status, method).to.equal(405);
  });
});
