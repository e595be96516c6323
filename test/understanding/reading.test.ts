import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import {
  isReadWhole,
  MOST_CHARACTERS,
  MOST_NORMALIZED,
  MOST_TOKENS,
  readText,
} from '../../src/understanding/readText.ts';
import { LONGEST_WORD, tokenize } from '../../src/understanding/tokens.ts';
import { LANGUAGES, type Language } from '../../src/words/languages.ts';
import { guide } from '../conversation.ts';

const read = (text: string) => guide.reader.read(text);
const filler = (characters: number): string =>
  'the list is here and '.repeat(Math.ceil(characters / 21)).slice(0, characters);

/** Real sentences, one after the other, up to so many characters. */
function prose(language: Language, characters: number): string {
  const lines = ['emotional_support', 'caregiver_support', 'find_organisation'].flatMap((name) =>
    readFileSync(new URL(`../../data/${language}/utterances/${name}.txt`, import.meta.url), 'utf8')
      .trim()
      .split('\n'),
  );
  let text = '';
  for (let line = 0; text.length < characters; line += 1) text += `${lines[(line * 17) % lines.length]}. `;
  return text.slice(0, characters);
}

describe('the part of a text that is read', () => {
  it('is all of it up to 4,000 characters of prose in any language', () => {
    expect(MOST_CHARACTERS).to.equal(4000);
    for (const language of LANGUAGES) {
      const text = prose(language, 4000);
      const { tokens, whole } = readText(text);
      expect(whole, language).to.equal(true);
      expect(tokens, language).to.deep.equal(tokenize(text));
      expect(tokens.length, language).to.be.within(450, MOST_TOKENS);
    }
  });

  it('is all of prose in small words, with ligatures, ellipses and accents of two signs', () => {
    for (const text of [
      filler(4000),
      `${'the oﬃce… of my ﬁrst doctor '.repeat(200).slice(0, 3990)}`,
      prose('fr', 3600).normalize('NFD').slice(0, 4000),
    ])
      expect(isReadWhole(text), text.slice(0, 30)).to.equal(true);
  });

  it('is the beginning and the end of a longer one', () => {
    const { text, whole } = readText(`begin ${filler(9000)} end`);
    expect(text.startsWith('begin ')).to.equal(true);
    expect(text.endsWith(' end')).to.equal(true);
    expect(text.length).to.be.at.most(4001);
    expect(whole).to.equal(false);
  });

  it('is bounded after it is normalized', () => {
    for (const sign of ['\ufdfa', '\ufdfa ', '\u3316', '\u{1f241}', '\ufb03 ', '½ ', '\u1fa7', '한']) {
      const { text, tokens, whole } = readText(sign.repeat(4000 / sign.length));
      expect(text.length, sign).to.be.at.most(MOST_NORMALIZED + 1);
      expect(tokens.length, sign).to.be.at.most(MOST_TOKENS);
      for (const token of tokens) expect(token.text.length, sign).to.be.at.most(LONGEST_WORD);
      expect(isReadWhole(sign.repeat(4000 / sign.length)), sign).to.equal(whole);
    }
    expect(isReadWhole('\ufdfa'.repeat(4000))).to.equal(false);
    expect(isReadWhole('\ufdfa'.repeat(270))).to.equal(true);
    expect(isReadWhole('\ufdfa'.repeat(300))).to.equal(false);
  });

  it('is bounded in words', () => {
    const { tokens, whole } = readText('a '.repeat(2000));
    expect(tokens).to.have.length(MOST_TOKENS);
    expect(whole).to.equal(false);
  });

  it('holds a danger at both ends, whatever stands between', () => {
    for (const between of ['\ufdfa', 'a ', 'x', '. ', "'", '1 ', '<at ', 'ß', '\u0301', 'not '])
      for (const characters of [3900, 20_000]) {
        const odd = between.repeat(characters / between.length);
        expect(read(`I want to kill myself. ${odd}`).safety[0]?.class, between).to.equal('crisis');
        expect(read(`${odd}. I want to kill myself`).safety[0]?.class, between).to.equal('crisis');
      }
  });

  it('holds a danger or a cancer at both ends, not one far inside', () => {
    const long = filler(6000);
    expect(read(`I want to kill myself. ${long}`).safety[0]?.class).to.equal('crisis');
    expect(read(`${long}. I want to kill myself`).safety[0]?.class).to.equal('crisis');
    expect(read(`${long} breast cancer`).cancer.types).to.deep.equal(['breast']);
    expect(read(`${long}. breast cancer. ${long}`).cancer.types).to.deep.equal([]);
  });

  it('makes no phrase of its two ends', () => {
    const text = `${filler(1993)} breast${filler(3000)}cancer ${filler(1993)}`;
    expect(readText(text).text).to.include('breast\ncancer');
    expect(read(text).cancer.types).not.to.include('breast');
    const words = `${'a '.repeat(499)}breast ${'a '.repeat(600)}cancer ${'a '.repeat(499)}`;
    expect(
      readText(words)
        .tokens.slice(499, 501)
        .map((token) => token.text),
    ).to.deep.equal(['breast', 'cancer']);
    expect(read(words).cancer.types).not.to.include('breast');
  });
});

describe('a reading', () => {
  it('tells which words are names, and of what', () => {
    const { named } = read('do you know macmillan for breast cancer in spain, a spanish group').facts;
    expect([...named]).to.deep.equal([
      [3, 'organisation'],
      [5, 'type'],
      [6, 'type'],
      [8, 'country'],
      [10, 'nationality'],
    ]);
  });

  it('tells a cancer in general from a kind of it', () => {
    expect([...read('a cancer').facts.named.values()])
      .to.include('cancer')
      .and.not.include('type');
  });

  it('sees a question mark, also a wide one', () => {
    expect(read('who helps?').facts.question).to.equal(true);
    expect(read('who helps？').facts.question).to.equal(true);
    expect(read('who helps').facts.question).to.equal(false);
  });
});

describe('an odd text', () => {
  const odd: Readonly<Record<string, string>> = {
    'of nothing': '',
    'of spaces': ' \n\t\u00a0',
    'with half a surrogate pair': 'cancer \ud800 and \udc00 help',
    'with a pair cut in two': `${'a '.repeat(999)}a${'😀'.repeat(3000)}`,
    'of emoji': '🙏😭❤️‍🔥👨‍👩‍👧',
    'from right to left': '\u202eسرطان الثدي\u202c סרטן השד',
    'with signs of no width': 'br\u200beast \u200dcancer\ufeff \u2060',
    'of control signs': '\u0000\u0007\u001b[31m',
    'of 100,000 letters': 'a'.repeat(100_000),
    'of 100,000 digits': '9'.repeat(100_000),
    'of 100,000 signs': "'.?!".repeat(25_000),
    'of 50,000 accents': `e${'\u0301'.repeat(50_000)}`,
    'of many negations': 'not '.repeat(25_000),
    'of many dangers': 'i want to die '.repeat(7_200),
    'of many cancers': 'cancer of the '.repeat(7_200),
    'of names that JavaScript knows': '__proto__ constructor toString hasOwnProperty',
    'with brackets and code': '((([<b onclick="x">*_`~ {{b}} %s',
  };
  for (const [name, text] of Object.entries(odd))
    it(`${name} is understood without an error`, () => {
      const understanding = guide.understand(text);
      expect(understanding.score).to.be.within(0, 1);
      expect(understanding.intent).to.be.a('string');
    });

  it('of twice the words takes less than three times as long', () => {
    const cost = (text: string): number => {
      const taken = Array.from({ length: 7 }, () => {
        const start = performance.now();
        guide.understand(text);
        return performance.now() - start;
      });
      return Math.min(...taken);
    };
    for (const unit of [
      'i want ',
      'lung and ',
      'stomach no wait ',
      'not lung ',
      'my dog has cancer ',
      'child cancer i ',
    ]) {
      cost(unit.repeat(100));
      // A few milliseconds more, since a busy machine stops in between.
      expect(cost(unit.repeat(200)), unit).to.be.lessThan(3 * cost(unit.repeat(100)) + 5);
    }
  });

  it('of 100,000 characters is understood in less than a second', () => {
    const start = performance.now();
    guide.understand('my mum has cancer of the bowel and i do not know what to do '.repeat(1700));
    expect(performance.now() - start).to.be.lessThan(1000);
  });

  it('is understood the same each time', () => {
    for (const text of Object.values(odd)) expect(guide.understand(text)).to.deep.equal(guide.understand(text));
  });
});
