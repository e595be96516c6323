import { expect } from 'chai';
import { LANGUAGES, type Language } from '../../src/words/languages.ts';
import { linksIn, type SiteServer, startSite } from './siteServer.ts';

const TEXTS = ['/support', '/privacy', '/terms', '/accessibility'];
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

describe('the pages in each language', () => {
  let site: SiteServer;
  before(async () => {
    site = await startSite(undefined, 'https://guide.example');
  });
  after(() => site.close());

  for (const language of LANGUAGES) {
    it(`in ${language} say so, and lead to pages in ${language}`, async () => {
      for (const path of ['', '/directory', '/directory/europa-donna', ...TEXTS, '/nowhere']) {
        const response = await site.get(`/${language}${path}`);
        expect(response.status, path).to.equal(path === '/nowhere' ? 404 : 200);
        const page = await response.text();
        expect(page, path).to.include(`<html lang="${language}"`);
        const inside = linksIn(page).filter((link) => link.startsWith('/'));
        const elsewhere = inside.filter((link) => !LANGUAGES.some((each) => link.split('/')[1] === each));
        expect(elsewhere, path).to.deep.equal([]);
      }
    });
  }

  it('name one another, for people by their own names and for search engines by address', async () => {
    const page = await site.text('/pl/directory');
    for (const language of LANGUAGES) expect(linksIn(page)).to.include(`/${language}/directory`);
    expect(page).to.include('lang="pt" hreflang="pt">Português</a>');
    expect(page).to.include('<link rel="alternate" hreflang="de" href="https://guide.example/de/directory">');
    expect(page).to.include('<link rel="alternate" hreflang="en" href="https://guide.example/directory">');
    expect(page).to.include('<link rel="canonical" href="https://guide.example/pl/directory">');
    expect(await site.text('/en/directory')).to.include(
      '<link rel="canonical" href="https://guide.example/directory">',
    );
  });

  it('are found by words of their language', async () => {
    const searches: [Language, string][] = [
      ['de', 'Darmkrebs'],
      ['fr', 'cancer colorectal'],
      ['es', 'cáncer de colon'],
      ['it', 'tumore al colon'],
      ['pt', 'cancro do intestino'],
      ['nl', 'darmkanker'],
      ['pl', 'rak jelita grubego'],
    ];
    for (const [language, words] of searches) {
      const page = await site.text(`/${language}/directory?cancer=${encodeURIComponent(words)}`);
      expect(page, language).to.include('Digestive Cancers Europe');
    }
  });

  it('mark a text that is there in English alone', async () => {
    const page = await site.text('/pl/directory?country=JP');
    expect(page).to.match(/<p lang="en">/);
  });
});

describe('a browser', () => {
  let site: SiteServer;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());
  const follow = async (path: string, accepted: string): Promise<string | null> => {
    const response = await fetch(site.address + path, {
      headers: { accept: 'text/html', 'accept-language': accepted, connection: 'close' },
      redirect: 'manual',
    });
    return response.status === 302 ? response.headers.get('location') : null;
  };

  it('is led to its language from the entrances', async () => {
    for (const language of OTHERS) expect(await follow('/', `${language}-XX,en;q=0.5`)).to.equal(`/${language}`);
    expect(await follow('/chat', 'de-AT,de;q=0.9,en;q=0.8')).to.equal('/de/chat');
    expect(await follow('/directory?country=PL', 'pl')).to.equal('/pl/directory?country=PL');
    for (const path of ['/support', '/privacy', '/terms']) expect(await follow(path, 'it')).to.equal(`/it${path}`);
  });

  it('stays where it is with English, with a language that is not spoken, and where somebody chose', async () => {
    expect(await follow('/', 'en-GB,de;q=0.5')).to.equal(null);
    expect(await follow('/', 'ja')).to.equal(null);
    expect(await follow('/', '')).to.equal(null);
    expect(await follow('/en', 'de')).to.equal(null);
    expect(await follow('/directory/europa-donna', 'de')).to.equal(null);
  });
});
