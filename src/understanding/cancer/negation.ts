import type { Mention } from '../gazetteer.ts';
import type { Token } from '../tokens.ts';
import { hasRole } from './heads.ts';
import type { Mark } from './vocabulary.ts';

/** How far a word of negation reaches: "not (really a) breast cancer". */
const NEGATION_REACH = 2;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** True where a word of the same sentence denies what stands at a place: "not X", "X was ruled out". */
export function isNegated(place: Place, all: readonly Mention<Mark>[], tokens: readonly Token[]): boolean {
  return all.some((other) => {
    if (tokens[other.start]!.sentence !== tokens[place.start]!.sentence) return false;
    if (hasRole(other, 'negator')) {
      const gap = place.start - other.end;
      const paused = tokens.slice(other.end, place.start + 1).some((token) => token.afterPause);
      return gap >= 0 && gap <= NEGATION_REACH && !paused;
    }
    if (!hasRole(other, 'negator-after')) return false;
    const gap = other.start - place.end;
    return gap >= 0 && gap <= NEGATION_REACH;
  });
}

/** True where a place is taken back by a later one: "stomach, no wait, oesophageal". */
export function isCorrected(place: Place, others: readonly Place[], all: readonly Mention<Mark>[]): boolean {
  return all.some(
    (mark) =>
      hasRole(mark, 'correction') &&
      place.end <= mark.start &&
      others.some((other) => other.start >= mark.end) &&
      // Only the last cancer before the correction is taken back.
      !others.some((other) => other.start >= place.end && other.end <= mark.start),
  );
}
