import { expect } from 'chai';
import { PhraseMatcher } from '../../src/understanding/safety/matcher.ts';
import { PhraseError, parsePhrase, parseSets } from '../../src/understanding/safety/phrase.ts';
import { tokenize } from '../../src/understanding/tokens.ts';

const sets = parseSets({ who: ['i', 'my (mum|dad)'], 'so-many': ['lots of'] });

/** True where the phrase matches the message. */
function matches(phrase: string, message: string): boolean {
  const matcher = new PhraseMatcher([{ sequence: parsePhrase(phrase, sets), value: 0 }], () => false);
  return matcher.match(tokenize(message).map(({ text, sentence }) => ({ word: text, sentence }))).length > 0;
}

/** One test for each sign: the messages that its phrase matches, and those that it does not. */
function sign(phrase: string, yes: readonly string[], no: readonly string[]): void {
  it(`"${phrase}" matches what it says, and nothing else`, () => {
    for (const message of yes) expect(matches(phrase, message), message).to.equal(true);
    for (const message of no) expect(matches(phrase, message), message).to.equal(false);
  });
}

const words = (count: number): string => 'so '.repeat(count);

describe('a safety phrase', () => {
  describe('of words', () => {
    sign('end it', ['end it', 'I will END it now'], ['end', 'it end', 'end of it', 'the end. It is']);
    sign('self-harm', ['self harm', 'self-harm'], ['selfharm', 'self']);
    sign('Café', ['cafe'], ['coffee']);
  });

  describe('with a choice', () => {
    sign('(take|swallow all) pills', ['take pills', 'swallow all pills'], ['swallow pills', 'pills', 'all pills']);
    sign('jump|hang', ['I jump', 'I hang'], ['I sit']);
    sign('(a|(b|c d)) e', ['a e', 'b e', 'c d e'], ['c e', 'd e']);
  });

  describe('with a part that may be missing', () => {
    sign('want (so much)? to die', ['want to die', 'want so much to die'], ['want so to die']);
    sign('really? tired', ['tired', 'really tired'], ['really']);
    sign('<who>? cry', ['cry', 'my dad cry'], ['dad']);
  });

  describe('with any ending', () => {
    sign('bleed*', ['bleed', 'bleeding', 'bleeds'], ['blood', 'ble']);
  });

  describe('with a gap', () => {
    sign('take ... pills', ['take pills', `take ${words(4)}pills`], [`take ${words(5)}pills`, 'I take. My pills']);
    sign(
      'chemo .... fever',
      ['chemo fever', `chemo ${words(25)}fever`, 'I had chemo. Now there is a fever'],
      [`chemo ${words(26)}fever`, 'fever after chemo'],
    );
  });

  describe('with a beginning and an end', () => {
    sign('^ goodbye', ['goodbye', 'Goodbye to all'], ['I say goodbye']);
    sign('goodbye $', ['goodbye', 'I say goodbye!'], ['goodbye to all']);
    sign('^ (i am)? done $', ['done', 'I am done'], ['I am done with chemo', 'we are done']);
  });

  describe('with a number', () => {
    sign('<fever>', ['37.8', '38,5', '39C', '43', '100', '109'], ['37.7', '36.6', '44', '99', '110', 'fever']);
    sign('took <number> pills', ['took 20 pills', 'took 2.5 pills'], ['took some pills', 'took pills']);
  });

  describe('with a set', () => {
    sign('<who> cry', ['I cry', 'my mum cry', 'my dad cry'], ['you cry', 'mum cry']);
    sign('<so-many> pills', ['lots of pills'], ['many pills']);
  });

  describe('that cannot be read', () => {
    const faults: [string, RegExp][] = [
      ['(a|b', /bracket is not closed/],
      ['a)', /bracket is closed that was not opened/],
      ['<nobody> cry', /no set <nobody>/],
      ['? a', /nothing stands before/],
      ['a & b', /"&" has no meaning/],
      ["don't", /"don't" has no meaning/],
      ['a < b', /"<" has no meaning/],
      ['a|', /one side of "\|"/],
      ['', /empty/],
      ['   ', /empty/],
    ];
    for (const [phrase, why] of faults)
      it(`"${phrase}" is refused, and says why`, () => {
        expect(() => parsePhrase(phrase, sets)).to.throw(PhraseError, why);
        expect(() => parsePhrase(phrase, sets)).to.throw(PhraseError, `"${phrase}"`);
      });
  });

  it('in a set cannot use another set', () => {
    expect(() => parseSets({ a: ['b'], c: ['<a>'] })).to.throw(PhraseError, /no set <a>/);
  });
});
