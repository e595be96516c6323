import type { Token } from '../tokens.ts';

/** How far a word of negation reaches: "not (really a) breast cancer". */
const NEGATION_REACH = 2;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the function that tells whether a word of the same sentence denies what stands at a place: "not X", "X was
 * ruled out".
 *
 * @param before the words that deny what follows
 * @param after the words that deny what stands before them
 */
export function createDenial(
  before: readonly Place[],
  after: readonly Place[],
  tokens: readonly Token[],
): (place: Place) => boolean {
  const byEnd = new Map(before.map((each) => [each.end, each]));
  const byStart = new Map(after.map((each) => [each.start, each]));
  const reaches = Array.from({ length: NEGATION_REACH + 1 }, (_, gap) => gap);
  return (place) => {
    const { sentence } = tokens[place.start]!;
    const denies = (other: Place | undefined): other is Place => tokens[other?.start ?? -1]?.sentence === sentence;
    return reaches.some((gap) => {
      const other = byEnd.get(place.start - gap);
      return (
        (denies(other) && !tokens.slice(other.end, place.start + 1).some((token) => token.afterPause)) ||
        denies(byStart.get(place.end + gap))
      );
    });
  };
}

/** True where a place is taken back by a later one: "stomach, no wait, oesophageal". */
export function isCorrected(place: Place, others: readonly Place[], corrections: readonly Place[]): boolean {
  // Only the last cancer before a correction is taken back: where another one stands between, no later one counts.
  let nextEnd = Number.POSITIVE_INFINITY;
  let lastStart = -1;
  for (const other of others) {
    if (other.start >= place.end && other.end < nextEnd) nextEnd = other.end;
    if (other.start > lastStart) lastStart = other.start;
  }
  return corrections.some((mark) => place.end <= mark.start && lastStart >= mark.end && nextEnd > mark.start);
}
