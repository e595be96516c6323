import type { Element, Sequence } from './phrase.ts';

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

/** The message that phrases are looked for in. */
export interface Message {
  readonly words: readonly { readonly word: string; readonly sentence: number }[];
  /** Where each key stands, by its number: a word, what it may be misspelt for, a prefix. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** A choice sorted for the walk: its options of one word, and the longer ones. */
interface Sorted {
  readonly keys: readonly number[];
  readonly others: readonly Sequence[];
}
const sortedBefore = new WeakMap<readonly Sequence[], Sorted>();

const keyOf = (element: Element | undefined): number | null =>
  element?.kind === 'word' || element?.kind === 'prefix' ? element.key : null;

function sorted(options: readonly Sequence[]): Sorted {
  const before = sortedBefore.get(options);
  if (before) return before;
  const keys = new Set<number>();
  const others: Sequence[] = [];
  for (const option of options) {
    const key = option.length === 1 ? keyOf(option[0]) : null;
    if (key === null) others.push(option);
    else keys.add(key);
  }
  const made = { keys: [...keys], others };
  sortedBefore.set(options, made);
  return made;
}

/** Stand for the words that a test finds, beside the numbers of keys. */
const FEVERS = -1;
const NUMBERS = -2;

/** A set of places of a message, a bit each. */
type Places = readonly number[];

/** Room for the sets of one walk, used again by the next: a walk allocates nothing. */
let room = new Int32Array(4096);

/**
 * Where a phrase may have come to in a message, after each of its parts: all places at once, as a set of bits. So a
 * phrase costs the same few steps however often its words are said, where trying one place after the other would take
 * as many steps as there are ways to fill its gaps.
 *
 * A state of the walk is two sets, one after the other in `room`: places where the next word must be of the same
 * sentence as the one before, and places where it may be of any.
 */
export class Reach {
  readonly #message: Message;
  /** Numbers of 32 bits that hold a set of the places from 0 to the end of the message. */
  readonly #size: number;
  /** All places, the one after the last word, too. */
  readonly #all: Places;
  /** Places whose word is of the same sentence as the word before. */
  readonly #inside: Places;
  readonly #ofKeys = new Map<number, Places | null>();
  readonly #ofChoices = new Map<readonly Sequence[], { readonly words: Places | null; readonly others: Sequence[] }>();
  #top = 0;

  constructor(message: Message) {
    const { words } = message;
    this.#message = message;
    this.#size = (words.length >> 5) + 1;
    const all = this.#none();
    const inside = this.#none();
    for (let place = 0; place <= words.length; place += 1) {
      all[place >> 5]! |= 1 << place;
      const isNew = place > 0 && place < words.length && words[place]!.sentence !== words[place - 1]!.sentence;
      if (!isNew) inside[place >> 5]! |= 1 << place;
    }
    this.#all = all;
    this.#inside = inside;
  }

  /** True where the phrase matches somewhere. */
  matches(sequence: Sequence): boolean {
    return this.#endFrom(sequence, 0, this.#message.words.length) !== -1;
  }

  /** The first words of the message that match a phrase which is known to match. */
  wordsOf(sequence: Sequence): string {
    let low = 0;
    let high = this.#message.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#endFrom(sequence, 0, middle) === -1) low = middle + 1;
      else high = middle;
    }
    const words = this.#message.words.slice(low, this.#endFrom(sequence, low, low));
    return words.map(({ word }) => word).join(' ');
  }

  /** The first place where a phrase may end that begins somewhere from one place to another; -1 where it does not match. */
  #endFrom(sequence: Sequence, from: number, to: number): number {
    this.#top = 0;
    const start = this.#push();
    for (let place = from; place <= to; place += 1) room[start + this.#size + (place >> 5)]! |= 1 << place;
    const end = this.#walk(sequence, start);
    if (end === -1) return -1;
    for (let index = 0; index < this.#size; index += 1) {
      const bits = room[end + index]! | room[end + this.#size + index]!;
      if (bits !== 0) return index * 32 + 31 - Math.clz32(bits & -bits);
    }
    return -1;
  }

  #none(): number[] {
    return new Array<number>(this.#size).fill(0);
  }

  /** Makes an empty state and says where it is. */
  #push(): number {
    const at = this.#top;
    this.#top += 2 * this.#size;
    if (this.#top > room.length) {
      const larger = new Int32Array(2 * this.#top);
      larger.set(room);
      room = larger;
    }
    room.fill(0, at, this.#top);
    return at;
  }

  /** Where the state is that a sequence leads to from another; -1 where it leads nowhere. */
  #walk(sequence: Sequence, from: number): number {
    let state = from;
    for (const element of sequence) {
      const next = this.#push();
      if (!this.#step(element, state, next)) return -1;
      state = next;
    }
    return state;
  }

  /** One element from a state to an empty one; false where it leads nowhere. */
  #step(element: Element, from: number, to: number): boolean {
    const size = this.#size;
    const { length } = this.#message.words;
    switch (element.kind) {
      case 'start':
        return this.#keep(from, to, 0);
      case 'end':
        return this.#keep(from, to, length);
      case 'choice':
        return this.#choose(element.options, element.optional, from, to);
      case 'gap': {
        if (element.overSentences) {
          for (let index = 0; index < size; index += 1)
            room[to + size + index] = room[from + index]! | room[from + size + index]!;
        } else {
          for (let index = 0; index < size; index += 1) {
            room[to + index] = room[from + index]! & this.#inside[index]!;
            room[to + size + index] = room[from + size + index]!;
          }
          for (let skipped = 0; skipped < element.most; skipped += 1) this.#spread(to, 1, this.#inside);
        }
        for (let covered = 1; covered <= element.most; ) {
          const shift = Math.min(covered, element.most + 1 - covered);
          this.#spread(to + size, shift, this.#all);
          covered += shift;
        }
        return true;
      }
      case 'word':
      case 'prefix':
        return this.#pass(this.#ofKey(element.key), from, to);
      case 'fever':
        return this.#pass(this.#ofTest(FEVERS, isFever), from, to);
      case 'number':
        return this.#pass(
          this.#ofTest(NUMBERS, (word) => !Number.isNaN(numberOf(word))),
          from,
          to,
        );
    }
  }

  /** Keeps one place of a state. */
  #keep(from: number, to: number, place: number): boolean {
    const [index, bit] = [place >> 5, 1 << place];
    room[to + index] = room[from + index]! & bit;
    room[to + this.#size + index] = room[from + this.#size + index]! & bit;
    return (room[to + index]! | room[to + this.#size + index]!) !== 0;
  }

  /** Adds to a set each of its places moved on by so many words, at most 31, as far as they are allowed. */
  #spread(at: number, shift: number, allowed: Places): void {
    for (let index = this.#size - 1; index >= 0; index -= 1) {
      const carried = index > 0 ? room[at + index - 1]! >>> (32 - shift) : 0;
      room[at + index]! |= ((room[at + index]! << shift) | carried) & allowed[index]!;
    }
  }

  /** Goes on over one word, from all places where it stands; adds to what is there. */
  #pass(places: Places | null, from: number, to: number): boolean {
    if (places === null) return false;
    let carried = 0;
    let any = 0;
    for (let index = 0; index < this.#size; index += 1) {
      const bits = ((room[from + index]! & this.#inside[index]!) | room[from + this.#size + index]!) & places[index]!;
      room[to + index]! |= (bits << 1) | carried;
      carried = bits >>> 31;
      any |= bits;
    }
    return any !== 0;
  }

  #choose(options: readonly Sequence[], optional: boolean, from: number, to: number): boolean {
    const { words, others } = this.#ofChoice(options);
    let any = this.#pass(words, from, to);
    const top = this.#top;
    for (const option of others) {
      const end = this.#walk(option, from);
      if (end !== -1) {
        any = true;
        for (let index = 0; index < 2 * this.#size; index += 1) room[to + index]! |= room[end + index]!;
      }
      this.#top = top;
    }
    if (optional) for (let index = 0; index < 2 * this.#size; index += 1) room[to + index]! |= room[from + index]!;
    return any || optional;
  }

  #ofKey(key: number): Places | null {
    const before = this.#ofKeys.get(key);
    if (before !== undefined) return before;
    const at = this.#message.places.get(key);
    const made = at ? this.#none() : null;
    if (made) for (const place of at!) made[place >> 5]! |= 1 << place;
    this.#ofKeys.set(key, made);
    return made;
  }

  #ofTest(key: number, test: (word: string) => boolean): Places | null {
    const before = this.#ofKeys.get(key);
    if (before !== undefined) return before;
    const made = this.#none();
    for (const [place, { word }] of this.#message.words.entries()) if (test(word)) made[place >> 5]! |= 1 << place;
    this.#ofKeys.set(key, made);
    return made;
  }

  /** The places of all words of a choice, and those of its longer options that may begin here: found once a message. */
  #ofChoice(options: readonly Sequence[]): { readonly words: Places | null; readonly others: Sequence[] } {
    const before = this.#ofChoices.get(options);
    if (before) return before;
    const { places } = this.#message;
    const { keys, others } = sorted(options);
    let words: number[] | null = null;
    for (const key of keys) {
      const at = places.get(key);
      if (!at) continue;
      words ??= this.#none();
      for (const place of at) words[place >> 5]! |= 1 << place;
    }
    const made = {
      words,
      others: others.filter((option) => {
        const key = keyOf(option[0]);
        return key === null || places.has(key);
      }),
    };
    this.#ofChoices.set(options, made);
    return made;
  }
}
