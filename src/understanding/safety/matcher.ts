import { Spelling } from '../spelling.ts';
import { NeedIndex, needsOf } from './needs.ts';
import { numberOfWord, type Sequence } from './phrase.ts';
import { Reach } from './reach.ts';

/** A word of the message as the safety phrases see it. */
export interface SafetyWord {
  readonly word: string;
  readonly sentence: number;
}

const NOTHING_NEAR: readonly string[] = [];

/** Matches many phrases against one message, small typing errors forgiven. */
export class PhraseMatcher<Value> {
  readonly #phrases: { readonly sequence: Sequence; readonly value: Value }[] = [];
  readonly #needs = new NeedIndex();
  readonly #prefixes = new PrefixTree();
  readonly #spelling: Spelling;

  constructor(
    phrases: Iterable<{ readonly sequence: Sequence; readonly value: Value }>,
    isOrdinary: (word: string) => boolean,
  ) {
    const words = new Set<string>();
    const seen = new Set<readonly Sequence[]>();
    for (const phrase of phrases) {
      this.#phrases.push(phrase);
      collect(phrase.sequence, words, this.#prefixes, seen);
      this.#needs.add(needsOf(phrase.sequence));
    }
    this.#spelling = new Spelling(words, isOrdinary);
  }

  /**
   * Every phrase that matches somewhere in the message.
   *
   * @param message the words, long forms already folded into short ones
   * @returns the values of the matching phrases with the words that matched, found when they are asked for; in no
   *   special order
   */
  match(message: readonly SafetyWord[]): { readonly value: Value; readonly words: string }[] {
    const keysOf = this.#keys(message.map(({ word }) => word));
    const places = new Map<number, number[]>();
    for (const [place, { word }] of message.entries()) {
      for (const key of keysOf(word)) {
        const others = places.get(key);
        if (others) others.push(place);
        else places.set(key, [place]);
      }
    }
    const reach = new Reach({ words: message, places });
    return this.#needs.candidates(places.keys()).flatMap((number) => {
      const { sequence, value } = this.#phrases[number]!;
      if (!reach.matches(sequence)) return [];
      return [
        {
          value,
          get words() {
            return reach.wordsOf(sequence);
          },
        },
      ];
    });
  }

  /** What each typed word of one message may be taken for: itself, a word it misspells, a prefix with any ending. */
  #keys(words: readonly string[]): (word: string) => readonly number[] {
    const nearest = this.#spelling.lookUp(words);
    const known = new Map<string, readonly number[]>();
    return (word) => {
      const before = known.get(word);
      if (before) return before;
      const keys: number[] = [];
      const meant = [word, ...(nearest.get(word) ?? NOTHING_NEAR)];
      for (const each of meant) {
        const key = numberOfWord(each);
        if (key !== undefined) keys.push(key);
      }
      for (const each of meant) this.#prefixes.addKeys(each, keys);
      known.set(word, keys);
      return keys;
    };
  }
}

/** The prefixes of all phrases, letter by letter. */
class PrefixTree {
  readonly #next = new Map<number, PrefixTree>();
  #key: number | null = null;

  add(prefix: string, key: number): void {
    let node: PrefixTree = this;
    for (let index = 0; index < prefix.length; index += 1) {
      const letter = prefix.charCodeAt(index);
      let next = node.#next.get(letter);
      if (!next) {
        next = new PrefixTree();
        node.#next.set(letter, next);
      }
      node = next;
    }
    node.#key = key;
  }

  /** Adds the keys of all prefixes that a word begins with. */
  addKeys(word: string, keys: number[]): void {
    let node: PrefixTree | undefined = this;
    for (let index = 0; node; index += 1) {
      if (node.#key !== null) keys.push(node.#key);
      node = node.#next.get(word.charCodeAt(index));
    }
  }
}

/** Gathers the words and prefixes of a phrase; choices that stand in several phrases are gone through once. */
function collect(sequence: Sequence, words: Set<string>, prefixes: PrefixTree, seen: Set<readonly Sequence[]>): void {
  for (const element of sequence) {
    if (element.kind === 'word') words.add(element.word);
    else if (element.kind === 'prefix') {
      prefixes.add(element.prefix, element.key);
      words.add(element.prefix);
    } else if (element.kind === 'choice' && !seen.has(element.options)) {
      seen.add(element.options);
      for (const option of element.options) collect(option, words, prefixes, seen);
    }
  }
}
