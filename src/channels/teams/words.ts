import type { Activity, Mention } from 'botbuilder';
import { decodeHTML } from 'entities';

/** A mention as it stands in the text: `<at>Name</at>`, at times with attributes. */
const MENTION = /<at\b[^>]*>[\s\S]*?<\/at>/gi;
/** Other markup. "<3" and "a < b" are what somebody typed. */
const TAG = /<\/?[a-z][^<>]*>/gi;

function mentionsOf({ entities }: Partial<Activity>): Partial<Mention>[] {
  return Array.isArray(entities) ? entities.filter((entity) => entity?.type === 'mention') : [];
}

/**
 * What a person wrote, without mentions and markup: names of others are no part of a question, and nobody's business.
 */
export function wordsOf(activity: Partial<Activity>): string {
  let text = String(activity.text ?? '').replace(MENTION, ' ');
  // Some clients mention by a bare name, and tell which in the entity only.
  for (const { text: mention } of mentionsOf(activity)) {
    if (typeof mention === 'string' && mention.trim()) text = text.replaceAll(mention, ' ');
  }
  return decodeHTML(text.replace(TAG, ' ')).replace(/\s+/g, ' ').trim();
}

/** True where the guide itself is mentioned. */
export function isMentioned(activity: Partial<Activity>): boolean {
  const own = activity.recipient?.id;
  return mentionsOf(activity).some(({ mentioned }) => mentioned?.id !== undefined && mentioned.id === own);
}
