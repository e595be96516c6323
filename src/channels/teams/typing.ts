import { ActivityTypes, TurnContext } from 'botbuilder';

/** A turn that takes longer than this shows that somebody is at work. */
export const TYPING_AFTER_MS = 700;
/** The sign lasts about three seconds in Teams. */
const TYPING_AGAIN_MS = 2500;

/**
 * Runs a turn, and shows a typing indicator while it takes long. An indicator that cannot be sent is left out: it never
 * fails a turn.
 *
 * @param after milliseconds before the first one
 */
export async function whileTyping(context: TurnContext, turn: () => Promise<void>, after: number): Promise<void> {
  const reference = TurnContext.getConversationReference(context.activity);
  const show = (): void => {
    const typing = TurnContext.applyConversationReference({ type: ActivityTypes.Typing }, reference);
    // Sent by the adapter itself, so that the turn does not count as answered.
    context.adapter.sendActivities(context, [typing]).catch(() => {});
    timer = setTimeout(show, TYPING_AGAIN_MS);
  };
  let timer = setTimeout(show, after);
  try {
    await turn();
  } finally {
    clearTimeout(timer);
  }
}
