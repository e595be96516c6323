import { expect } from 'chai';
import { organisationNames, phrasesOf } from '../../src/directory/names.ts';
import { makeCancerType, makeDirectory, makeOrganisation, someCancerTypes } from './factories.ts';

describe('the names of an organisation', () => {
  it('are its present and former ones, that of the page, its abbreviations and aliases', () => {
    const organisation = makeOrganisation({
      id: 'a',
      name: 'New Name',
      nameOnPage: 'Page Name',
      formerNames: ['Old Name'],
      abbreviations: ['NNN'],
      aliases: ['Nickname'],
    });
    expect(phrasesOf(organisation)).to.deep.equal(['New Name', 'Page Name', 'NNN', 'Old Name', 'Nickname']);
  });

  it('come without "The", legal words and what stands in brackets, too', () => {
    expect(phrasesOf(makeOrganisation({ id: 'a', name: 'The Eve Appeal' }))).to.deep.equal([
      'The Eve Appeal',
      'Eve Appeal',
    ]);
    expect(phrasesOf(makeOrganisation({ id: 'a', name: 'Walce Onlus' }))).to.include('Walce');
    expect(phrasesOf(makeOrganisation({ id: 'a', name: 'Mesothelioma Guide (for patients in the US)' }))).to.include(
      'Mesothelioma Guide',
    );
  });

  it('come part by part where a dash joins two, without single words', () => {
    const phrases = phrasesOf(makeOrganisation({ id: 'a', name: 'Childhood Cancer International - Europe' }));
    expect(phrases).to.include('Childhood Cancer International').and.not.to.include('Europe');
  });

  it('come in British and American spelling', () => {
    expect(phrasesOf(makeOrganisation({ id: 'a', name: 'Brain Tumor Organisation' }))).to.include.members([
      'Brain Tumour Organisation',
      'Brain Tumor Organization',
    ]);
    expect(phrasesOf(makeOrganisation({ id: 'a', name: 'Leukaemia Care' }))).to.include('Leukemia Care');
  });

  it('come once, however many fields hold them', () => {
    expect(phrasesOf(makeOrganisation({ id: 'a', name: "Maggie's", aliases: ['Maggies', 'MAGGIE’S'] }))).to.deep.equal([
      "Maggie's",
    ]);
  });
});

describe('the names of the directory', () => {
  it("put the society's list first, so that a name that fits two means the society's", () => {
    const directory = makeDirectory([
      makeOrganisation({ id: 'wider', abbreviations: ['CRUK'] }),
      makeOrganisation({ id: 'society', abbreviations: ['CRUK'], list: 'society' }),
    ]);
    expect(organisationNames(directory).map(({ id }) => id)).to.deep.equal(['society', 'wider']);
  });

  it('leave out a part that is the whole name of another organisation', () => {
    const names = organisationNames(
      makeDirectory([
        makeOrganisation({ id: 'europe', name: 'Childhood Cancer International - Europe' }),
        makeOrganisation({ id: 'world', name: 'Childhood Cancer International' }),
      ]),
    );
    expect(names[0]?.phrases.map(({ phrase }) => phrase)).to.deep.equal(['Childhood Cancer International - Europe']);
  });

  it("mark what is also a word, another cancer's name, or very short", () => {
    const breast = makeCancerType({ id: 'bc' });
    breast.words.en?.abbreviations.push('ABC');
    const directory = makeDirectory(
      [
        makeOrganisation({
          id: 'a',
          name: 'European Coalition',
          abbreviations: ['ABC', 'ED', 'CARES', 'SPAEN'],
          alsoWords: ['CARES'],
        }),
      ],
      [...someCancerTypes, breast],
    );
    expect(organisationNames(directory)[0]?.phrases).to.deep.equal([
      { phrase: 'European Coalition', onlyAlone: false },
      { phrase: 'ABC', onlyAlone: true },
      { phrase: 'ED', onlyAlone: true },
      { phrase: 'CARES', onlyAlone: true },
      { phrase: 'SPAEN', onlyAlone: false },
    ]);
  });
});
