import type { Mention } from '../gazetteer.ts';
import type { Token } from '../tokens.ts';
import type { Mark, Role } from './vocabulary.ts';

/** A part of an utterance that names one or more cancer types, or cancer in general (no types). */
export interface CancerMention {
  readonly start: number;
  readonly end: number;
  readonly types: readonly string[];
  /** Parts of the body that were joined to the word for cancer; empty where a full name was used. */
  readonly bySite: boolean;
  /** True where the name goes on to a place that cancers spread to: "prostate cancer in the spine". */
  readonly reaches?: boolean;
}

/** Small words that may stand between the parts of a cancer's name, folded. */
export interface Glue {
  readonly qualifiers: ReadonlySet<string>;
  readonly linking: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  /** Between a part of the body and the cancer that took it: "lost his voice box TO cancer". */
  readonly lostTo: ReadonlySet<string>;
}

/** Where cancers of other organs spread to, as types of the list. */
export const SPREAD_PLACES = new Set(['bone', 'brain', 'liver', 'lung', 'spinal-cord']);

export const hasRole = (mention: Mention<Mark>, role: Role): boolean =>
  mention.values.some((mark) => mark.role === role);

export const typesOf = (mention: Mention<Mark>, role: Role): string[] => [
  ...new Set(mention.values.filter((mark) => mark.role === role).flatMap((mark) => mark.types)),
];

/** The most words between a part of the body and its cancer, and between a cancer and "in the …". */
const MOST_QUALIFIERS = 3;
const MOST_FILLERS = 3;

function wordsBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  allowed: ReadonlySet<string>,
  most: number,
): boolean {
  if (to - from > most) return false;
  for (let place = from; place < to; place += 1) if (!allowed.has(tokens[place]!.text)) return false;
  return true;
}

const sameSentence = (tokens: readonly Token[], a: number, b: number): boolean =>
  tokens[a]!.sentence === tokens[b]!.sentence;

/** Where sites may be joined to a word for cancer. */
interface Head {
  readonly start: number;
  readonly end: number;
  /** True for a full name that ends in a word for cancer: "breast and OVARIAN CANCER" adds the breast by "and" only. */
  readonly named: boolean;
  /** True where the place may follow: "cancer OF THE bowel". */
  readonly opensRight: boolean;
  /** True for a word that is none without a place: "lung CA". */
  readonly needsSite: boolean;
}

function headOf(mention: Mention<Mark>, tokens: readonly Token[], headWords: ReadonlySet<string>): Head | undefined {
  const { start, end } = mention;
  if (hasRole(mention, 'cancer') || hasRole(mention, 'tumour'))
    return { start, end, named: false, opensRight: true, needsSite: false };
  if (hasRole(mention, 'beside-site')) return { start, end, named: false, opensRight: false, needsSite: true };
  const types = typesOf(mention, 'type');
  if (types.length === 0 || !headWords.has(tokens[end - 1]!.text)) return undefined;
  return { start, end, named: true, opensRight: types.includes('secondary'), needsSite: false };
}

/** Sites to the left of a head: "colon cancer", "lung and (stage 4) bone cancer". */
function sitesBefore(
  head: Head,
  index: number,
  tokens: readonly Token[],
  mentions: readonly Mention<Mark>[],
  glue: Glue,
): { sites: number[]; edge: number } {
  const sites: number[] = [];
  let edge = head.start;
  for (let left = index - 1; left >= 0; left -= 1) {
    const mention = mentions[left]!;
    if (!sameSentence(tokens, mention.start, head.start)) break;
    if (!hasRole(mention, 'site')) {
      // Words such as "metastatic" or "childhood" may stand in between.
      const passes =
        sites.length === 0 &&
        !head.named &&
        !head.needsSite &&
        mention.end === edge &&
        ['spread', 'childhood', 'male', 'benign'].some((role) => hasRole(mention, role as Role));
      if (!passes) break;
      edge = mention.start;
      continue;
    }
    const beside = mention.end === edge && (!head.named || tokens[edge]!.afterPause);
    const near =
      beside ||
      (sites.length === 0 && !head.named
        ? wordsBetween(tokens, mention.end, edge, glue.qualifiers, MOST_QUALIFIERS) ||
          wordsBetween(tokens, mention.end, edge, glue.lostTo, MOST_QUALIFIERS)
        : wordsBetween(tokens, mention.end, edge, glue.joining, 1) && mention.end < edge);
    if (!near) break;
    sites.push(left);
    edge = mention.start;
  }
  return { sites, edge };
}

/** Sites to the right of a head: "cancer of the bowel", "tumours in her liver and lungs", "cancer - vulva". */
function sitesAfter(
  head: Head,
  index: number,
  tokens: readonly Token[],
  mentions: readonly Mention<Mark>[],
  glue: Glue,
): { sites: number[]; end: number } {
  const sites: number[] = [];
  let end = head.end;
  for (let right = index + 1; right < mentions.length; right += 1) {
    const mention = mentions[right]!;
    if (!hasRole(mention, 'site') || !sameSentence(tokens, mention.start, head.start)) break;
    const first = sites.length === 0;
    const link = first ? glue.linking : glue.joining;
    const linked =
      link.has(tokens[end]?.text ?? '') && wordsBetween(tokens, end + 1, mention.start, glue.fillers, MOST_FILLERS);
    const beside = mention.start === end && (first || tokens[mention.start]!.afterPause);
    if (!linked && !beside) break;
    sites.push(right);
    end = mention.end;
  }
  return { sites, end };
}

/**
 * Joins words for cancer with the parts of the body beside them: "colon or rectal cancer", "tumour in my left lung".
 *
 * @param tokens the words of the utterance
 * @param mentions what the gazetteer found in them
 * @param headWords single words for cancer, folded: a full name that ends in one takes part
 * @returns one mention for each word for cancer, with the types of its places, or none for cancer in general
 */
export function joinHeads(
  tokens: readonly Token[],
  mentions: readonly Mention<Mark>[],
  glue: Glue,
  headWords: ReadonlySet<string>,
): CancerMention[] {
  return mentions.flatMap((mention, index) => {
    const head = headOf(mention, tokens, headWords);
    if (!head) return [];
    const { sites, edge } = sitesBefore(head, index, tokens, mentions, glue);
    const beyond = sitesAfter(head, index, tokens, mentions, glue);
    const after = head.opensRight && sites.length === 0 ? beyond : { sites: [], end: head.end };
    const all = [...sites, ...after.sites].sort((a, b) => a - b);
    const types = [...new Set(all.flatMap((place) => typesOf(mentions[place]!, 'site')))];
    const own = head.named ? [...types, ...typesOf(mention, 'type')] : types;
    const reached = beyond === after ? [] : beyond.sites.flatMap((place) => typesOf(mentions[place]!, 'site'));
    const reaches =
      own.length > 0 && reached.some((type) => SPREAD_PLACES.has(type)) && !reached.some((type) => own.includes(type));
    if (all.length === 0 && (head.needsSite || (head.named && !reaches))) return [];
    return [
      {
        start: edge,
        end: after.end,
        types: head.named && all.length === 0 ? own : types,
        bySite: types.length > 0,
        ...(reaches ? { reaches } : {}),
      },
    ];
  });
}
