import { expect } from 'chai';
import { createOrganisationNames } from '../../src/understanding/organisationNames.ts';
import { tokenize } from '../../src/understanding/tokens.ts';

const find = createOrganisationNames(
  [
    {
      id: 'ecpc',
      phrases: [
        { phrase: 'European Cancer Patient Coalition', onlyAlone: false },
        { phrase: 'ECPC', onlyAlone: false },
      ],
    },
    { id: 'hope', phrases: [{ phrase: 'Hope', onlyAlone: true }] },
    { id: 'macmillan', phrases: [{ phrase: 'Macmillan', onlyAlone: false }] },
    { id: 'macmillan-two', phrases: [{ phrase: 'Macmillan', onlyAlone: false }] },
  ],
  new Set(['do', 'you', 'know', 'the']),
  () => false,
);
const read = (text: string) => find(tokenize(text));

describe('an organisation asked for by name', () => {
  it('is found within a question', () => {
    expect(read('can the european cancer patient coalition help me')).to.deep.include({ ids: ['ecpc'], alone: false });
  });

  it('stands alone with fillers beside it', () => {
    expect(read('Do you know Macmillan?').alone).to.equal(true);
    expect(read('Do you know Macmillan nurses?').alone).to.equal(false);
  });

  it('is found over a typing error in a long name', () => {
    expect(read('europaen cancer patient coaliton').ids).to.deep.equal(['ecpc']);
    expect(read('macmilan').ids).to.include('macmillan');
  });

  it('is never a misspelt short form', () => {
    expect(read('ecpd').ids).to.deep.equal([]);
  });

  it('with a name that is also a word is meant only where it stands alone', () => {
    expect(read('do you know hope').ids).to.deep.equal(['hope']);
    expect(read('is there hope for me')).to.deep.equal({ ids: [], mentions: [], alone: false });
  });

  it('is one of several with the same name', () => {
    expect(read('macmillan').ids).to.deep.equal(['macmillan', 'macmillan-two']);
  });

  it('comes in the order in which the names were given', () => {
    expect(read('macmillan or ecpc').ids).to.deep.equal(['ecpc', 'macmillan', 'macmillan-two']);
  });

  it('is none in other words', () => {
    expect(read('do you know')).to.deep.equal({ ids: [], mentions: [], alone: false });
    expect(read('')).to.deep.equal({ ids: [], mentions: [], alone: false });
  });
});
