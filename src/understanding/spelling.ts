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

/** Finds the known word that a misspelt one stands for. */
export class Spelling {
  readonly #byStart = new Map<string, { word: string; bits: number }[]>();
  readonly #known = new Set<string>();

  /** @param known the folded words that may be meant */
  constructor(known: Iterable<string>) {
    for (const word of known) {
      if (this.#known.has(word)) continue;
      this.#known.add(word);
      if (errorsAllowed(word.length) === 0 || /\d/.test(word)) continue;
      const key = `${word[0]}${word.length}`;
      const alike = this.#byStart.get(key) ?? [];
      alike.push({ word, bits: letters(word) });
      this.#byStart.set(key, alike);
    }
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  /**
   * The nearest known words of a misspelt word, none where it is known itself.
   * The first letter must be right, or swapped with the second: people rarely get it wrong, and ordinary words
   * would be taken for other ones (measured: docs/decisions/understanding.md).
   *
   * @param word a folded word
   * @returns all words at the least distance found, within what `errorsAllowed` says of each
   */
  nearest(word: string): string[] {
    if (this.#known.has(word) || word.length < LIMITS.oneErrorFrom - 1 || word.length > 30) return [];
    const bits = letters(word);
    let best = 3;
    let found: string[] = [];
    const starts = word[0] === word[1] ? [word[0]!] : [word[0]!, word[1]!];
    for (let length = word.length - 2; length <= word.length + 2; length += 1) {
      for (const start of starts) {
        for (const candidate of this.#byStart.get(`${start}${length}`) ?? []) {
          const limit = Math.min(errorsAllowed(length), best);
          if (Math.abs(length - word.length) > limit || countBits(bits ^ candidate.bits) > limit * 2) continue;
          if (start !== word[0] && candidate.word[1] !== word[0]) continue;
          const errors = distance(word, candidate.word, limit);
          if (errors > limit) continue;
          if (errors < best) {
            best = errors;
            found = [candidate.word];
          } else found.push(candidate.word);
        }
      }
    }
    return found;
  }
}
