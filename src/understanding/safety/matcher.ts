import { Spelling } from '../spelling.ts';
import { NeedIndex, needsOf } from './needs.ts';
import type { Element, Sequence } from './phrase.ts';

/** A word of the message as the safety phrases see it. */
export interface SafetyWord {
  readonly word: string;
  readonly sentence: number;
}

type Continue = (place: number, sentence: number) => boolean;

const ANY_SENTENCE = -1;
/** 37.8 °C is where most oncology units ask to be called; 43 is the end of a clinical thermometer. */
const FEVER = { celsius: [37.8, 43], fahrenheit: [100, 109] } as const;

function numberOf(word: string): number {
  const found = /^(\d+(?:[.,]\d+)?)(?:c|f|degrees)?$/.exec(word);
  return found ? Number(found[1]!.replace(',', '.')) : Number.NaN;
}

function isFever(word: string): boolean {
  const value = numberOf(word);
  const between = ([low, high]: readonly [number, number]): boolean => value >= low && value <= high;
  return between(FEVER.celsius) || between(FEVER.fahrenheit);
}

/** Matches many phrases against one message, small typing errors forgiven. */
export class PhraseMatcher<Value> {
  readonly #phrases: { readonly sequence: Sequence; readonly value: Value }[] = [];
  readonly #needs = new NeedIndex();
  readonly #firsts: ReadonlySet<string | null>[] = [];
  readonly #prefixes: ReadonlySet<string>;
  readonly #spelling: Spelling;
  readonly #isOrdinary: (word: string) => boolean;

  constructor(
    phrases: Iterable<{ readonly sequence: Sequence; readonly value: Value }>,
    isOrdinary: (word: string) => boolean,
  ) {
    const words = new Set<string>();
    const prefixes = new Set<string>();
    const seen = new Set<readonly Sequence[]>();
    for (const phrase of phrases) {
      this.#phrases.push(phrase);
      collect(phrase.sequence, words, prefixes, seen);
      this.#needs.add(needsOf(phrase.sequence));
      this.#firsts.push(firstKeys(phrase.sequence));
    }
    this.#prefixes = prefixes;
    this.#spelling = new Spelling(words);
    this.#isOrdinary = isOrdinary;
  }

  /**
   * Every phrase that matches somewhere in the message.
   *
   * @param message the words, long forms already folded into short ones
   * @returns the values of the matching phrases with the words that matched, in no special order
   */
  match(message: readonly SafetyWord[]): { value: Value; words: string }[] {
    const known = new Map<string, ReadonlySet<string>>();
    const keys = message.map(({ word }) => {
      const keysOfWord = known.get(word) ?? this.#keys(word);
      known.set(word, keysOfWord);
      return keysOfWord;
    });
    const found = new Map<number, { start: number; end: number }>();
    const step = (element: Element, place: number, sentence: number, then: Continue): boolean => {
      const here = message[place];
      switch (element.kind) {
        case 'start':
          return place === 0 && then(place, sentence);
        case 'end':
          return place === message.length && then(place, sentence);
        case 'choice':
          return walkAny(element.options, place, sentence, then) || (element.optional && then(place, sentence));
        case 'gap':
          for (let skipped = 0; skipped <= element.most && place + skipped <= message.length; skipped += 1) {
            const next = message[place + skipped];
            if (!element.overSentences && next && sentence !== ANY_SENTENCE && next.sentence !== sentence) break;
            if (then(place + skipped, element.overSentences ? ANY_SENTENCE : sentence)) return true;
          }
          return false;
      }
      if (!here || (sentence !== ANY_SENTENCE && here.sentence !== sentence)) return false;
      const fits =
        element.kind === 'word'
          ? keys[place]!.has(element.word)
          : element.kind === 'prefix'
            ? keys[place]!.has(`${element.prefix}*`)
            : element.kind === 'fever'
              ? isFever(here.word)
              : !Number.isNaN(numberOf(here.word));
      return fits && then(place + 1, here.sentence);
    };
    const walk = (sequence: Sequence, index: number, place: number, sentence: number, then: Continue): boolean => {
      const element = sequence[index];
      if (!element) return then(place, sentence);
      return step(element, place, sentence, (next, nextSentence) =>
        walk(sequence, index + 1, next, nextSentence, then),
      );
    };
    const walkAny = (options: readonly Sequence[], place: number, sentence: number, then: Continue): boolean => {
      const { byFirst, others } = optionsByFirst(options);
      for (const key of keys[place] ?? []) {
        for (const option of byFirst.get(key) ?? []) if (walk(option, 0, place, sentence, then)) return true;
      }
      return others.some((option) => walk(option, 0, place, sentence, then));
    };
    const attempt = (number: number, start: number): void => {
      if (found.has(number)) return;
      walk(this.#phrases[number]!.sequence, 0, start, ANY_SENTENCE, (end) => {
        found.set(number, { start, end });
        return true;
      });
    };
    const places = new Map<string, number[]>();
    for (const [place, each] of keys.entries()) {
      for (const key of each) {
        const others = places.get(key);
        if (others) others.push(place);
        else places.set(key, [place]);
      }
    }
    for (const number of this.#needs.candidates(places.keys())) {
      for (const start of startsOf(this.#firsts[number]!, places, message.length)) attempt(number, start);
    }
    return [...found].map(([number, { start, end }]) => ({
      value: this.#phrases[number]!.value,
      words: message
        .slice(start, end)
        .map(({ word }) => word)
        .join(' '),
    }));
  }

  /** What a typed word may be taken for: itself, a word it misspells, a prefix with any ending. */
  #keys(word: string): ReadonlySet<string> {
    const keys = new Set([word]);
    if (!this.#spelling.has(word) && !this.#isOrdinary(word)) {
      for (const near of this.#spelling.nearest(word)) keys.add(near);
    }
    for (const key of [...keys]) {
      for (let length = 1; length <= key.length; length += 1) {
        const prefix = key.slice(0, length);
        if (this.#prefixes.has(prefix)) keys.add(`${prefix}*`);
      }
    }
    return keys;
  }
}

/** Gathers the words and prefixes of a phrase; choices that stand in several phrases are gone through once. */
function collect(sequence: Sequence, words: Set<string>, prefixes: Set<string>, seen: Set<readonly Sequence[]>): void {
  for (const element of sequence) {
    if (element.kind === 'word') words.add(element.word);
    else if (element.kind === 'prefix') {
      prefixes.add(element.prefix);
      words.add(element.prefix);
    } else if (element.kind === 'choice' && !seen.has(element.options)) {
      seen.add(element.options);
      for (const option of element.options) collect(option, words, prefixes, seen);
    }
  }
}

/** The words a phrase may begin with; null among them where it may begin with anything. */
function firstKeys(sequence: Sequence): Set<string | null> {
  const keys = new Set<string | null>();
  for (const element of sequence) {
    if (element.kind === 'start') continue;
    if (element.kind === 'word') keys.add(element.word);
    else if (element.kind === 'prefix') keys.add(`${element.prefix}*`);
    else if (element.kind === 'choice') {
      for (const option of element.options) for (const key of firstKeys(option)) keys.add(key);
      if (element.optional) continue;
    } else keys.add(null);
    return keys;
  }
  return keys.add(null);
}

interface OptionsByFirst {
  readonly byFirst: ReadonlyMap<string, readonly Sequence[]>;
  /** Those that may begin with anything. */
  readonly others: readonly Sequence[];
}
const optionsSeen = new WeakMap<readonly Sequence[], OptionsByFirst>();

/** The options of a choice by the words that they may begin with: a choice of a hundred words is one look. */
function optionsByFirst(options: readonly Sequence[]): OptionsByFirst {
  const seen = optionsSeen.get(options);
  if (seen) return seen;
  const byFirst = new Map<string, Sequence[]>();
  const others: Sequence[] = [];
  for (const option of options) {
    const firsts = firstKeys(option);
    if (firsts.has(null)) others.push(option);
    else for (const key of firsts) byFirst.set(key!, [...(byFirst.get(key!) ?? []), option]);
  }
  const made = { byFirst, others };
  optionsSeen.set(options, made);
  return made;
}

/** The places of a message where a phrase may begin, in their order. */
function startsOf(
  firsts: ReadonlySet<string | null>,
  places: ReadonlyMap<string, readonly number[]>,
  length: number,
): Iterable<number> {
  if (firsts.has(null)) return Array.from({ length }, (_, place) => place);
  const starts = new Set<number>();
  if (firsts.size > places.size) {
    for (const [key, at] of places) if (firsts.has(key)) for (const place of at) starts.add(place);
  } else for (const key of firsts) for (const place of places.get(key!) ?? []) starts.add(place);
  return [...starts].sort((a, b) => a - b);
}
