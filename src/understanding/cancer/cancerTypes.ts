import { Gazetteer, type Mention } from '../gazetteer.ts';
import { foldPhrase, type Token } from '../tokens.ts';
import { combine } from './combinations.ts';
import { type CancerMention, hasRole, joinHeads, typesOf } from './heads.ts';
import { createDenial, isCorrected } from './negation.ts';
import { type ChildWords, isAboutChild } from './patient.ts';
import { type SiteWords, sitesThatName } from './sites.ts';
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

/** How many words may stand between an animal and the cancer that it has. */
const ANIMAL_REACH = 8;

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
  const siteWords: SiteWords = {
    qualifiers: new Set(words.qualifiers),
    linking: new Set(words.linking),
    fillers: new Set(words.fillers),
    joining: new Set(words.joining),
    lostTo: new Set(words.lostTo),
    origin: new Set(words.origin),
    having: new Set(words.having),
    another: new Set(words.another),
    reach: new Set(words.reach),
  };
  const headWords = new Set(
    [...words.cancer, ...words.cancerMisspellings, ...words.tumour].flatMap((phrase) => foldPhrase(phrase).slice(-1)),
  );
  const { patient } = words;
  const childWords: ChildWords = {
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
  const parents = new Map(
    types.map((type) => [type.id, type.parent ? [type.parent, ...type.alsoUnder] : type.alsoUnder]),
  );

  const ancestorsOf = new Map<string, ReadonlySet<string>>();
  function ancestors(id: string): ReadonlySet<string> {
    const before = ancestorsOf.get(id);
    if (before) return before;
    const seen = new Set<string>();
    const climb = (from: string): void => {
      for (const parent of parents.get(from) ?? []) {
        if (seen.has(parent)) continue;
        seen.add(parent);
        climb(parent);
      }
    };
    climb(id);
    ancestorsOf.set(id, seen);
    return seen;
  }

  /** An abbreviation with another meaning counts in capitals ("ALL"), or where it is no word of the language ("aml"). */
  function isAbbreviation(mention: Mention<Mark>, tokens: readonly Token[], shouting: boolean): boolean {
    const token = tokens[mention.start]!;
    const next = tokens[mention.end];
    if (!isOrdinary(token.text)) return true;
    const capitals = token.raw.length > 1 && token.raw === token.raw.toUpperCase() && !shouting;
    return (
      capitals &&
      !(
        next &&
        next.text.length <= 3 &&
        isOrdinary(next.text) &&
        !next.afterPause &&
        next.sentence === token.sentence &&
        mention.start === 0
      )
    );
  }

  /** "My dog has lymphoma", "lymphoma in dogs": a cancer that no person has. */
  function isAnimals(mention: CancerMention, animals: readonly Mention<Mark>[], tokens: readonly Token[]): boolean {
    return animals.some((other) => {
      if (other.start >= mention.end)
        return other.start - mention.end <= 2 && siteWords.linking.has(tokens[mention.end]!.text);
      if (mention.start - other.end > ANIMAL_REACH) return false;
      return !tokens.slice(other.end, mention.start).some((token) => childWords.parting.has(token.text));
    });
  }

  return (tokens) => {
    const all = gazetteer.find(tokens);
    if (all.length === 0) return { types: [], mentions: [], negated: [] };
    const shouting = tokens.length > 3 && tokens.every((token) => token.raw === token.raw.toUpperCase());

    const withRole = (role: Role): Mention<Mark>[] => all.filter((mention) => hasRole(mention, role));
    const benign = withRole('benign');
    const cancerWords = benign.length > 0 ? withRole('cancer') : [];
    const heads = joinHeads(tokens, all, siteWords, headWords).filter(
      (head) =>
        !benign.some(
          (other) =>
            Math.abs(other.start - head.start) <= 3 &&
            tokens[other.start]!.sentence === tokens[head.start]!.sentence &&
            !cancerWords.some((word) => word.start >= head.start && word.end <= head.end),
        ),
    );
    const named: CancerMention[] = all.flatMap((mention) => {
      const ids = [...typesOf(mention, 'type')];
      if (ids.length === 0 && hasRole(mention, 'ambiguous') && isAbbreviation(mention, tokens, shouting)) {
        ids.push(...typesOf(mention, 'ambiguous'));
      }
      return ids.length > 0 ? [{ start: mention.start, end: mention.end, types: ids, bySite: false }] : [];
    });
    const mentions = [...heads, ...named].sort((a, b) => a.start - b.start);

    const inHeads = new Set<number>();
    for (const { start, end } of heads) for (let place = start; place < end; place += 1) inHeads.add(place);
    const negators = withRole('negator');
    const corrections = withRole('correction');
    const negatorsAfter = withRole('negator-after');
    const isDenied = createDenial(negators, negatorsAfter, tokens);
    const sites = withRole('site').filter((mention) => !inHeads.has(mention.start));
    const spread = withRole('spread').filter((mention) => !isDenied(mention));
    const surroundings = { named: mentions, spread, negators: [...negators, ...corrections], isDenied };
    mentions.push(...sitesThatName(tokens, sites, surroundings, siteWords));

    const isStars = all.some((mention) => hasRole(mention, 'zodiac'));
    const animals = withRole('animal');
    const ofPeople = mentions.filter(
      (mention) => !isAnimals(mention, animals, tokens) && !(isStars && mention.types.length === 0),
    );
    const negated = new Set(
      ofPeople.filter((mention) => isDenied(mention) || isCorrected(mention, ofPeople, corrections)),
    );
    const kept = ofPeople.filter((mention) => !negated.has(mention));
    const types = kept.flatMap((mention) => mention.types);
    // "It is the bladder cancer, not the kidney": what is denied may lack the word for cancer.
    const denied = kept.length > 0 ? sites.filter(isDenied).flatMap((site) => typesOf(site, 'site')) : [];
    const found = combine({
      types,
      cancerNamed: kept.length > 0,
      sites: sites.flatMap((site) => typesOf(site, 'site')),
      spreadSites: spread.flatMap((mark) =>
        sites
          .filter((site) => site.end === mark.start || (site.start === mark.end && !kept.length))
          .flatMap((site) => typesOf(site, 'site')),
      ),
      spread: spread.length > 0 || kept.some((mention) => mention.reaches),
      male: withRole('male').some((other) => kept.some((mention) => isNear(mention, other, 3))),
      child: isAboutChild(
        tokens,
        all,
        kept,
        childWords,
        types.some((type) => ancestors(type).has('childhood')),
      ),
    });
    const specific = found.filter(
      (id) => !found.some((other) => other !== id && ancestors(other).has(id) && !(id === 'childhood')),
    );
    return {
      types: specific,
      mentions: kept,
      negated: [...new Set([...negated].flatMap((mention) => mention.types).concat(denied))].filter(
        (id) => !specific.includes(id),
      ),
    };
  };
}

function isNear(mention: CancerMention, other: Mention<Mark>, words: number): boolean {
  const gap = other.start >= mention.end ? other.start - mention.end : mention.start - other.end;
  return gap <= words;
}
