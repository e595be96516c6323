import type { Mention } from '../gazetteer.ts';
import type { Token } from '../tokens.ts';
import { type CancerMention, type Glue, SPREAD_PLACES, typesOf } from './heads.ts';
import type { CancerWordsFile, Mark } from './vocabulary.ts';

/** An utterance that short, with only a part of the body in it, names its cancer: "bowel", "prostate please". */
const BARE_SITE_WORDS = 3;
/** A message that short may swap one place for another without a word for cancer. */
const SWAP_WORDS = 12;
/** How many words may stand between "from" and the place where a cancer began. */
const ORIGIN_REACH = 4;

const ADJECTIVE = /(?:ian|al|ic|ar|ary|eal)$/;

/** Small words around a part of the body that make it stand for its cancer; all folded. */
export interface SiteWords extends Glue {
  /** Before the place where a cancer that has spread began: "it spread FROM the breast". */
  readonly origin: ReadonlySet<string>;
  /** Between a place and the word of its spreading: "prostate WITH spread to the spine". */
  readonly having: ReadonlySet<string>;
  /** Before a second place that has lost its noun: "one has lung cancer, the OTHER bowel". */
  readonly another: ReadonlySet<string>;
  /** Before the place that a cancer has reached: "spread TO the spine". */
  readonly reach: ReadonlySet<string>;
}

/** The small words of a language, as its file lists them. */
export function siteWordsOf(words: CancerWordsFile): SiteWords {
  return {
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
}

/** True where a name may end after a word: the end, a pause, or "and". */
function endsAt(place: number, tokens: readonly Token[], words: SiteWords): boolean {
  const next = tokens[place];
  return !next || next.afterPause || next.sentence !== tokens[place - 1]!.sentence || words.joining.has(next.text);
}

/** "Breast cancer and one ovarian": a place that has lost its noun, after a cancer was named. */
function hasLostNoun(site: Mention<Mark>, tokens: readonly Token[], words: SiteWords): boolean {
  if (!endsAt(site.end, tokens, words)) return false;
  if (ADJECTIVE.test(tokens[site.end - 1]!.text)) return true;
  // "Not thyroid cancer: parathyroid"; but "lung cancer, brain" may tell of a place that it spread to.
  if (tokens[site.start]!.afterPause && !typesOf(site, 'site').some((type) => SPREAD_PLACES.has(type))) return true;
  const before = tokens[site.start - 1];
  return before !== undefined && (words.another.has(before.text) || words.joining.has(before.text));
}

/** Nothing but parts of the body: "bowel", "prostate please", "not lung, thymus". */
function isAlone(
  sites: readonly Mention<Mark>[],
  negators: readonly Mention<Mark>[],
  tokens: readonly Token[],
): boolean {
  const wordsOf = (mentions: readonly Mention<Mark>[]): number =>
    mentions.reduce((sum, { start, end }) => sum + end - start, 0);
  // "No, not lung, thymus": what is denied is said in few words, too.
  const words = tokens.length - wordsOf(negators);
  return words - wordsOf(sites) <= 1 && words <= BARE_SITE_WORDS;
}

/** "Pancreatic, weeks left anyway": an adjective that stands for the whole name. */
function isBareAdjective(site: Mention<Mark>, tokens: readonly Token[], words: SiteWords): boolean {
  const next = tokens[site.end];
  return (
    ADJECTIVE.test(tokens[site.end - 1]!.text) &&
    endsAt(site.end, tokens, words) &&
    !(next && !next.afterPause && words.joining.has(next.text))
  );
}

/** "It has spread to the liver, from the breast", "primary in the colon": where it began names the cancer. */
function isOrigin(site: Mention<Mark>, tokens: readonly Token[], words: SiteWords): boolean {
  const before = tokens.slice(Math.max(0, site.start - ORIGIN_REACH), site.start).reverse();
  const skipped = (word: string): boolean =>
    words.fillers.has(word) || (words.linking.has(word) && !words.origin.has(word));
  const word = before.find((token) => !skipped(token.text));
  return word !== undefined && words.origin.has(word.text);
}

/** "Prostate with spread to spine", "breast mets to bone": what stands before a spreading that tells where to. */
function hasSpreadFrom(
  site: Mention<Mark>,
  spread: readonly Mention<Mark>[],
  sites: readonly Mention<Mark>[],
  tokens: readonly Token[],
  words: SiteWords,
): boolean {
  return spread.some((mark) => {
    if (mark.start < site.end || mark.start - site.end > 2) return false;
    if (!tokens.slice(site.end, mark.start).every((token) => words.having.has(token.text))) return false;
    const target = sites.find((other) => other.start >= mark.end && other.start - mark.end <= 3);
    if (!target) return false;
    return words.reach.has(tokens[mark.end]!.text) || words.reach.has(tokens[mark.end - 1]!.text);
  });
}

/** What an utterance holds besides its parts of the body. */
export interface Surroundings {
  /** The cancers that are named by words for cancer. */
  readonly named: readonly CancerMention[];
  /** The words that tell of spreading. */
  readonly spread: readonly Mention<Mark>[];
  /** The words that deny what follows, or take back what stands before. */
  readonly negators: readonly Mention<Mark>[];
  /** Tells a place that is denied. */
  readonly isDenied: (site: Mention<Mark>) => boolean;
}

/**
 * The parts of the body that stand for their cancer although no word for cancer stands beside them.
 *
 * @param sites parts of the body that belong to no word for cancer
 * @returns one mention for each such place; empty where they are only parts of the body
 */
export function sitesThatName(
  tokens: readonly Token[],
  sites: readonly Mention<Mark>[],
  { named, spread, negators, isDenied }: Surroundings,
  words: SiteWords,
): CancerMention[] {
  const nothingNamed = named.length === 0;
  // "It is not the stomach, it is the liver": one place is denied, the other is meant.
  const isSwapped = tokens.length <= SWAP_WORDS && sites.some(isDenied) && !sites.every((site) => isDenied(site));
  const alone = nothingNamed && (isSwapped || isAlone(sites, negators, tokens));
  return sites
    .filter(
      (site) =>
        alone ||
        (nothingNamed && isBareAdjective(site, tokens, words)) ||
        (spread.length > 0 && isOrigin(site, tokens, words)) ||
        hasSpreadFrom(site, spread, sites, tokens, words) ||
        (named.some((mention) => mention.end <= site.start) && hasLostNoun(site, tokens, words)),
    )
    .map((site) => ({ start: site.start, end: site.end, types: typesOf(site, 'site'), bySite: true }));
}
