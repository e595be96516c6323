import type { Mention } from '../gazetteer.ts';
import type { Token } from '../tokens.ts';
import { type CancerMention, hasRole } from './heads.ts';
import type { Mark } from './vocabulary.ts';

/** The most words from "child" to the cancer it has: "the child has just been told it is leukaemia". */
const REACH = 7;
/** An utterance that short may name children alone: "what about for children". */
const FRAGMENT_WORDS = 6;
const ADULT_AGE = 18;

/** Words of one language that tell of an age, or part a child from somebody else's cancer; all folded. */
export interface ChildWords {
  /** After an age: "my 5 YEAR old". */
  readonly ageUnits: ReadonlySet<string>;
  /** After the unit, or instead of it: "5 year OLD", "7YO". */
  readonly old: ReadonlySet<string>;
  /** Before an age: "AGED 7". */
  readonly aged: ReadonlySet<string>;
  /** Between a cancer and the child who has it: "leukaemia IN children". */
  readonly linking: ReadonlySet<string>;
  /** Between a child and a cancer that is somebody else's: "my children that I have cancer". */
  readonly parting: ReadonlySet<string>;
}

/** True where the age of a child is named: "my 5 year old", "aged 7", "7yo". */
function namesChildAge(tokens: readonly Token[], words: ChildWords): boolean {
  return tokens.some((token, place) => {
    const found = /^(\d{1,2})(\p{L}*)$/u.exec(token.text);
    if (!found || Number(found[1]) >= ADULT_AGE) return false;
    const old = (at: number): boolean => words.old.has(tokens[at]?.text ?? '');
    if (words.aged.has(tokens[place - 1]?.text ?? '')) return true;
    // "7yo" says it all; "5yr" and "5 year" need the "old".
    if (found[2] !== '') return words.old.has(found[2]!) || (words.ageUnits.has(found[2]!) && old(place + 1));
    const unit = tokens[place + 1]?.text ?? '';
    return words.old.has(unit) || (words.ageUnits.has(unit) && old(place + 2));
  });
}

/**
 * Tells whether the patient is a child: a child stands beside the cancer, and no other person in between.
 * "How do I tell my children I have stomach cancer" speaks of an adult's cancer.
 */
export function isAboutChild(
  tokens: readonly Token[],
  all: readonly Mention<Mark>[],
  cancers: readonly CancerMention[],
  words: ChildWords,
): boolean {
  if (cancers.length > 0 && all.some((mention) => hasRole(mention, 'childhood'))) return true;
  const aged = namesChildAge(tokens, words);
  const children = all.filter((mention) => hasRole(mention, 'child') || (aged && hasRole(mention, 'child-with-age')));
  if (children.length === 0) return aged && cancers.length > 0;
  if (cancers.length === 0) {
    const others = tokens.some((token) => words.parting.has(token.text));
    return tokens.length <= FRAGMENT_WORDS && !others && children.some((child) => hasRole(child, 'child'));
  }
  return cancers.some((cancer) =>
    children.some((child) => {
      if (child.end <= cancer.start) {
        const between = tokens.slice(child.end, cancer.start);
        return between.length <= REACH && !between.some((token) => words.parting.has(token.text));
      }
      const between = tokens.slice(cancer.end, child.start);
      if (between.length === 0) return true;
      return between.length <= 2 && words.linking.has(between[0]!.text);
    }),
  );
}
