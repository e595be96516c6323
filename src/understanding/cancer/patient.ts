import type { Mention } from '../gazetteer.ts';
import type { Token } from '../tokens.ts';
import { type CancerMention, hasRole } from './heads.ts';
import type { CancerWordsFile, Mark, Role } from './vocabulary.ts';

/** The most words from "child" to the cancer it has: "the child has just been told it is leukaemia". */
const REACH = 7;
/** The same where the child's age is told. */
const REACH_WITH_AGE = 14;
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
  /** Between a child and its age: "our daughter IS four", "a boy OF six". */
  readonly being: ReadonlySet<string>;
  /** Before a child's name: "OUR Ella is three". */
  readonly ours: ReadonlySet<string>;
  /** Stand for the child before an age: "HES 13". */
  readonly they: ReadonlySet<string>;
  /** After an age that has no unit: "my boy of six HAS leukaemia". */
  readonly going: ReadonlySet<string>;
  /** Ages in words. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** The words of a language, as its file lists them. */
export function childWordsOf({ patient }: CancerWordsFile): ChildWords {
  return {
    ageUnits: new Set(patient.ageUnits),
    old: new Set(patient.old),
    aged: new Set(patient.aged),
    linking: new Set(patient.linking),
    parting: new Set(patient.parting),
    being: new Set(patient.being),
    ours: new Set(patient.ours),
    they: new Set(patient.they),
    going: new Set(patient.going),
    numbers: new Map(Object.entries(patient.numbers)),
  };
}

/** A number of the utterance that may be an age: "7", "seven", "7yo". */
function ageAt(token: Token, words: ChildWords): { age: number; unit: string } | undefined {
  const found = /^(\d{1,2})(\p{L}*)$/u.exec(token.text);
  if (found) return { age: Number(found[1]), unit: found[2]! };
  const age = words.numbers.get(token.text);
  return age === undefined ? undefined : { age, unit: '' };
}

/** The ages that are named: "my 5 year old", "aged 7", "7yo", "our daughter is four", "nephew (6)". */
function agesOf(tokens: readonly Token[], all: readonly Mention<Mark>[], words: ChildWords): number[] {
  const endingAt = new Map(all.map((mention) => [mention.end, mention]));
  const isOf = (place: number, ...roles: Role[]): boolean => {
    const mention = endingAt.get(place);
    return mention !== undefined && roles.some((role) => hasRole(mention, role));
  };
  const isChild = (place: number): boolean => isOf(place, 'child', 'child-with-age');
  const isWord = (set: ReadonlySet<string>, place: number): boolean => set.has(tokens[place]?.text ?? '');
  return tokens.flatMap((token, place) => {
    const found = ageAt(token, words);
    if (!found) return [];
    const { age, unit } = found;
    if (isWord(words.aged, place - 1)) return [age];
    // "7yo" says it all; "5yr" and "5 year" need the "old".
    if (unit !== '')
      return words.old.has(unit) || (words.ageUnits.has(unit) && isWord(words.old, place + 1)) ? [age] : [];
    const next = tokens[place + 1];
    if (isWord(words.old, place + 1) || (isWord(words.ageUnits, place + 1) && isWord(words.old, place + 2)))
      return [age];
    const ends =
      !next ||
      next.afterPause ||
      next.sentence !== token.sentence ||
      isWord(words.parting, place + 1) ||
      isWord(words.going, place + 1);
    if (!ends && !isWord(words.ageUnits, place + 1)) return [];
    if (isChild(place) && token.afterPause) return [age];
    if (isWord(words.they, place - 1)) return [age];
    if (!isWord(words.being, place - 1)) return [];
    // "Hodgkins at 15"
    if (isOf(place - 1, 'type')) return [age];
    return isChild(place - 1) || isWord(words.they, place - 2) || isWord(words.ours, place - 3) ? [age] : [];
  });
}

/**
 * Tells whether the patient is a child: a child stands beside the cancer, and no other person in between.
 * "How do I tell my children I have stomach cancer" speaks of an adult's cancer.
 *
 * @param ofChildhood true where a cancer is named that mostly children have
 */
export function isAboutChild(
  tokens: readonly Token[],
  all: readonly Mention<Mark>[],
  cancers: readonly CancerMention[],
  words: ChildWords,
  ofChildhood: boolean,
): boolean {
  if (cancers.length > 0 && all.some((mention) => hasRole(mention, 'childhood'))) return true;
  const ages = agesOf(tokens, all, words);
  const aged = ages.some((age) => age < ADULT_AGE);
  const children = all.filter((mention) => hasRole(mention, 'child') || (aged && hasRole(mention, 'child-with-age')));
  if (children.length === 0) {
    if (cancers.length === 0) return false;
    return aged || (ofChildhood && ages.length === 0 && all.some((mention) => hasRole(mention, 'child-with-age')));
  }
  const others = (from: number, to: number): boolean =>
    tokens.slice(from, to).some((token) => words.parting.has(token.text));
  if (cancers.length === 0) {
    return (
      tokens.length <= FRAGMENT_WORDS && !others(0, tokens.length) && children.some((child) => hasRole(child, 'child'))
    );
  }
  if (ofChildhood && (aged || ages.length === 0)) return true;
  if (ages.length > 0 && !aged) return false;
  return cancers.some((cancer) =>
    children.some((child) => {
      if (child.end <= cancer.start)
        return cancer.start - child.end <= (aged ? REACH_WITH_AGE : REACH) && !others(child.end, cancer.start);
      if (child.start - cancer.end > 3) return false;
      const between = tokens.slice(cancer.end, child.start);
      if (between.length === 0) return true;
      return words.linking.has(between.at(-1)!.text);
    }),
  );
}
