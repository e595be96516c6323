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
}

/** Small words that may stand between the parts of a cancer's name, folded. */
export interface Glue {
  readonly qualifiers: ReadonlySet<string>;
  readonly linking: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
}

export const hasRole = (mention: Mention<Mark>, role: Role): boolean => mention.values.some((mark) => mark.role === role);

export const typesOf = (mention: Mention<Mark>, role: Role): string[] => [
  ...new Set(mention.values.filter((mark) => mark.role === role).flatMap((mark) => mark.types)),
];

/** The most words between a part of the body and its cancer, and between a cancer and "in the …". */
const MOST_QUALIFIERS = 3;
const MOST_FILLERS = 3;

function wordsBetween(tokens: readonly Token[], from: number, to: number, allowed: ReadonlySet<string>, most: number): boolean {
  if (to - from > most) return false;
  for (let place = from; place < to; place += 1) if (!allowed.has(tokens[place]!.text)) return false;
  return true;
}

const sameSentence = (tokens: readonly Token[], a: number, b: number): boolean => tokens[a]!.sentence === tokens[b]!.sentence;

/**
 * Joins words for cancer with the parts of the body beside them: "colon or rectal cancer", "tumour in my left lung".
 *
 * @param tokens the words of the utterance
 * @param mentions what the gazetteer found in them
 * @returns one mention for each word for cancer, with the types of its places, or none for cancer in general
 */
export function joinHeads(tokens: readonly Token[], mentions: readonly Mention<Mark>[], glue: Glue): CancerMention[] {
  return mentions.flatMap((head, index) => {
    if (!hasRole(head, 'cancer') && !hasRole(head, 'tumour')) return [];
    const sites = new Set<number>();

    // To the left: "colon cancer", "lung and (stage 4) bone cancer".
    let edge = head.start;
    for (let left = index - 1; left >= 0; left -= 1) {
      const site = mentions[left]!;
      if (!hasRole(site, 'site') || !sameSentence(tokens, site.start, head.start)) {
        // Words such as "metastatic" or "childhood" may stand in between.
        if (sites.size === 0 && (hasRole(site, 'spread') || hasRole(site, 'childhood') || hasRole(site, 'male')) && site.end === edge) {
          edge = site.start;
          continue;
        }
        break;
      }
      const near =
        sites.size === 0
          ? wordsBetween(tokens, site.end, edge, glue.qualifiers, MOST_QUALIFIERS)
          : site.end === edge || wordsBetween(tokens, site.end, edge, glue.joining, 1);
      if (!near) break;
      sites.add(left);
      edge = site.start;
    }

    // To the right: "cancer of the bowel", "tumours in her liver and lungs", "cancer - vulva".
    let end = head.end;
    const leftFound = sites.size > 0;
    for (let right = index + 1; right < mentions.length && !leftFound; right += 1) {
      const site = mentions[right]!;
      if (!hasRole(site, 'site') || !sameSentence(tokens, site.start, head.start)) break;
      const first = end === head.end;
      const linked =
        glue.linking.has(tokens[end]?.text ?? '') && wordsBetween(tokens, end + 1, site.start, glue.fillers, MOST_FILLERS);
      const beside = site.start === end && (first ? true : tokens[site.start]!.afterPause);
      const joinedTo =
        !first && glue.joining.has(tokens[end]?.text ?? '') && wordsBetween(tokens, end + 1, site.start, glue.fillers, MOST_FILLERS);
      if (!(first ? linked || beside : beside || joinedTo)) break;
      // "cancer breast clinic" is read as "cancer, breast"; but "cancer kidney transplant" stays cancer in general.
      sites.add(right);
      end = site.end;
    }

    const types = [...sites].sort((a, b) => a - b).flatMap((place) => typesOf(mentions[place]!, 'site'));
    return [{ start: Math.min(edge, head.start), end, types: [...new Set(types)], bySite: types.length > 0 }];
  });
}
