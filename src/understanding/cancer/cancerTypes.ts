import { Gazetteer, type Mention } from '../gazetteer.ts';
import { foldPhrase, type Token } from '../tokens.ts';
import { combine } from './combinations.ts';
import { type CancerMention, type Glue, hasRole, joinHeads, typesOf } from './heads.ts';
import { type ChildWords, isAboutChild } from './patient.ts';
import { type CancerTypeWords, type CancerWordsFile, cancerEntries, type Mark } from './vocabulary.ts';

/** The cancers that an utterance names. */
export interface CancerFinding {
  /** Ids, the most specific that were named, in the order of the text; `any-cancer` only where no other was named. */
  readonly types: readonly string[];
  /** Where they stand: for `ask --explain`, and to take names out before the intent is classified. */
  readonly mentions: readonly CancerMention[];
  /** What was named and denied: "it is not breast cancer". */
  readonly negated: readonly string[];
  /** True where only a part of the body was named, as an answer to "which cancer?" may be. */
  readonly bareSite: boolean;
}

export type FindCancerTypes = (tokens: readonly Token[]) => CancerFinding;

/** How far a word of negation reaches: "not (really a) breast cancer". */
const NEGATION_REACH = 2;
/** An utterance that short, with only a part of the body in it, names its cancer: "bowel", "prostate please". */
const BARE_SITE_WORDS = 3;

const ADJECTIVE = /(?:ian|al|ic|ar|ary|eal)$/;

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
  const glue: Glue = {
    qualifiers: new Set(words.qualifiers),
    linking: new Set(words.linking),
    fillers: new Set(words.fillers),
    joining: new Set(words.joining),
  };
  const origin = new Set(words.origin);
  const headWords = new Set(
    [...words.cancer, ...words.cancerMisspellings, ...words.tumour].flatMap((phrase) => foldPhrase(phrase).slice(-1)),
  );
  const childWords: ChildWords = {
    ageUnits: new Set(words.patient.ageUnits),
    old: new Set(words.patient.old),
    aged: new Set(words.patient.aged),
    linking: new Set(words.patient.linking),
    parting: new Set(words.patient.parting),
  };
  const parents = new Map(
    types.map((type) => [type.id, type.parent ? [type.parent, ...type.alsoUnder] : type.alsoUnder]),
  );

  function ancestors(id: string, seen: Set<string> = new Set()): Set<string> {
    for (const parent of parents.get(id) ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      ancestors(parent, seen);
    }
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

  function isNegated(mention: CancerMention, all: readonly Mention<Mark>[], tokens: readonly Token[]): boolean {
    return all.some((other) => {
      if (tokens[other.start]!.sentence !== tokens[mention.start]!.sentence) return false;
      if (hasRole(other, 'negator')) {
        const gap = mention.start - other.end;
        return (
          gap >= 0 &&
          gap <= NEGATION_REACH &&
          !tokens.slice(other.end, mention.start + 1).some((token) => token.afterPause)
        );
      }
      if (!hasRole(other, 'negator-after')) return false;
      const gap = other.start - mention.end;
      return gap >= 0 && gap <= NEGATION_REACH;
    });
  }

  return (tokens) => {
    const all = gazetteer.find(tokens);
    if (all.length === 0) return { types: [], mentions: [], negated: [], bareSite: false };
    const shouting = tokens.length > 3 && tokens.every((token) => token.raw === token.raw.toUpperCase());

    const heads = joinHeads(tokens, all, glue, headWords).filter(
      (head) =>
        !all.some(
          (other) =>
            hasRole(other, 'benign') &&
            Math.abs(other.start - head.start) <= 3 &&
            tokens[other.start]!.sentence === tokens[head.start]!.sentence &&
            !hasCancerWord(head, all),
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

    // "breast cancer and one ovarian": an adjective that has lost its noun, after a cancer was named.
    const inHead = (mention: Mention<Mark>): boolean =>
      heads.some((head) => mention.start >= head.start && mention.end <= head.end);
    const sites = all.filter((mention) => hasRole(mention, 'site') && !inHead(mention));
    if (mentions.length > 0) {
      for (const site of sites) {
        const next = tokens[site.end];
        const last = tokens[site.end - 1]!;
        const lostNoun =
          ADJECTIVE.test(last.text) &&
          (!next || next.afterPause || next.sentence !== last.sentence || glue.joining.has(next.text));
        if (lostNoun && mentions.some((mention) => mention.end <= site.start)) {
          mentions.push({ start: site.start, end: site.end, types: typesOf(site, 'site'), bySite: true });
        }
      }
    }
    const bareSite = mentions.length === 0 && sites.length > 0;
    if (bareSite && isBare(sites, tokens)) {
      for (const site of sites)
        mentions.push({ start: site.start, end: site.end, types: typesOf(site, 'site'), bySite: true });
    }

    // "It has spread to the liver, from the breast": where it began names the cancer.
    if (all.some((mention) => hasRole(mention, 'spread'))) {
      for (const site of sites) {
        const before = tokens.slice(Math.max(0, site.start - 3), site.start).reverse();
        const word = before.find((token) => !glue.fillers.has(token.text));
        if (!word || !origin.has(word.text) || mentions.some((mention) => mention.start === site.start)) continue;
        mentions.push({ start: site.start, end: site.end, types: typesOf(site, 'site'), bySite: true });
      }
    }

    const negated = mentions.filter((mention) => isNegated(mention, all, tokens));
    const kept = mentions.filter((mention) => !negated.includes(mention));
    const spread = all.filter(
      (mention) => hasRole(mention, 'spread') && !isNegated({ ...mention, types: [], bySite: false }, all, tokens),
    );
    const found = combine({
      types: kept.flatMap((mention) => mention.types),
      cancerNamed: kept.length > 0,
      sites: sites.flatMap((site) => typesOf(site, 'site')),
      spreadSites: spread.flatMap((mark) =>
        sites
          .filter((site) => site.end === mark.start || (site.start === mark.end && !kept.length))
          .flatMap((site) => typesOf(site, 'site')),
      ),
      spread: spread.length > 0,
      male: kept.some((mention) => all.some((other) => hasRole(other, 'male') && isNear(mention, other, 3))),
      child: isAboutChild(tokens, all, kept, childWords),
    });
    const specific = found.filter(
      (id) => !found.some((other) => other !== id && ancestors(other).has(id) && !(id === 'childhood')),
    );
    return {
      types: specific,
      mentions: kept,
      negated: [...new Set(negated.flatMap((mention) => mention.types))].filter((id) => !specific.includes(id)),
      bareSite,
    };
  };
}

function hasCancerWord(head: CancerMention, all: readonly Mention<Mark>[]): boolean {
  return all.some((mention) => hasRole(mention, 'cancer') && mention.start >= head.start && mention.end <= head.end);
}

function isBare(sites: readonly Mention<Mark>[], tokens: readonly Token[]): boolean {
  const covered = sites.reduce((sum, site) => sum + site.end - site.start, 0);
  if (tokens.length - covered <= 1 && tokens.length <= BARE_SITE_WORDS) return true;
  // "pancreatic, weeks left anyway": an adjective that stands for the whole name.
  return sites.some((site) => {
    const next = tokens[site.end];
    const last = tokens[site.end - 1]!;
    return ADJECTIVE.test(last.text) && (!next || next.afterPause || next.sentence !== last.sentence);
  });
}

function isNear(mention: CancerMention, other: Mention<Mark>, words: number): boolean {
  const gap = other.start >= mention.end ? other.start - mention.end : mention.start - other.end;
  return gap <= words;
}
