import { expect } from 'chai';
import { type Facts, featuresOf, GROUPS, type Lexicon, stemsOf } from '../../src/understanding/intents/features.ts';
import { createStemmer } from '../../src/understanding/stemmers.ts';
import { tokenize } from '../../src/understanding/tokens.ts';

function facts(text: string, fields: Partial<Facts> = {}): Facts {
  return {
    tokens: tokenize(text),
    question: false,
    named: new Map(),
    person: 'nobody',
    danger: null,
    isOrdinary: () => true,
    stem: createStemmer('en', () => false),
    conceptsOf: () => [],
    ...fields,
  };
}
const names = (of: Facts, lexicon: Lexicon = new Map(), own = false): string[] => [
  ...featuresOf(of, lexicon, own).keys(),
];

describe('the features of an utterance', () => {
  it('hold the stem of each word, whatever its ending', () => {
    expect(names(facts('helping groups'))).to.include.members(['w help', 'w group']);
  });

  it('hold pairs of words, and where the utterance begins and ends', () => {
    expect(names(facts('who can help'))).to.include.members(['p ^ who', 'p who can', 's who help', 'p help $']);
  });

  it('hold the letters within words, which a typing error leaves alike', () => {
    const shared = names(facts('insurance')).filter(
      (name) => name.startsWith('c ') && names(facts('insurence')).includes(name),
    );
    expect(shared).to.have.length.greaterThan(5);
  });

  it('hold what a name names, never the name', () => {
    const of = facts('macmillan in spain', {
      named: new Map([
        [0, 'organisation'],
        [2, 'country'],
      ]),
    });
    expect(names(of)).to.include.members(['w <organisation>', 'w <country>', 'names country']);
    expect(names(of).join(' ')).not.to.match(/macmil|spain/);
  });

  it('take a name of several words as one', () => {
    const of = facts('non hodgkin lymphoma help', {
      named: new Map([
        [0, 'type'],
        [1, 'type'],
        [2, 'type'],
      ]),
    });
    expect(names(of)).to.include.members(['p ^ <type>', 'p <type> help']);
  });

  it('take every number as the same', () => {
    expect(names(facts('aged 62'))).to.deep.equal(names(facts('aged 45')));
  });

  it('tell of a question, of the person and of danger', () => {
    const of = facts('help', { question: true, person: 'relative', danger: 'crisis certain' });
    expect(names(of)).to.include.members(['question', 'about relative', 'safety crisis certain']);
    expect(names(facts('help'))).not.to.include.members(['question']);
  });

  it('tell how many words are strange to the lexicon, common and rare ones apart', () => {
    const lexicon = new Map([
      ['help', 2],
      ['group', 1],
    ]);
    const of = facts('help group zorp', { isOrdinary: (word) => word !== 'zorp' });
    expect(names(of, lexicon)).to.include.members(['strange common 1', 'strange rare 1', 'strange share 3']);
  });

  it('do not count what an utterance itself gave to the lexicon', () => {
    const lexicon = new Map([['help', 2]]);
    expect(names(facts('help'), lexicon, false)).to.include('strange common 0');
    expect(names(facts('help'), lexicon, true)).to.include('strange common 1');
  });

  it('give each group the same weight, however long the utterance is', () => {
    for (const text of ['help', 'who can help my mother with all of this']) {
      const ofWords = [...featuresOf(facts(text), new Map(), false)].filter(([name]) => name.startsWith('w '));
      const length = Math.sqrt(ofWords.reduce((sum, [, value]) => sum + value * value, 0));
      expect(length, text).to.be.closeTo(GROUPS.words, 1e-9);
    }
  });

  it('are there for an empty utterance', () => {
    expect(names(facts(''))).to.include.members(['bias', 'length 0']);
  });
});

describe('the stems for the lexicon', () => {
  it('are those of plain words, each once', () => {
    const of = facts('help helping in spain 62', { named: new Map([[3, 'country']]) });
    expect(stemsOf(of)).to.deep.equal(['help', 'in']);
  });
});
