import { Spelling } from './spelling.ts';
import { foldPhrase, type Token } from './tokens.ts';

/** A phrase of the data and what it stands for. */
export interface Entry<Value> {
  readonly phrase: string;
  readonly value: Value;
  /** True where no typing error is forgiven, as for abbreviations. */
  readonly exact?: boolean;
}

/** A phrase found in an utterance: the words from `start` up to, not including, `end`. */
export interface Mention<Value> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly Value[];
  /** The phrase as it stands in the data. */
  readonly phrase: string;
  /** Number of words that were misspelt. */
  readonly errors: number;
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  readonly values: Value[];
  phrase: string;
  exact: boolean;
}

/** The words that one typed word may stand for, with its typing errors. */
type Meanings = readonly { readonly word: string; readonly errors: number }[];

const emptyNode = <Value>(): Node<Value> => ({ next: new Map(), values: [], phrase: '', exact: true });

/** Finds phrases in an utterance: the longest first, from left to right, small typing errors forgiven. */
export class Gazetteer<Value> {
  readonly #root: Node<Value> = emptyNode();
  readonly #spelling: Spelling;

  /**
   * @param entries the phrases; one phrase may stand for several values
   * @param isOrdinary tells a common word of the language, which is never taken for a misspelt other one
   */
  constructor(entries: Iterable<Entry<Value>>, isOrdinary: (word: string) => boolean = () => false) {
    const forgiving = new Set<string>();
    for (const entry of entries) {
      const words = foldPhrase(entry.phrase);
      if (words.length === 0) continue;
      let node = this.#root;
      for (const word of words) {
        let next = node.next.get(word);
        if (!next) {
          next = emptyNode();
          node.next.set(word, next);
        }
        node = next;
        if (!entry.exact) forgiving.add(word);
      }
      if (!node.values.includes(entry.value)) node.values.push(entry.value);
      if (node.phrase === '') node.phrase = entry.phrase;
      node.exact &&= entry.exact ?? false;
    }
    this.#spelling = new Spelling(forgiving, isOrdinary);
  }

  /** True where a word stands in some phrase. */
  knows(word: string): boolean {
    return this.#spelling.has(word);
  }

  /**
   * All mentions in an utterance, none overlapping another.
   *
   * @param tokens the words of the utterance
   * @returns the mentions from left to right
   */
  find(tokens: readonly Token[]): Mention<Value>[] {
    const meant = this.#meanings(tokens);
    const mentions: Mention<Value>[] = [];
    for (let start = 0; start < tokens.length; ) {
      const mention = this.#longest(meant, tokens, start);
      if (mention) mentions.push(mention);
      start = mention ? mention.end : start + 1;
    }
    return mentions;
  }

  /** What each typed word may stand for: itself, its singular, its nearest spellings; a repeated word is looked up once. */
  #meanings(tokens: readonly Token[]): Meanings[] {
    const nearest = this.#spelling.lookUp(tokens.map(({ text }) => text));
    const known = new Map<string, Meanings>();
    return tokens.map(({ text: word }) => {
      const before = known.get(word);
      if (before) return before;
      const meanings = [{ word, errors: 0 }];
      if (word.length > 3 && word.endsWith('s')) meanings.push({ word: word.slice(0, -1), errors: 0 });
      for (const near of nearest.get(word) ?? []) meanings.push({ word: near, errors: 1 });
      known.set(word, meanings);
      return meanings;
    });
  }

  #longest(meant: readonly Meanings[], tokens: readonly Token[], start: number): Mention<Value> | undefined {
    // Most words begin no phrase.
    if (!meant[start]!.some(({ word }) => this.#root.next.has(word))) return undefined;
    let best: Mention<Value> | undefined;
    const follow = (node: Node<Value>, place: number, errors: number): void => {
      if (node.values.length > 0 && !(node.exact && errors > 0)) {
        const better = !best || place > best.end || (place === best.end && errors < best.errors);
        if (better) best = { start, end: place, values: node.values, phrase: node.phrase, errors };
      }
      if (place >= tokens.length || (place > start && tokens[place]!.sentence !== tokens[start]!.sentence)) return;
      for (const meaning of meant[place]!) {
        const next = node.next.get(meaning.word);
        if (next) follow(next, place + 1, errors + meaning.errors);
      }
    };
    follow(this.#root, start, 0);
    return best;
  }
}
