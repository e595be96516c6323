import { expect } from 'chai';
import { createSearch } from '../../src/directory/search.ts';
import { idsOf, makeDirectory, makeOrganisation } from './factories.ts';

const { searchByName, searchByWords } = createSearch(
  makeDirectory([
    makeOrganisation({
      id: 'roy-castle',
      name: 'Roy Castle Lung Cancer Foundation',
      cancerTypes: ['lung'],
      countries: ['GB'],
      region: null,
    }),
    makeOrganisation({ id: 'livestrong', name: 'Livestrong Foundation', formerNames: ['Lance Armstrong Foundation'] }),
    makeOrganisation({ id: 'krebshilfe', name: 'Österreichische Krebshilfe' }),
    makeOrganisation({ id: 'jo', name: "Jo's Cervical Cancer Trust", status: 'closed', linkAdvice: 'do-not-link' }),
    makeOrganisation({ id: 'irish', name: 'Irish Cancer Society', abbreviations: ['ICS'] }),
    makeOrganisation({ id: 'indian', name: 'Indian Cancer Society', abbreviations: ['ICS'] }),
    makeOrganisation({
      id: 'hair',
      name: 'HerAlopecia',
      cancerTypes: 'none',
      descriptions: { en: 'About hair loss in women.' },
    }),
  ]),
);

describe('the search by name', () => {
  it('gives only the whole name where there is one, whatever the capitals, accents and apostrophes', () => {
    for (const text of ['Irish Cancer Society', 'irish cancer society'])
      expect(idsOf(searchByName(text))).to.deep.equal(['irish']);
    expect(idsOf(searchByName('osterreichische krebshilfe'))).to.deep.equal(['krebshilfe']);
    expect(idsOf(searchByName('Jos Cervical Cancer Trust'))).to.deep.equal(['jo']);
    expect(searchByName('Irish Cancer Society')[0]?.reasons.name).to.equal('exact');
  });

  it('gives both organisations of one abbreviation', () => {
    expect(idsOf(searchByName('ICS'))).to.deep.equal(['irish', 'indian']);
  });

  it('finds part of a name, a beginning of a word, and a former name', () => {
    expect(idsOf(searchByName('roy castle'))).to.deep.equal(['roy-castle']);
    expect(idsOf(searchByName('krebsh'))).to.deep.equal(['krebshilfe']);
    expect(idsOf(searchByName('lance armstrong'))).to.deep.equal(['livestrong']);
    expect(searchByName('roy castle')[0]?.reasons.name).to.equal('near');
  });

  it('forgives a typo', () => {
    expect(idsOf(searchByName('roy castel'))).to.deep.equal(['roy-castle']);
    expect(idsOf(searchByName('livestrogn'))).to.deep.equal(['livestrong']);
    expect(idsOf(searchByName('livestron foundation'))).to.deep.equal(['livestrong']);
  });

  it('finds an ended organisation, so that its card can say what happened', () => {
    expect(idsOf(searchByName("jo's trust"))).to.deep.equal(['jo']);
  });

  it('gives nothing for words that are in no name', () => {
    expect(searchByName('help with my tax return')).to.deep.equal([]);
    expect(searchByName('')).to.deep.equal([]);
  });
});

describe('the search by words', () => {
  it('looks into cancers, countries and descriptions as well', () => {
    expect(idsOf(searchByWords('lung united kingdom'))).to.deep.equal(['roy-castle']);
    expect(idsOf(searchByWords('hair loss'))).to.deep.equal(['hair']);
  });
});
