import { expect } from 'chai';
import fc from 'fast-check';
import { distance, errorsAllowed, MOST_LOOKED_UP, Spelling } from '../../src/understanding/spelling.ts';

describe('the distance of two words', () => {
  const cases: [string, string, number][] = [
    ['breast', 'breast', 0],
    ['breast', 'brest', 1],
    ['brest', 'breast', 1],
    ['breast', 'breats', 1],
    ['breast', 'bread', 2],
    ['', 'ab', 2],
  ];
  for (const [a, b, errors] of cases)
    it(`is ${errors} for "${a}" and "${b}"`, () => expect(distance(a, b, 3)).to.equal(errors));

  it('is given up above the limit', () => {
    expect(distance('breast', 'bladder', 1)).to.equal(2);
    expect(distance('a', 'abcdefgh', 2)).to.equal(3);
  });
});

describe('the errors that are forgiven', () => {
  it('grow with the length of the word', () => {
    expect([1, 4, 5, 8, 9, 20].map(errorsAllowed)).to.deep.equal([0, 0, 1, 1, 2, 2]);
  });
});

describe('the nearest known words', () => {
  const spelling = new Spelling([
    'breast',
    'lymphoma',
    'pancreatic',
    'colon',
    'bone',
    'stage4',
    'prostate',
    'prostata',
  ]);

  it('are found over a letter that is missing, added, wrong or swapped', () => {
    for (const typed of ['brest', 'breasst', 'breest', 'breats'])
      expect(spelling.nearest(typed), typed).to.deep.equal(['breast']);
  });

  it('are found where the first two letters are swapped', () => {
    expect(spelling.nearest('rbeast')).to.deep.equal(['breast']);
  });

  it('are none where the first letter is wrong', () => {
    expect(spelling.nearest('preast')).to.deep.equal([]);
  });

  it('are found over two errors in a long word only', () => {
    expect(spelling.nearest('pancratik')).to.deep.equal(['pancreatic']);
    expect(spelling.nearest('brast')).to.deep.equal(['breast']);
    expect(spelling.nearest('brst')).to.deep.equal([]);
  });

  it('are none for a word that is known itself', () => {
    expect(spelling.has('colon')).to.equal(true);
    expect(spelling.nearest('colon')).to.deep.equal([]);
  });

  it('are never short words or words with digits', () => {
    expect(spelling.nearest('bonee')).to.deep.equal([]);
    expect(spelling.nearest('stage5')).to.deep.equal([]);
  });

  it('are all of those that are equally near', () => {
    expect(spelling.nearest('prostatx')).to.have.members(['prostate', 'prostata']);
  });

  it('are only those at the least distance', () => {
    expect(new Spelling(['lymphomas', 'lymphomata']).nearest('lymphomaa')).to.deep.equal(['lymphomas', 'lymphomata']);
    expect(new Spelling(['lymphomas', 'lymphatics']).nearest('lymphomaz')).to.deep.equal(['lymphomas']);
  });

  it('are none for a very long word', () => {
    expect(spelling.nearest('b'.repeat(1000))).to.deep.equal([]);
  });
});

describe('the misspelt words of one message', () => {
  it('are looked up once each, from both ends, and no more than so many', () => {
    const spelling = new Spelling(['breast', 'lymphoma'], (word) => word === 'brest');
    expect([...spelling.lookUp(['brest', 'breasst', 'lymphma', 'breasst', 'house'])]).to.deep.equal([
      ['breasst', ['breast']],
      ['lymphma', ['lymphoma']],
    ]);
    const strange = Array.from({ length: 2 * MOST_LOOKED_UP }, (_, place) => `strange${place}`);
    expect([...spelling.lookUp([...strange, 'breasst']).keys()]).to.deep.equal(['breasst']);
    expect([...spelling.lookUp(['breasst', ...strange]).keys()]).to.deep.equal(['breasst']);
    expect(spelling.lookUp([...strange, 'breasst', ...strange]).size).to.equal(0);
  });

  it('are compared as the distance of two words is counted', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ł', 'р'), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (known, typed) => {
        const errors = distance(typed, known, 3);
        const first = typed[0] === known[0] || (typed[0] === known[1] && typed[1] === known[0]);
        const expected = errors > 0 && errors <= errorsAllowed(known.length) && first;
        expect(new Spelling([known]).nearest(typed)).to.deep.equal(expected ? [known] : []);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});
