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
