import type { Person } from '../person.ts';
import type { SafetyClass } from '../safety/rules.ts';
import type { Stem } from '../stemmers.ts';
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
  readonly stem: Stem;
  readonly conceptsOf: ConceptsOf;
}

/** The concepts that a folded word or its stem stands for, as `data/<language>/concepts.json` has them: "tamoxifen" is a drug. */
export type ConceptsOf = (word: string, stem: string) => readonly string[];

const NO_CONCEPTS: readonly string[] = [];

/** Makes the function that finds a word's concepts, whatever its ending. */
export function createConcepts(words: Readonly<Record<string, readonly string[]>>, stemOf: Stem): ConceptsOf {
  const concepts = new Map<string, string[]>();
  for (const [concept, list] of Object.entries(words)) {
    for (const word of new Set(list.flatMap((each) => [each, stemOf(each)])))
      concepts.set(word, [...(concepts.get(word) ?? []), concept]);
  }
  return (word, stem) => concepts.get(word) ?? concepts.get(stem) ?? NO_CONCEPTS;
}

/** In how many training utterances that are not off topic a stem stands. */
export type Lexicon = ReadonlyMap<string, number>;

/** A stem that stands in fewer of them is strange to us: such words tell what is off topic. */
export const LEAST_SEEN = 2;

/** Features of one utterance with their values; each group of features has the same length, so that none outweighs. */
export type Features = ReadonlyMap<string, number>;

/** Weights of the groups, chosen by cross-validation (docs/decisions/understanding.md). */
export const GROUPS = { words: 1, pairs: 0.8, letters: 0.8, ends: 0.5, signals: 0.6, concepts: 0.6 } as const;

/** What a person wants stands at the beginning or the end of a long story: so many words are classified. */
const MOST_WORDS = 240;
/** So many different parts of words are classified: 240 words of real prose have fewer (measured: 2,240 at most). */
const MOST_LETTERS = 2400;
const NGRAM_LENGTHS = [3, 4, 5] as const;
const LENGTHS = [1, 2, 3, 5, 8, 14, 25, 50] as const;

const letterFeatures = new Map<string, readonly string[]>();

/** The features of the letters within a word, remembered for common words only, as their stems are. */
function lettersOf(word: string, common: boolean): readonly string[] {
  const known = letterFeatures.get(word);
  if (known) return known;
  const made: string[] = [];
  if (word.length > 2) {
    const padded = `_${word}_`;
    for (const length of NGRAM_LENGTHS) {
      for (let start = 0; start + length <= padded.length; start += 1)
        made.push(`c ${padded.slice(start, start + length)}`);
    }
  }
  if (common) letterFeatures.set(word, made);
  return made;
}

/** The stems of an utterance, for the lexicon. */
export function stemsOf(facts: Facts): string[] {
  return [...new Set(maskedWords(facts, unitsOf(facts)).flatMap(({ word, plain }) => (plain ? [word] : [])))];
}

/** The words, each name as one. */
function unitsOf(facts: Facts): (Token | NamedAs)[] {
  const units: (Token | NamedAs)[] = [];
  for (const [place, token] of facts.tokens.entries()) {
    const name = facts.named.get(place);
    if (!name) units.push(token);
    else if (units.at(-1) !== name) units.push(name);
  }
  return units;
}

/** The words as the classifier sees them: names replaced by what they name, the rest stemmed. */
function maskedWords(facts: Facts, units: readonly (Token | NamedAs)[]): { word: string; plain: string | null }[] {
  return units.map((unit) => {
    if (typeof unit === 'string') return { word: `<${unit}>`, plain: null };
    if (/^\d/.test(unit.text)) return { word: '<number>', plain: null };
    return { word: facts.stem(unit.text), plain: unit.text };
  });
}

/**
 * The features of an utterance: word stems, pairs of words, letters within words (which forgive typing errors), the
 * first and last words, the concepts that words stand for (which a rare word shares with common ones), and signals from the gazetteer, the safety rules and the lexicon.
 *
 * @param ownWords true where the utterance is itself one of those that the lexicon counts
 */
export function featuresOf(facts: Facts, lexicon: Lexicon, ownWords: boolean): Features {
  const all = unitsOf(facts);
  const classified = all.length > MOST_WORDS ? [...all.slice(0, MOST_WORDS / 2), ...all.slice(-MOST_WORDS / 2)] : all;
  const words = maskedWords(facts, classified);
  const groups: Record<keyof typeof GROUPS, Set<string>> = {
    words: new Set(),
    pairs: new Set(),
    letters: new Set(),
    ends: new Set(),
    signals: new Set(),
    concepts: new Set(),
  };
  for (const [place, { word, plain }] of words.entries()) {
    groups.words.add(`w ${word}`);
    groups.pairs.add(`p ${words[place - 1]?.word ?? '^'} ${word}`);
    const afterNext = words[place + 2];
    if (afterNext) groups.pairs.add(`s ${word} ${afterNext.word}`);
    for (const concept of plain ? facts.conceptsOf(plain, word) : NO_CONCEPTS) {
      groups.concepts.add(`k ${concept}`);
      groups.concepts.add(`kp ${words[place - 1]?.word ?? '^'} ${concept}`);
      groups.concepts.add(`kn ${concept} ${words[place + 1]?.word ?? '$'}`);
    }
    if (plain && groups.letters.size < MOST_LETTERS)
      for (const feature of lettersOf(plain, facts.isOrdinary(plain))) groups.letters.add(feature);
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
