/** How many typing errors a word may hold and still be taken for another one: measured in docs/decisions/understanding.md. */
export const LIMITS = { oneErrorFrom: 5, twoErrorsFrom: 9 } as const;

/**
 * The number of typing errors that is forgiven in a word.
 *
 * @param length the number of letters of the word as it is spelt in the data
 */
export function errorsAllowed(length: number): 0 | 1 | 2 {
  if (length < LIMITS.oneErrorFrom) return 0;
  return length < LIMITS.twoErrorsFrom ? 1 : 2;
}

/** Rows of the table of distances, used again each time: a message asks for thousands. */
let rows = [0, 1, 2].map(() => new Uint16Array(64));

/**
 * Optimal string alignment distance (insert, delete, replace, swap two neighbours; each counts 1), given up early.
 * Boytsov 2011, "Indexing methods for approximate dictionary searching", section 2.1.
 *
 * @returns the distance, or `limit + 1` where it is greater than `limit`
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (rows[0]!.length <= b.length) rows = [0, 1, 2].map(() => new Uint16Array(2 * b.length + 2));
  let [beforeLast, last, row] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let best = i;
    const letter = a.charCodeAt(i - 1);
    const letterBefore = i > 1 ? a.charCodeAt(i - 2) : -1;
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      let value = last[j - 1]! + (letter === other ? 0 : 1);
      if (last[j]! + 1 < value) value = last[j]! + 1;
      if (row[j - 1]! + 1 < value) value = row[j - 1]! + 1;
      if (j > 1 && letter === b.charCodeAt(j - 2) && letterBefore === other && beforeLast[j - 2]! + 1 < value)
        value = beforeLast[j - 2]! + 1;
      row[j] = value;
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** One bit for each letter that a word holds, to turn away most candidates before their distance is counted. */
function letters(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) % 31);
  return bits;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** A longer word is no slip of a known one. */
const LONGEST_TYPED = 30;
/** For each letter the places where the typed word has it, a bit each; all 0 between two searches. */
const placesOfLetter = new Int32Array(0x10000);

/**
 * The same distance as `distance`, all places of the typed word at once in the bits of one number: Hyyrö 2003,
 * "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", figure 6.
 *
 * @param length letters of the typed word, at most 31, whose places are in `placesOfLetter`
 */
function distanceTo(word: string, length: number): number {
  const last = 1 << (length - 1);
  let plus = -1;
  let minus = 0;
  let diagonal = 0;
  let before = 0;
  let errors = length;
  for (let index = 0; index < word.length; index += 1) {
    const same = placesOfLetter[word.charCodeAt(index)]!;
    const swapped = ((~diagonal & same) << 1) & before;
    diagonal = ((((same & plus) + plus) | 0) ^ plus) | same | minus | swapped;
    let up = minus | ~(diagonal | plus);
    let down = diagonal & plus;
    if (up & last) errors += 1;
    if (down & last) errors -= 1;
    up = (up << 1) | 1;
    down <<= 1;
    plus = down | ~(diagonal | up);
    minus = up & diagonal;
    before = same;
  }
  return errors;
}

/** Known words that begin with the same letter and are of the same length. */
interface Alike {
  readonly words: string[];
  /** See `letters`, for each word. */
  readonly bits: number[];
}

const keyOf = (start: number, length: number): number => start * 64 + length;

/** So many different words of one message are looked up as misspelt: 4,000 characters of prose hold fewer. */
export const MOST_LOOKED_UP = 150;

const NONE: readonly string[] = [];
const NOTHING: ReadonlyMap<string, readonly string[]> = new Map();

const mayBeMisspelt = ({ length }: string): boolean => length >= LIMITS.oneErrorFrom - 1 && length <= LONGEST_TYPED;

/** Finds the known word that a misspelt one stands for. */
export class Spelling {
  readonly #alike = new Map<number, Alike>();
  readonly #known = new Set<string>();

  readonly #isOrdinary: (word: string) => boolean;

  /**
   * @param known the folded words that may be meant
   * @param isOrdinary tells a common word of the language, which is never taken for a misspelt other one
   */
  constructor(known: Iterable<string>, isOrdinary: (word: string) => boolean = () => false) {
    this.#isOrdinary = isOrdinary;
    for (const word of known) {
      if (this.#known.has(word)) continue;
      this.#known.add(word);
      if (errorsAllowed(word.length) === 0 || word.length > LONGEST_TYPED + 2 || /\d/.test(word)) continue;
      const key = keyOf(word.charCodeAt(0), word.length);
      let alike = this.#alike.get(key);
      if (!alike) {
        alike = { words: [], bits: [] };
        this.#alike.set(key, alike);
      }
      alike.words.push(word);
      alike.bits.push(letters(word));
    }
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  /**
   * Looks up the words of one message that may be misspelt: each once, from both ends of the message, and no more than
   * `MOST_LOOKED_UP` of them.
   *
   * @returns what they may stand for; words that stand for nothing else have no entry
   */
  lookUp(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
    if (this.#alike.size === 0) return NOTHING;
    const seen = new Set<string>();
    const found = new Map<string, readonly string[]>();
    for (let step = 0; step < words.length && seen.size < MOST_LOOKED_UP; step += 1) {
      const word = words[step % 2 === 0 ? step >> 1 : words.length - 1 - (step >> 1)]!;
      if (!mayBeMisspelt(word) || seen.has(word) || this.#known.has(word) || this.#isOrdinary(word)) continue;
      seen.add(word);
      const nearest = this.nearest(word);
      if (nearest.length > 0) found.set(word, nearest);
    }
    return found;
  }

  /**
   * The nearest known words of a misspelt word, none where it is known itself.
   * The first letter must be right, or swapped with the second: people rarely get it wrong, and ordinary words
   * would be taken for other ones (measured: docs/decisions/understanding.md).
   *
   * @param word a folded word
   * @returns all words at the least distance found, within what `errorsAllowed` says of each
   */
  nearest(word: string): readonly string[] {
    if (!mayBeMisspelt(word) || this.#known.has(word)) return NONE;
    const { length } = word;
    const bits = letters(word);
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    for (let index = 0; index < length; index += 1) placesOfLetter[word.charCodeAt(index)]! |= 1 << index;
    let best = 3;
    let found: string[] = [];
    for (let other = length - 2; other <= length + 2; other += 1) {
      const difference = other < length ? length - other : other - length;
      let limit = Math.min(errorsAllowed(other), best);
      if (difference > limit) continue;
      for (let swapped = 0; swapped < (first === second ? 1 : 2); swapped += 1) {
        const alike = this.#alike.get(keyOf(swapped ? second : first, other));
        if (!alike) continue;
        for (let index = 0; index < alike.bits.length; index += 1) {
          if (countBits(bits ^ alike.bits[index]!) > limit * 2) continue;
          const candidate = alike.words[index]!;
          if (swapped && candidate.charCodeAt(1) !== first) continue;
          const errors = distanceTo(candidate, length);
          if (errors > limit) continue;
          if (errors < best) {
            best = errors;
            limit = errors;
            found = [candidate];
          } else found.push(candidate);
        }
      }
    }
    for (let index = 0; index < length; index += 1) placesOfLetter[word.charCodeAt(index)] = 0;
    return found;
  }
}
