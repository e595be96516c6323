import { createHmac, randomBytes } from 'node:crypto';
import { type Activity, ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder';
import { OUTCOME, type Outcome } from '../../dialogs/guideDialog.ts';

/** Answers a message once, however often it is sent: a channel sends it again where it did not hear back in time. */
export interface Repeats {
  /** Runs a turn, unless the same message was answered already: then what was answered in the HTTP answer is said again. */
  once(context: TurnContext, turn: () => Promise<void>): Promise<void>;
}

/** A channel tries again within seconds. */
const REMEMBERED_MS = 5 * 60_000;
/** So many messages are remembered, about 20 MB at most; beyond that the oldest is forgotten sooner. */
const MOST_REMEMBERED = 2000;

type Replies = readonly Partial<Activity>[];

interface Answered {
  readonly conversation: string;
  readonly until: number;
  /** What went out in the HTTP answer; empty where it was posted, and after "delete my words". */
  replies: Promise<Replies>;
}

/**
 * Makes such a memory. It lives in this process only, and its keys are digests: nobody's words stand in them.
 *
 * @param now the time, in milliseconds since 1970
 */
export function createRepeats(now: () => number = Date.now): Repeats {
  const key = randomBytes(32);
  const digest = (...parts: unknown[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  const answered = new Map<string, Answered>();
  const tidy = (): void => {
    for (const [id, { until }] of answered) {
      // They stand in the order of their time.
      if (until > now() && answered.size < MOST_REMEMBERED) return;
      answered.delete(id);
    }
  };
  const forgetReplies = (conversation: string): void => {
    for (const each of answered.values()) if (each.conversation === conversation) each.replies = Promise.resolve([]);
  };

  return {
    async once(context, turn) {
      const { type, id, channelId, conversation, from, text, value } = context.activity;
      if (type !== ActivityTypes.Message || !id) return turn();
      const talk = digest(channelId, conversation.id, from?.id);
      // Some clients number each of their talks from 1 again: what is said belongs to the message.
      const message = digest(talk, id, text, value);
      tidy();
      const earlier = answered.get(message);
      if (earlier) {
        context.bufferedReplyActivities.push(...(await earlier.replies));
        return;
      }
      const replies = turn().then((): Replies => {
        const outcome = context.turnState.get(OUTCOME) as Outcome | undefined;
        if (outcome?.understanding.wantsDeletion) forgetReplies(talk);
        return context.activity.deliveryMode === DeliveryModes.ExpectReplies
          ? [...context.bufferedReplyActivities]
          : [];
      });
      answered.set(message, { conversation: talk, until: now() + REMEMBERED_MS, replies });
      try {
        await replies;
      } catch (error) {
        // What failed may be tried again.
        answered.delete(message);
        throw error;
      }
    },
  };
}
