import type { Activity, Mention } from 'botbuilder';
import { decodeHTML } from 'entities';

/** Where a mention begins and ends in the text: `<at>Name</at>`, at times with attributes. */
const MENTION_BEGINS = /<at\b[^<>]*>/gi;
const MENTION_ENDS = /<\/at>/gi;
/** Other markup. "<3" and "a < b" are what somebody typed. */
const TAG = /<\/?[a-z][^<>]*>/gi;

/** Teams itself sends no message that long; of a longer one the beginning and the end are read. */
const MOST_CHARACTERS = 32_000;
/** So many mentions by a bare name are taken out: nobody mentions more people in a question. */
const MOST_MENTIONS = 50;

function mentionsOf({ entities }: Partial<Activity>): Partial<Mention>[] {
  return Array.isArray(entities) ? entities.filter((entity) => entity?.type === 'mention') : [];
}

/** The text without its mentions, in one pass: a mention that does not end is what somebody typed. */
function withoutMentions(text: string): string {
  const ends = [...text.matchAll(MENTION_ENDS)].map(({ index, 0: { length } }) => index + length);
  if (ends.length === 0) return text;
  const kept: string[] = [];
  let from = 0;
  let next = 0;
  for (const { index, 0: begin } of text.matchAll(MENTION_BEGINS)) {
    if (index < from) continue;
    while (next < ends.length && ends[next]! <= index + begin.length) next += 1;
    const end = ends[next];
    if (end === undefined) break;
    kept.push(text.slice(from, index));
    from = end;
  }
  return [...kept, text.slice(from)].join(' ');
}

/**
 * What a person wrote, without mentions and markup: names of others are no part of a question, and nobody's business.
 */
export function wordsOf(activity: Partial<Activity>): string {
  const whole = String(activity.text ?? '');
  const half = MOST_CHARACTERS / 2;
  const read = whole.length > MOST_CHARACTERS ? `${whole.slice(0, half)}\n${whole.slice(-half)}` : whole;
  let text = withoutMentions(read);
  // Some clients mention by a bare name, and tell which in the entity only.
  const names = mentionsOf(activity).flatMap(({ text: name }) => (typeof name === 'string' && name.trim() ? name : []));
  for (const name of new Set(names.slice(0, MOST_MENTIONS))) text = text.replaceAll(name, ' ');
  return decodeHTML(text.replace(TAG, ' ')).replace(/\s+/g, ' ').trim();
}

/** True where the guide itself is mentioned. */
export function isMentioned(activity: Partial<Activity>): boolean {
  const own = activity.recipient?.id;
  return mentionsOf(activity).some(({ mentioned }) => mentioned?.id !== undefined && mentioned.id === own);
}
