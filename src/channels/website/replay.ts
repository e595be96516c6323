import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import type { Memory } from '../../storage/turnStorage.ts';
import type { WebsiteAnswer, WebsiteChannel } from './websiteChannel.ts';

/** One entry of a talk as the page shows it. */
export interface TalkEntry {
  readonly from: 'you' | 'bot';
  readonly text: string;
  readonly cards: readonly AdaptiveCard[];
  readonly suggestions: readonly string[];
}

/** So many messages are replayed; older ones are dropped from the page. */
export const MOST_MESSAGES = 30;

/** The entries of one answer, read from its activities. */
export function entriesOf({ activities }: WebsiteAnswer): TalkEntry[] {
  return activities.map((activity) => ({
    from: 'bot',
    text: activity.text ?? '',
    cards: (activity.attachments ?? []).map(({ content }) => content as AdaptiveCard),
    suggestions: (activity.suggestedActions?.actions ?? []).map(({ title }) => title),
  }));
}

/** A talk that was replayed. */
export interface Replay {
  readonly entries: readonly TalkEntry[];
  /** The messages that are still remembered; empty after "delete my words". */
  readonly texts: readonly string[];
}

/**
 * Says all messages of a talk again, one after the other, so that a page without JavaScript can show it although the
 * server keeps nothing. The same messages always get the same answers.
 */
export async function replay(
  channel: WebsiteChannel,
  texts: readonly string[],
  locale: string | undefined,
): Promise<Replay> {
  const welcome = await channel.answer({ type: 'welcome', locale }, null);
  let entries = entriesOf(welcome);
  let kept: string[] = [];
  let memory: Memory | null = welcome.memory;
  for (const text of texts.slice(-MOST_MESSAGES)) {
    const answer = await channel.answer({ type: 'message', text, locale }, memory);
    if (answer.anew) [entries, kept, memory] = [[], [], null];
    else {
      entries.push({ from: 'you', text, cards: [], suggestions: [] });
      kept.push(text);
      memory = answer.memory;
    }
    entries.push(...entriesOf(answer));
  }
  return { entries, texts: kept };
}
