import { syllable } from 'syllable';

/** Flesch-Kincaid grade level (Kincaid 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:\n]+/).filter((sentence) => /\p{L}/u.test(sentence)).length;
  const words = text.match(/[\p{L}'’]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
