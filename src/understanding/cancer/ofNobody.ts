// Words for cancer that tell of no person's cancer: a benign lump, a dog's, a star sign.

import type { Mention } from '../gazetteer.ts';
import type { Token } from '../tokens.ts';
import { type CancerMention, hasRole } from './heads.ts';
import type { Mark } from './vocabulary.ts';

/** How many words may stand between "benign" and the tumour. */
const BENIGN_REACH = 3;
/** How many words may stand between an animal and the cancer that it has. */
const ANIMAL_REACH = 8;

/** "A benign tumour": no cancer, unless a word for cancer itself stands in the name. */
export function isBenign(head: CancerMention, all: readonly Mention<Mark>[], tokens: readonly Token[]): boolean {
  const isBeside = all.some(
    (other) =>
      hasRole(other, 'benign') &&
      Math.abs(other.start - head.start) <= BENIGN_REACH &&
      tokens[other.start]!.sentence === tokens[head.start]!.sentence,
  );
  return isBeside && !all.some((word) => hasRole(word, 'cancer') && word.start >= head.start && word.end <= head.end);
}

/** What parts an animal from a cancer, and joins them; folded. */
interface AnimalWords {
  readonly linking: ReadonlySet<string>;
  readonly parting: ReadonlySet<string>;
}

/** "My dog has lymphoma", "lymphoma in dogs": a cancer that no person has. */
export function isAnimals(
  mention: CancerMention,
  all: readonly Mention<Mark>[],
  tokens: readonly Token[],
  words: AnimalWords,
): boolean {
  return all.some((other) => {
    if (!hasRole(other, 'animal')) return false;
    if (other.start >= mention.end)
      return words.linking.has(tokens[mention.end]!.text) && other.start - mention.end <= 2;
    const between = tokens.slice(other.end, mention.start);
    return between.length <= ANIMAL_REACH && !between.some((token) => words.parting.has(token.text));
  });
}

/** "I am a Cancer, and my horoscope says": the word alone is a star sign there. */
export function isStarSign(mention: CancerMention, all: readonly Mention<Mark>[]): boolean {
  return mention.types.length === 0 && all.some((other) => hasRole(other, 'zodiac'));
}
