import type { Token } from '../tokens.ts';

/** How far a word of negation reaches: "not (really a) breast cancer". */
const NEGATION_REACH = 2;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * True where a word of the same sentence denies what stands at a place: "not X", "X was ruled out".
 *
 * @param before the words that deny what follows
 * @param after the words that deny what stands before them
 */
export function isNegated(
  place: Place,
  before: readonly Place[],
  after: readonly Place[],
  tokens: readonly Token[],
): boolean {
  const sameSentence = (other: Place): boolean => tokens[other.start]!.sentence === tokens[place.start]!.sentence;
  const reaches = (gap: number): boolean => gap >= 0 && gap <= NEGATION_REACH;
  return (
    before.some(
      (other) =>
        reaches(place.start - other.end) &&
        sameSentence(other) &&
        !tokens.slice(other.end, place.start + 1).some((token) => token.afterPause),
    ) || after.some((other) => reaches(other.start - place.end) && sameSentence(other))
  );
}

/** True where a place is taken back by a later one: "stomach, no wait, oesophageal". */
export function isCorrected(place: Place, others: readonly Place[], corrections: readonly Place[]): boolean {
  return corrections.some(
    (mark) =>
      place.end <= mark.start &&
      others.some((other) => other.start >= mark.end) &&
      // Only the last cancer before the correction is taken back.
      !others.some((other) => other.start >= place.end && other.end <= mark.start),
  );
}
