import type { Mention } from '../gazetteer.ts';
import type { Token } from '../tokens.ts';
import { type CancerMention, hasRole, typesOf } from './heads.ts';
import type { Mark } from './vocabulary.ts';

/** True where everything is written in capitals, so that they tell nothing. */
function isShouted(tokens: readonly Token[]): boolean {
  return tokens.length > 3 && tokens.every((token) => token.raw === token.raw.toUpperCase());
}

/** An abbreviation with another meaning counts in capitals ("ALL"), or where it is no word of the language ("aml"). */
function isAbbreviation(
  mention: Mention<Mark>,
  tokens: readonly Token[],
  isOrdinary: (word: string) => boolean,
): boolean {
  const token = tokens[mention.start]!;
  if (!isOrdinary(token.text)) return true;
  if (token.raw.length <= 1 || token.raw !== token.raw.toUpperCase() || isShouted(tokens)) return false;
  // "ALL of us": somebody only began with an emphasis.
  const next = tokens[mention.end];
  const goesOn =
    next !== undefined &&
    next.text.length <= 3 &&
    isOrdinary(next.text) &&
    !next.afterPause &&
    next.sentence === token.sentence;
  return !(goesOn && mention.start === 0);
}

/** The cancers that are named in full ("leukaemia") or by an abbreviation, without a part of the body beside them. */
export function fullNames(
  all: readonly Mention<Mark>[],
  tokens: readonly Token[],
  isOrdinary: (word: string) => boolean,
): CancerMention[] {
  return all.flatMap((mention) => {
    const { start, end } = mention;
    const named = typesOf(mention, 'type');
    const isShort = named.length === 0 && hasRole(mention, 'ambiguous') && isAbbreviation(mention, tokens, isOrdinary);
    const types = isShort ? typesOf(mention, 'ambiguous') : named;
    return types.length > 0 ? [{ start, end, types, bySite: false }] : [];
  });
}
