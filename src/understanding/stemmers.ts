import { createRequire } from 'node:module';
import type { Language } from '../words/languages.ts';

const require = createRequire(import.meta.url);

/** Natural's stemmers by language. Polish has none: its words are known by their beginnings. */
const FILES: Readonly<Partial<Record<Language, string>>> = {
  en: 'porter_stemmer',
  de: 'porter_stemmer_de',
  fr: 'porter_stemmer_fr',
  es: 'porter_stemmer_es',
  it: 'porter_stemmer_it',
  pt: 'porter_stemmer_pt',
  nl: 'porter_stemmer_nl',
};

/** So many letters of a Polish word tell it from others; what follows is mostly its ending. */
const POLISH_LETTERS = 6;

export type Stem = (word: string) => string;

/**
 * The function that takes a folded word to its stem.
 *
 * @param isCommon common words are remembered with their stems; nothing else that somebody types is kept
 */
export function createStemmer(language: Language, isCommon: (word: string) => boolean): Stem {
  const file = FILES[language];
  const stemmer = file ? (require(`natural/lib/natural/stemmers/${file}.js`) as { stem: Stem }) : null;
  const stem: Stem = (word) => (stemmer ? stemmer.stem(word) : word.slice(0, POLISH_LETTERS));
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = stem(word);
    if (isCommon(word)) known.set(word, made);
    return made;
  };
}
