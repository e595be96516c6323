import { expect } from 'chai';
import { MOST_CHARACTERS, readablePart } from '../../src/understanding/reading.ts';
import { guide } from '../conversation.ts';

const read = (text: string) => guide.reader.read(text);
const filler = (characters: number): string =>
  'the list is here and '.repeat(Math.ceil(characters / 21)).slice(0, characters);

describe('the part of a text that is read', () => {
  it('is all of it up to 4,000 characters', () => {
    expect(MOST_CHARACTERS).to.equal(4000);
    const text = filler(4000);
    expect(readablePart(text)).to.equal(text);
  });

  it('is the beginning and the end of a longer one', () => {
    const part = readablePart(`begin ${filler(9000)} end`);
    expect(part.startsWith('begin ')).to.equal(true);
    expect(part.endsWith(' end')).to.equal(true);
    expect(part.length).to.be.at.most(4001);
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
    expect(readablePart(text)).to.include('breast\ncancer');
    expect(read(text).cancer.types).not.to.include('breast');
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

  it('of 100,000 characters is understood in less than a second', () => {
    const start = performance.now();
    guide.understand('my mum has cancer of the bowel and i do not know what to do '.repeat(1700));
    expect(performance.now() - start).to.be.lessThan(1000);
  });

  it('is understood the same each time', () => {
    for (const text of Object.values(odd)) expect(guide.understand(text)).to.deep.equal(guide.understand(text));
  });
});
