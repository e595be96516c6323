import { expect } from 'chai';
import { PhraseMatcher } from '../../src/understanding/safety/matcher.ts';
import { parsePhrase } from '../../src/understanding/safety/phrase.ts';
import { tokenize } from '../../src/understanding/tokens.ts';

/** What the phrases find in a message: for each that matches, its text and the words that it matched. */
function match(phrases: readonly string[], message: string, ordinary: readonly string[] = []): [string, string][] {
  const matcher = new PhraseMatcher(
    phrases.map((phrase) => ({ sequence: parsePhrase(phrase, new Map()), value: phrase })),
    (word) => ordinary.includes(word),
  );
  return matcher
    .match(tokenize(message).map(({ text, sentence }) => ({ word: text, sentence })))
    .map(({ value, words }) => [value, words]);
}

describe('many phrases against one message', () => {
  it('give each one that matches, with its words', () => {
    expect(
      match(['kill myself', 'no way out', 'want ... die'], 'I want so much to die, there is no way out'),
    ).to.have.deep.members([
      ['want ... die', 'want so much to die'],
      ['no way out', 'no way out'],
    ]);
  });

  it('give each phrase once, however often it stands there', () => {
    expect(match(['pain'], 'pain, pain and pain')).to.deep.equal([['pain', 'pain']]);
  });

  it('give nothing for an empty message', () => {
    expect(match(['pain', '... pain'], '')).to.deep.equal([]);
  });

  it('find a phrase that begins with a gap or an optional word', () => {
    expect(match(['(very)? sick', '... pain'], 'sick with pain').map(([phrase]) => phrase)).to.have.members([
      '(very)? sick',
      '... pain',
    ]);
  });

  it('try all ways before they give up', () => {
    expect(match(['a (b)? b c'], 'a b c')).to.have.length(1);
    expect(match(['a ... c d'], 'a c x c d')).to.have.length(1);
    expect(match(['(a|a b) c'], 'a b c')).to.have.length(1);
  });
});

describe('a long message', () => {
  const words = (count: number): string => 'so '.repeat(count);

  it('is matched at any place, as a short one is', () => {
    for (const before of [0, 1, 30, 31, 32, 33, 62, 63, 64, 200, 900]) {
      const message = `${words(before)}want ${words(4)}die ${words(before)}`;
      expect(match(['want ... die'], message), String(before)).to.deep.equal([['want ... die', `want ${words(4)}die`]]);
      expect(match(['want .... die $'], `${words(before)}want. ${words(25)}die`), String(before)).to.have.length(1);
      expect(match(['want .... die'], `${words(before)}want. ${words(26)}die`), String(before)).to.deep.equal([]);
      expect(match(['^ so'], `${words(before + 1)}`), String(before)).to.have.length(1);
      expect(match(['want die'], `${words(before)}want. Die`), String(before)).to.deep.equal([]);
    }
  });

  it('of words that half match takes no longer with each gap', () => {
    const start = performance.now();
    const message = `${'a b '.repeat(450)} c d`;
    expect(match(['a .... b .... a .... b .... a ... b ... c e', 'e'], `e ${message}`)).to.have.length(1);
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});

describe('a typing error in a message', () => {
  it('is forgiven in a long word', () => {
    expect(match(['suicide'], 'suicde')).to.have.length(1);
    expect(match(['unconscious'], 'unconcious')).to.have.length(1);
  });

  it('is forgiven before any ending', () => {
    expect(match(['breathless*'], 'braethless')).to.have.length(1);
  });

  it('is not forgiven in a short word', () => {
    expect(match(['dead'], 'deed')).to.deep.equal([]);
  });

  it('is none in an ordinary word', () => {
    expect(match(['bleeding'], 'breeding')).to.have.length(1);
    expect(match(['bleeding'], 'breeding', ['breeding'])).to.deep.equal([]);
  });

  it('is none in a word that another phrase knows', () => {
    expect(match(['bleeding', 'breeding'], 'breeding').map(([phrase]) => phrase)).to.deep.equal(['breeding']);
  });
});
