import { ActivityTypes, type TurnContext } from 'botbuilder';
import { createInOrder } from './inOrder.ts';
import { createRepeats } from './repeats.ts';

/** Answers one activity. */
export interface TurnHandler {
  run(context: TurnContext): Promise<void>;
}

/**
 * Gives each activity to its channel. What one person sends in one conversation is answered in order, so that two
 * messages at the same time do not write over what the other remembered; a message that is sent again is answered once.
 *
 * @param channels by the id of the channel
 * @param others answers those of every other channel
 */
export function createTurnHandler(channels: Readonly<Record<string, TurnHandler>>, others: TurnHandler): TurnHandler {
  const inOrder = createInOrder();
  const repeats = createRepeats();
  return {
    run(context) {
      const { type, channelId, conversation, from } = context.activity;
      const channel = Object.hasOwn(channels, channelId) ? channels[channelId]! : others;
      // A search remembers nothing, and must not wait.
      if (type === ActivityTypes.Invoke) return channel.run(context);
      const inTurn = () => inOrder(JSON.stringify([channelId, conversation.id, from?.id]), () => channel.run(context));
      return repeats.once(context, inTurn);
    },
  };
}
