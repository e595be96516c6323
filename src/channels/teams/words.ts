import type { Activity, Mention } from 'botbuilder';
import { decodeHTML } from 'entities';

/** Where a mention begins and ends in the text: `<at>Name</at>`, at times with attributes. */
const MENTION_SIGNS = /<(\/?)at\b[^<>]*>/gi;
/** Other markup. "<3" and "a < b" are what somebody typed. */
const TAG = /<\/?[a-z][^<>]*>/gi;
/** Teams sends 28 KB at most; what is longer is read at both ends, where what matters stands. */
const MOST_CHARACTERS = 28_000;
/** Teams lets nobody mention more people in one message. */
const MOST_MENTIONS = 50;

/** Takes out what stands between `<at>` and the next `</at>`: one pass, however the signs are nested or left open. */
function withoutMentions(text: string): string {
  let left = '';
  let from = 0;
  let begun: number | null = null;
  for (const { 0: sign, 1: slash, index } of text.matchAll(MENTION_SIGNS)) {
    if (slash === '') begun ??= index;
    else if (begun !== null) {
      left += `${text.slice(from, begun)} `;
      from = index + sign.length;
      begun = null;
    }
  }
  return left + text.slice(from);
}

function bothEnds(text: string): string {
  const half = MOST_CHARACTERS / 2;
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, half)}\n${text.slice(-half)}`;
}

function mentionsOf({ entities }: Partial<Activity>): Partial<Mention>[] {
  return Array.isArray(entities) ? entities.filter((entity) => entity?.type === 'mention') : [];
}

/**
 * What a person wrote, without mentions and markup: names of others are no part of a question, and nobody's business.
 */
export function wordsOf(activity: Partial<Activity>): string {
  let text = withoutMentions(bothEnds(String(activity.text ?? '')));
  // Some clients mention by a bare name, and tell which in the entity only.
  for (const { text: mention } of mentionsOf(activity).slice(0, MOST_MENTIONS)) {
    if (typeof mention === 'string' && mention.trim()) text = text.replaceAll(mention, ' ');
  }
  return decodeHTML(text.replace(TAG, ' ')).replace(/\s+/g, ' ').trim();
}

/** True where the guide itself is mentioned. */
export function isMentioned(activity: Partial<Activity>): boolean {
  const own = activity.recipient?.id;
  return mentionsOf(activity).some(({ mentioned }) => mentioned?.id !== undefined && mentioned.id === own);
}
