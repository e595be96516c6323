import type { Reading } from '../reading.ts';

/** So many ordinary words tell too little for the classifier to hold them for a danger on its own. */
const MOST_SLIGHT_WORDS = 5;

/** True for a few ordinary words, such as "not that one" or "how long does it take". */
export function isSlight({ tokens, facts }: Reading): boolean {
  return (
    tokens.length <= MOST_SLIGHT_WORDS &&
    tokens.every(({ text }, place) => facts.named.has(place) || /^\p{N}/u.test(text) || facts.isOrdinary(text))
  );
}
