import type { Sequence } from './phrase.ts';

/** Keys of which a message must hold one: the number of each with the length of its word. */
type Need = ReadonlyMap<number, number>;

/** How much a need lets through: short words stand in nearly every message. */
function cost(need: Need): number {
  let sum = 0;
  for (const length of need.values()) sum += length <= 3 ? 10 : length === 4 ? 4 : 1;
  return sum;
}

function cheapest(needs: readonly Need[]): Need {
  let best = needs[0]!;
  if (needs.length === 1) return best;
  let lowest = cost(best);
  for (const need of needs.slice(1)) {
    const price = cost(need);
    if (price < lowest) [best, lowest] = [need, price];
  }
  return best;
}

/** The same choices stand in hundreds of phrases: what they need is found once; null: nothing. */
const known = new WeakMap<readonly Sequence[], Need | null>();

function needOfChoice(options: readonly Sequence[]): Need | null {
  const before = known.get(options);
  if (before !== undefined) return before;
  let union: Map<number, number> | null = new Map();
  for (const option of options) {
    const inner = needsOf(option);
    // An option that needs nothing makes the whole choice need nothing.
    if (inner.length === 0) {
      union = null;
      break;
    }
    for (const [key, length] of cheapest(inner)) union.set(key, length);
  }
  known.set(options, union);
  return union;
}

/** Groups of keys of which a message must hold one each. */
export function needsOf(sequence: Sequence): readonly Need[] {
  const needs: Need[] = [];
  for (const element of sequence) {
    if (element.kind === 'word') needs.push(new Map([[element.key, element.word.length]]));
    else if (element.kind === 'prefix') needs.push(new Map([[element.key, element.prefix.length + 1]]));
    else if (element.kind === 'choice' && !element.optional) {
      if (element.options.length === 1) needs.push(...needsOf(element.options[0]!));
      else {
        const need = needOfChoice(element.options);
        if (need) needs.push(need);
      }
    }
  }
  return needs;
}

/** So many needs of a phrase are looked at: the rarest tell enough. */
const MOST_NEEDS = 3;

/**
 * Finds quickly which of thousands of phrases may match a message: those of which every need is met by some word of
 * it. One pass over the words; nothing is allocated but the answer.
 */
export class NeedIndex {
  readonly #needsOfKey = new Map<number, number[]>();
  readonly #phraseOfNeed: number[] = [];
  readonly #needCount: number[] = [];
  readonly #withoutNeeds: number[] = [];
  #seen = new Uint32Array(0);
  #met = new Uint16Array(0);
  #round = 0;

  /** Adds a phrase with what it needs; phrases are numbered from 0. */
  add(needs: readonly Need[]): void {
    const telling =
      needs.length > MOST_NEEDS ? [...needs].sort((a, b) => cost(a) - cost(b)).slice(0, MOST_NEEDS) : needs;
    const phrase = this.#needCount.push(telling.length) - 1;
    if (needs.length === 0) this.#withoutNeeds.push(phrase);
    for (const need of telling) {
      const number = this.#phraseOfNeed.push(phrase) - 1;
      for (const key of need.keys()) {
        const others = this.#needsOfKey.get(key);
        if (others) others.push(number);
        else this.#needsOfKey.set(key, [number]);
      }
    }
  }

  /** The phrases whose needs are all met by the keys of a message. */
  candidates(present: Iterable<number>): number[] {
    if (this.#seen.length < this.#phraseOfNeed.length) {
      this.#seen = new Uint32Array(this.#phraseOfNeed.length);
      this.#met = new Uint16Array(this.#needCount.length);
    }
    this.#round += 1;
    const found = [...this.#withoutNeeds];
    const touched: number[] = [];
    for (const key of present) {
      for (const need of this.#needsOfKey.get(key) ?? []) {
        if (this.#seen[need] === this.#round) continue;
        this.#seen[need] = this.#round;
        const phrase = this.#phraseOfNeed[need]!;
        const met = this.#met[phrase]! + 1;
        this.#met[phrase] = met;
        if (met === 1) touched.push(phrase);
        if (met === this.#needCount[phrase]) found.push(phrase);
      }
    }
    for (const phrase of touched) this.#met[phrase] = 0;
    return found;
  }
}
