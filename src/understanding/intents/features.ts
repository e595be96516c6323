import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Person } from '../person.ts';
import type { SafetyClass } from '../safety/rules.ts';
import type { Token } from '../tokens.ts';

/** What a word of a name names. */
export type NamedAs = 'type' | 'cancer' | 'country' | 'nationality' | 'organisation';

/** What is known of an utterance before its intent is classified. */
export interface Facts {
  readonly tokens: readonly Token[];
  /** True where the utterance ends with, or holds, a question mark. */
  readonly question: boolean;
  /** For each word that belongs to a name, what it names; other words have no entry. */
  readonly named: ReadonlyMap<number, NamedAs>;
  readonly person: Person;
  readonly danger: `${SafetyClass} ${'certain' | 'possible'}` | null;
  /** Tells a common word of the language. */
  readonly isOrdinary: (word: string) => boolean;
}

/** In how many training utterances that are not off topic a stem stands. */
export type Lexicon = ReadonlyMap<string, number>;

/** A stem that stands in fewer of them is strange to us: such words tell what is off topic. */
export const LEAST_SEEN = 2;

/** Features of one utterance with their values; each group of features has the same length, so that none outweighs. */
export type Features = ReadonlyMap<string, number>;

/** Weights of the groups, chosen by cross-validation (docs/decisions.md). */
export const GROUPS = { words: 1, pairs: 0.8, letters: 0.8, ends: 0.5, signals: 0.6 } as const;

const NGRAM_LENGTHS = [3, 4, 5] as const;
const LENGTHS = [1, 2, 3, 5, 8, 14, 25, 50] as const;

const stemOf = new Map<string, string>();

/** Natural's Porter stemmer, remembered for common words only: nothing else that somebody types is kept. */
function stem(word: string, common: boolean): string {
  const known = stemOf.get(word);
  if (known !== undefined) return known;
  const made = porterStemmer.stem(word);
  if (common) stemOf.set(word, made);
  return made;
}

/** The stems of an utterance, for the lexicon. */
export function stemsOf(facts: Facts): string[] {
  return [...new Set(maskedWords(facts).flatMap(({ word, plain }) => (plain ? [word] : [])))];
}

/** The words as the classifier sees them: names replaced by what they name, the rest stemmed. */
function maskedWords(facts: Facts): { word: string; plain: string | null }[] {
  const words: { word: string; plain: string | null }[] = [];
  for (const [place, token] of facts.tokens.entries()) {
    const name = facts.named.get(place);
    if (name) {
      if (words.at(-1)?.word !== `<${name}>`) words.push({ word: `<${name}>`, plain: null });
    } else if (/^\d/.test(token.text)) words.push({ word: '<number>', plain: null });
    else words.push({ word: stem(token.text, facts.isOrdinary(token.text)), plain: token.text });
  }
  return words;
}

/**
 * The features of an utterance: word stems, pairs of words, letters within words (which forgive typing errors), the
 * first and last words, and signals from the gazetteer, the safety rules and the lexicon.
 *
 * @param ownWords true where the utterance is itself one of those that the lexicon counts
 */
export function featuresOf(facts: Facts, lexicon: Lexicon, ownWords: boolean): Features {
  const words = maskedWords(facts);
  const groups: Record<keyof typeof GROUPS, Set<string>> = {
    words: new Set(),
    pairs: new Set(),
    letters: new Set(),
    ends: new Set(),
    signals: new Set(),
  };
  for (const [place, { word, plain }] of words.entries()) {
    groups.words.add(`w ${word}`);
    groups.pairs.add(`p ${words[place - 1]?.word ?? '^'} ${word}`);
    const afterNext = words[place + 2];
    if (afterNext) groups.pairs.add(`s ${word} ${afterNext.word}`);
    if (plain && plain.length > 2) {
      const padded = `_${plain}_`;
      for (const length of NGRAM_LENGTHS) {
        for (let start = 0; start + length <= padded.length; start += 1)
          groups.letters.add(`c ${padded.slice(start, start + length)}`);
      }
    }
  }
  const last = words.at(-1);
  if (last) groups.pairs.add(`p ${last.word} $`);
  for (const [place, { word }] of words.slice(0, 3).entries()) groups.ends.add(`f${place} ${word}`);
  for (const { word } of words.slice(-4)) groups.ends.add(`l ${word}`);

  groups.signals.add(`length ${LENGTHS.findLast((length) => length <= words.length) ?? 0}`);
  if (facts.question) groups.signals.add('question');
  for (const name of new Set(facts.named.values())) groups.signals.add(`names ${name}`);
  groups.signals.add(`about ${facts.person}`);
  const strange = words.filter(
    ({ word, plain }) => plain && (lexicon.get(word) ?? 0) - (ownWords ? 1 : 0) < LEAST_SEEN,
  );
  const common = strange.filter(({ plain }) => facts.isOrdinary(plain!)).length;
  groups.signals.add(`strange common ${Math.min(common, 4)}`);
  groups.signals.add(`strange rare ${Math.min(strange.length - common, 4)}`);
  groups.signals.add(`strange share ${Math.round((4 * strange.length) / Math.max(words.length, 1))}`);
  if (facts.danger) groups.signals.add(`safety ${facts.danger}`);

  const features = new Map<string, number>([['bias', 1]]);
  for (const [group, names] of Object.entries(groups)) {
    const value = GROUPS[group as keyof typeof GROUPS] / Math.sqrt(Math.max(names.size, 1));
    for (const name of names) features.set(name, value);
  }
  return features;
}
