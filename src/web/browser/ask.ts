import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';

/** One answer of the bot. */
export interface BotMessage {
  readonly text: string;
  readonly cards: readonly AdaptiveCard[];
  readonly suggestions: readonly string[];
}

/** Why a message was not answered; each has a sentence of its own. */
export type Trouble = 'offline' | 'lost' | 'slow' | 'busy' | 'tooLong' | 'refused';

/** What came of asking. */
export type Asked =
  | {
      readonly kind: 'answer';
      readonly messages: BotMessage[];
      readonly token: string | null;
      /** True where the visitor said to begin again or to delete: what was said before goes. */
      readonly anew: boolean;
    }
  | { readonly kind: 'renew'; readonly why: 'expired' | 'invalid' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Whoever waits longer than that wants to know. */
export const MOST_WAITING = 15_000;
const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

interface Activity {
  readonly type?: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: AdaptiveCard }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value?: unknown }[] };
}

function readMessage({ text, attachments = [], suggestedActions }: Activity): BotMessage {
  return {
    text: text ?? '',
    cards: attachments.filter(({ contentType }) => contentType === ADAPTIVE_CARD).map(({ content }) => content),
    suggestions: (suggestedActions?.actions ?? []).map(({ title, value }) =>
      typeof value === 'string' ? value : title,
    ),
  };
}

const trouble = (what: Trouble): Asked => ({ kind: 'trouble', trouble: what });

async function readRefusal(response: Response): Promise<Asked> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  if (code === 'expired' || response.status === 410) return { kind: 'renew', why: 'expired' };
  if (code === 'invalid-token') return { kind: 'renew', why: 'invalid' };
  if (response.status === 429) return trouble('busy');
  if (code === 'too-long' || response.status === 413) return trouble('tooLong');
  return trouble(response.status >= 500 ? 'lost' : 'refused');
}

/**
 * Sends one message of the visitor. Never throws: whatever goes wrong is a value.
 *
 * @param message with the id that it keeps when it is sent again, so that it is never answered twice
 * @param control ends the waiting; the visitor's wish to delete everything uses it, too
 */
export async function ask(
  address: string,
  message: { readonly id: string; readonly text: string; readonly locale: string },
  token: string | null,
  control: AbortController,
): Promise<Asked> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    control.abort();
  }, MOST_WAITING);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ activity: { type: 'message', ...message }, token }),
      signal: control.signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    if (!response.ok) return await readRefusal(response);
    const answer = (await response.json()) as { activities: Activity[]; token: string | null; anew?: boolean };
    const messages = answer.activities.filter(({ type }) => !type || type === 'message').map(readMessage);
    return { kind: 'answer', messages, token: answer.token, anew: answer.anew === true };
  } catch {
    if (late) return trouble('slow');
    return trouble(navigator.onLine ? 'lost' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}
