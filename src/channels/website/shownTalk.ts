import { z } from 'zod';
import { TALK_MINUTES } from '../../../dialogs/talk.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { type Seal, SealError } from '../../storage/seal.ts';
import type { Memory } from '../../storage/turnStorage.ts';
import type { ChatEntry } from '../../web/server/pages/chat.ts';
import type { WebsiteAnswer } from './websiteChannel.ts';

/** What a page without JavaScript shows of a talk, and what the talk must remember: it travels sealed in the page. */
export interface ShownTalk {
  readonly entries: readonly ChatEntry[];
  /** True where earlier messages are no longer shown. */
  readonly dropped: boolean;
  /** What the bot must know to answer the next message; null for nothing. */
  readonly memory: Memory | null;
}

/** So many of the visitor's messages are shown, with their answers. */
export const MOST_MESSAGES = 30;
/** Characters of a sealed talk. It stands in the page twice, and comes back with each message. */
export const MOST_SEALED = 60_000;
/** Changes where a talk that was sealed before could no longer be shown. */
const VERSION = 1;

const textRun = z.object({
  type: z.literal('TextRun'),
  text: z.string(),
  weight: z.literal('Bolder').optional(),
  isSubtle: z.boolean().optional(),
  italic: z.boolean().optional(),
});
const element = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('TextBlock'),
    text: z.string(),
    wrap: z.literal(true),
    style: z.literal('heading').optional(),
    weight: z.literal('Bolder').optional(),
    size: z.literal('Medium').optional(),
  }),
  z.object({ type: z.literal('RichTextBlock'), inlines: z.array(textRun), spacing: z.literal('Small').optional() }),
  z.object({
    type: z.literal('ActionSet'),
    actions: z.array(z.object({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.string() })),
  }),
]);
const entry = z.object({
  from: z.enum(['you', 'bot']),
  text: z.string(),
  cards: z.array(z.object({ body: z.array(element) })),
  suggestions: z.array(z.string()),
});
const sealedTalk = z.object({
  version: z.literal(VERSION),
  entries: z.array(entry),
  dropped: z.boolean(),
  memory: z.record(z.string(), z.unknown()),
});

/** The entries of one answer, read from its activities: what the page shows of them, and no more. */
function entriesOf({ activities }: WebsiteAnswer): ChatEntry[] {
  return activities.map((activity) => ({
    from: 'bot',
    text: activity.text ?? '',
    cards: (activity.attachments ?? []).map(({ content }) => ({ body: (content as AdaptiveCard).body })),
    suggestions: (activity.suggestedActions?.actions ?? []).map(({ title }) => title),
  }));
}

/** The talk that begins with an answer to nothing: a welcome, or what is said when everything is forgotten. */
export function beginWith(answer: WebsiteAnswer): ShownTalk {
  return { entries: entriesOf(answer), dropped: false, memory: answer.anew ? null : answer.memory };
}

/** The talk with a message and its answer. Only the last answer's suggestions are shown, so only these are kept. */
export function goOn(talk: ShownTalk, said: string, answer: WebsiteAnswer): ShownTalk {
  const entries = [
    ...talk.entries.map((each) => (each.suggestions.length > 0 ? { ...each, suggestions: [] } : each)),
    { from: 'you' as const, text: said, cards: [], suggestions: [] },
    ...entriesOf(answer),
  ];
  const mine = entries.flatMap(({ from }, place) => (from === 'you' ? [place] : []));
  const first = mine.length > MOST_MESSAGES ? mine.at(-MOST_MESSAGES)! : 0;
  return { entries: entries.slice(first), dropped: talk.dropped || first > 0, memory: answer.memory };
}

/** The talk without its oldest message and the answer to it; null where only the newest message is left. */
function withoutOldest(talk: ShownTalk): ShownTalk | null {
  const next = talk.entries.findIndex(({ from }, place) => from === 'you' && place > 0);
  return next < 0 ? null : { ...talk, entries: talk.entries.slice(next), dropped: true };
}

/** A talk with its seal, which may be of fewer messages than it was. */
export interface SealedTalk {
  readonly talk: ShownTalk;
  readonly sealed: string;
}

/** Seals a talk; its oldest messages are dropped until it has at most `MOST_SEALED` characters. The newest one stays. */
export async function sealTalk(seal: Seal, talk: ShownTalk): Promise<SealedTalk> {
  const sealed = await seal.seal('form', { version: VERSION, ...talk, memory: talk.memory ?? {} }, TALK_MINUTES);
  const shorter = sealed.length > MOST_SEALED ? withoutOldest(talk) : null;
  return shorter ? sealTalk(seal, shorter) : { talk, sealed };
}

/** The talk that a form brought along; null where it is too old, too large, not ours, or of another version. */
export async function openTalk(seal: Seal, sealed: string): Promise<ShownTalk | null> {
  if (sealed.length > MOST_SEALED) return null;
  try {
    const opened = sealedTalk.safeParse(await seal.open('form', sealed));
    return opened.success ? (opened.data as ShownTalk) : null;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
