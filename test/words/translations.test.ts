import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES } from '../../src/words/languages.ts';
import { guide } from '../conversation.ts';

type Sentences = Readonly<Record<string, string>>;

const read = (language: string, file: string): Sentences =>
  JSON.parse(readFileSync(new URL(`../../data/${language}/${file}.json`, import.meta.url), 'utf8'));

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
const LITERAL = 0;

/** The places of a sentence that are filled in: `{lines}`, and the names of its choices. */
function places(text: string): Set<string> {
  const names = new Set<string>();
  const collect = (parts: readonly Part[]): void => {
    for (const { type, value, options = {} } of parts) {
      if (type !== LITERAL && value) names.add(value);
      for (const option of Object.values(options)) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(text, 'en').getAst() as readonly Part[]);
  return names;
}

/** Sentences that are the same in English: names, numbers and words that both languages have. */
const isAlike = (text: string): boolean => text.replace(/\{[^}]*\}/g, '').replace(/[^\p{L}]/gu, '').length < 12;

describe('translations', () => {
  for (const file of ['messages', 'pages']) {
    const english = read('en', file);
    for (const language of LANGUAGES.filter((each) => each !== 'en')) {
      const own = read(language, file);

      it(`of ${file} have all sentences in ${language}, and none that English lacks`, () => {
        expect(Object.keys(own).sort()).to.deep.equal(Object.keys(english).sort());
      });

      it(`of ${file} fill in the same places in ${language}`, () => {
        const wrong = Object.keys(english).filter((key) => {
          const allowed = places(english[key]!);
          return [...places(own[key] ?? '')].some((place) => !allowed.has(place));
        });
        expect(wrong).to.deep.equal([]);
      });

      it(`of ${file} leave nothing English in ${language}`, () => {
        const same = Object.keys(english).filter((key) => own[key] === english[key] && !isAlike(english[key]!));
        expect(same).to.deep.equal([]);
      });
    }
  }
});

describe('the notes of the data', () => {
  const lines: { hours: string; note: string | null }[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value && typeof value === 'object') {
      if ('hours' in value) lines.push(value as (typeof lines)[number]);
      Object.values(value).forEach(collect);
    }
  };
  collect(JSON.parse(readFileSync(new URL('../../data/helplines.json', import.meta.url), 'utf8')));

  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    it(`on whom to call in a crisis are all there in ${language}`, () => {
      const notes = read(language, 'notes');
      const texts = lines.flatMap(({ hours, note }) => [hours, note]).filter((text) => text && text !== 'unknown');
      expect(texts.length).to.be.greaterThan(20);
      expect(texts.filter((text) => !notes[text!])).to.deep.equal([]);
    });
  }

  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    it(`on companies are all there in ${language}`, () => {
      const notes = read(language, 'notes');
      const texts = guide.directory.organisations.flatMap(({ commercialNote }) => commercialNote ?? []);
      expect(texts).not.to.deep.equal([]);
      expect(texts.filter((text) => !notes[text])).to.deep.equal([]);
    });
  }
});
