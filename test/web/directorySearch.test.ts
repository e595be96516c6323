import { expect } from 'chai';
import { type Asked, asksAnything, find, readAsked } from '../../src/web/server/directorySearch.ts';
import { guide } from '../conversation.ts';
import { linksIn, type SiteServer, startSite } from './siteServer.ts';

const ask = (query: string): Asked => readAsked(query, guide);
const found = (query: string) => find(ask(query), guide);
const idsOf = (query: string): string[] => found(query).matches.map(({ organisation }) => organisation.id);

describe('what the form of the directory asks for', () => {
  it('is read from the address', () => {
    expect(ask('cancer=bowel++cancer&country=DE&need=peer-support&q=+help+')).to.deep.equal({
      cancer: 'bowel cancer',
      country: 'DE',
      need: 'peer-support',
      words: 'help',
    });
  });

  it('is nothing where the fields are empty or hold what the form does not offer', () => {
    for (const query of ['', 'cancer=&country=&need=&q=', 'country=XX&need=__proto__', 'other=1'])
      expect(asksAnything(ask(query)), query).to.equal(false);
  });

  it('is cut where it is far too long', () => {
    expect(ask(`cancer=${'a'.repeat(5000)}`).cancer).to.have.length(200);
  });
});

describe('the search of the directory', () => {
  it('finds the same as the chat for a cancer in a country', () => {
    const { matches } = found('cancer=bowel+cancer&country=DE');
    const query = { cancerTypes: ['colorectal'], country: 'DE', topic: null, audience: null } as const;
    expect(matches).to.deep.equal(
      guide.search.search({ ...query, language: 'en', purpose: 'help', onlyWithHelpline: false }),
    );
    expect(idsOf('cancer=bowel+cancer&country=DE')).to.include('krebsinformationsdienst');
  });

  it('understands everyday words, typing errors and a country beside the cancer', () => {
    expect(found('cancer=bowl+cancer').types).to.deep.equal(['colorectal']);
    expect(found('cancer=breast+cancer+in+spain')).to.deep.include({ types: ['breast'], country: 'ES' });
    expect(found('cancer=breast+cancer+in+spain&country=IT').country).to.equal('IT');
  });

  it('finds nothing for more words than any name has, or longer ones, and looks none of them up', () => {
    const words = (count: number): string => Array.from({ length: count }, (_, place) => `krbshilf${place}`).join('+');
    for (const query of [`q=${words(30)}`, `q=${'a'.repeat(190)}`, `q=${encodeURIComponent('\ufdfa'.repeat(200))}`])
      expect(idsOf(query), query).to.deep.equal([]);
    expect(guide.search.searchByWords(`krebs ${'a b c d e f g h i j k l m n o p q r s '.repeat(200)}`)).to.deep.equal(
      [],
    );
  });

  it('finds a name whose words are said again and again', () => {
    expect(idsOf(`q=${'krebsinformationsdienst+'.repeat(8)}`)).to.include('krebsinformationsdienst');
  });

  it('shows none for another cancer', () => {
    for (const { organisation, reasons } of found('cancer=mesothelioma').matches)
      expect(reasons.cancer, organisation.id).not.to.equal(null);
  });

  it('marks those that offer the need', () => {
    const { matches } = found('cancer=breast+cancer&need=clinical-trials');
    const offering = matches.filter(({ reasons }) => reasons.need);
    expect(offering).not.to.have.length(0);
    for (const { organisation } of offering) expect(organisation.topics).to.include('clinical-trials');
  });

  it('finds by name and by word, ended ones too', () => {
    expect(idsOf('q=macmillan')[0]).to.equal('macmillan-cancer-support');
    expect(idsOf('q=ECPC')).to.include('european-cancer-patient-coalition');
    expect(idsOf('cancer=macmillan')[0]).to.equal('macmillan-cancer-support');
  });

  it('keeps to both where a name and filters are given', () => {
    expect(idsOf('q=macmillan&country=GB')).to.include('macmillan-cancer-support');
    expect(idsOf('q=macmillan&country=ES')).not.to.include('macmillan-cancer-support');
  });

  it('says so where it does not know the cancer', () => {
    expect(found('cancer=xyzzy')).to.deep.include({ unknownCancer: true, matches: [] });
    expect(found('cancer=xyzzy&country=IE').matches).not.to.have.length(0);
    expect(found('cancer=cancer').unknownCancer).to.equal(false);
  });

  it('sees a danger in any field', () => {
    expect(found('cancer=i+want+to+die').safety?.class).to.equal('crisis');
    expect(found('q=i+want+to+die').safety?.class).to.equal('crisis');
  });
});

describe('the page of results', () => {
  let site: SiteServer;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  it('links to the page of each match, keeps what was asked for, and is no page for search engines', async () => {
    const query = 'cancer=bowel+cancer&country=DE&need=peer-support';
    const page = await site.text(`/directory?${query}`);
    for (const id of idsOf(query)) expect(linksIn(page)).to.include(`/directory/${id}`);
    expect(page)
      .to.include('value="bowel cancer"')
      .and.include('<option value="DE" selected>')
      .and.include('<option value="peer-support" selected>')
      .and.include('<meta name="robots" content="noindex">');
  });

  it('puts whom to call before everything else where somebody is in danger', async () => {
    const page = await site.text('/directory?cancer=i+want+to+die&country=DE');
    const [line] = guide.directory.helplines('DE').crisisLines;
    expect(page.indexOf(`tel:${line!.number.replace(/[^+0-9]/g, '')}`)).to.be.within(1, page.indexOf('<form'));
    expect(await site.text('/directory?q=my+mum+cannot+breathe')).to.match(/role="alert"[\s\S]*tel:112[\s\S]*<form/);
  });

  it('says plainly that nothing was found', async () => {
    expect(await site.text('/directory?q=qqqqqqqq'))
      .to.include('Nothing found')
      .and.include('ask in the chat');
  });

  it('is kept by nobody', async () => {
    expect((await site.get('/directory?cancer=bowel')).headers.get('cache-control')).to.equal('no-store');
  });
});
