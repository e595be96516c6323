import { Gazetteer, type Mention } from '../gazetteer.ts';
import { foldPhrase, type Token } from '../tokens.ts';
import { createAncestors, mostSpecific } from './ancestors.ts';
import { combine } from './combinations.ts';
import { fullNames } from './fullNames.ts';
import { type CancerMention, hasRole, joinHeads, typesOf } from './heads.ts';
import { createDenial, isCorrected } from './negation.ts';
import { isAnimals, isBenign, isStarSign } from './ofNobody.ts';
import { childWordsOf, isAboutChild } from './patient.ts';
import { sitesThatName, siteWordsOf } from './sites.ts';
import { type CancerTypeWords, type CancerWordsFile, cancerEntries, type Mark, type Role } from './vocabulary.ts';

/** The cancers that an utterance names. */
export interface CancerFinding {
  /** Ids, the most specific that were named, in the order of the text; `any-cancer` only where no other was named. */
  readonly types: readonly string[];
  /** Where they stand: for `ask --explain`, and to take names out before the intent is classified. */
  readonly mentions: readonly CancerMention[];
  /** What was named and denied: "it is not breast cancer". */
  readonly negated: readonly string[];
}

export type FindCancerTypes = (tokens: readonly Token[]) => CancerFinding;

/** "Breast cancer in men": how many words may stand between them. */
const MALE_REACH = 3;

/** The phrases of an utterance by what they do in it. */
interface Marks {
  readonly all: readonly Mention<Mark>[];
  readonly of: (role: Role) => Mention<Mark>[];
  /** Tells a place that is denied: "NOT breast cancer". */
  readonly isDenied: (place: Pick<CancerMention, 'start' | 'end'>) => boolean;
}

function marksOf(all: readonly Mention<Mark>[], tokens: readonly Token[]): Marks {
  const of = (role: Role): Mention<Mark>[] => all.filter((mention) => hasRole(mention, role));
  const negators = of('negator');
  const negatorsAfter = of('negator-after');
  return { all, of, isDenied: createDenial(negators, negatorsAfter, tokens) };
}

/** Types of the parts of the body that stand right beside a word of spreading: "liver secondaries", "spread liver". */
function besideSpread(
  spread: readonly Mention<Mark>[],
  sites: readonly Mention<Mark>[],
  cancerNamed: boolean,
): string[] {
  return spread.flatMap((mark) =>
    sites
      .filter((site) => site.end === mark.start || (site.start === mark.end && !cancerNamed))
      .flatMap((site) => typesOf(site, 'site')),
  );
}

/**
 * Makes the function that finds cancer types.
 *
 * @param language ISO 639-1
 * @param types the types with their names, words and parents
 * @param words the words around them in that language
 * @param ordinary phrases that look like a cancer and are none
 * @param isOrdinary tells a common word of the language
 */
export function createCancerTypes(
  language: string,
  types: readonly CancerTypeWords[],
  words: CancerWordsFile,
  ordinary: readonly string[],
  isOrdinary: (word: string) => boolean,
): FindCancerTypes {
  const gazetteer = new Gazetteer(cancerEntries(language, types, words, ordinary), isOrdinary);
  const siteWords = siteWordsOf(words);
  const childWords = childWordsOf(words);
  const animalWords = { linking: siteWords.linking, parting: childWords.parting };
  const headWords = new Set(
    [...words.cancer, ...words.cancerMisspellings, ...words.tumour].flatMap((phrase) => foldPhrase(phrase).slice(-1)),
  );
  const ancestorsOf = createAncestors(types);

  /** All places that name a cancer, denied or not, and the parts of the body that stand apart. */
  function findMentions({ all, of, isDenied }: Marks, tokens: readonly Token[]) {
    const heads = joinHeads(tokens, all, siteWords, headWords).filter((head) => !isBenign(head, all, tokens));
    const named = [...heads, ...fullNames(all, tokens, isOrdinary)].sort((a, b) => a.start - b.start);
    const isInHead = (place: number): boolean => heads.some(({ start, end }) => start <= place && place < end);
    const sites = of('site').filter((mention) => !isInHead(mention.start));
    const spread = of('spread').filter((mention) => !isDenied(mention));
    const negators = [...of('negator'), ...of('correction')];
    const bySite = sitesThatName(tokens, sites, { named, spread, negators, isDenied }, siteWords);
    const mentions = [...named, ...bySite].filter(
      (mention) => !isAnimals(mention, all, tokens, animalWords) && !isStarSign(mention, all),
    );
    return { mentions, sites, spread };
  }

  return (tokens) => {
    const all = gazetteer.find(tokens);
    if (all.length === 0) return { types: [], mentions: [], negated: [] };
    const marks = marksOf(all, tokens);
    const { mentions, sites, spread } = findMentions(marks, tokens);
    const corrections = marks.of('correction');
    const isMeant = (mention: CancerMention): boolean =>
      !marks.isDenied(mention) && !isCorrected(mention, mentions, corrections);
    const kept = mentions.filter(isMeant);
    const denied = mentions.filter((mention) => !kept.includes(mention)).flatMap((mention) => mention.types);
    const cancerNamed = kept.length > 0;
    // "It is the bladder cancer, not the kidney": what is denied may lack the word for cancer.
    if (cancerNamed) denied.push(...sites.filter(marks.isDenied).flatMap((site) => typesOf(site, 'site')));

    const named = kept.flatMap((mention) => mention.types);
    const isOfChildren = named.some((type) => ancestorsOf(type).has('childhood'));
    const found = combine({
      types: named,
      cancerNamed,
      sites: sites.flatMap((site) => typesOf(site, 'site')),
      spreadSites: besideSpread(spread, sites, cancerNamed),
      spread: spread.length > 0 || kept.some((mention) => mention.reaches),
      male: marks.of('male').some((other) => kept.some((mention) => isNear(mention, other, MALE_REACH))),
      child: isAboutChild(tokens, all, kept, childWords, isOfChildren),
    });
    const specific = mostSpecific(found, ancestorsOf);
    return { types: specific, mentions: kept, negated: [...new Set(denied)].filter((id) => !specific.includes(id)) };
  };
}

function isNear(mention: CancerMention, other: Mention<Mark>, words: number): boolean {
  const gap = other.start >= mention.end ? other.start - mention.end : mention.start - other.end;
  return gap <= words;
}
