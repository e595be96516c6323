import { ActivityTypes, type TurnContext } from 'botbuilder';
import { createInOrder } from './inOrder.ts';

/** Answers one activity. */
export interface TurnHandler {
  run(context: TurnContext): Promise<void>;
}

/**
 * Gives each activity to its channel. What one person sends in one conversation is answered in order, so that two
 * messages at the same time do not write over what the other remembered.
 *
 * @param channels by the id of the channel
 * @param others answers those of every other channel
 */
export function createTurnHandler(channels: Readonly<Record<string, TurnHandler>>, others: TurnHandler): TurnHandler {
  const inOrder = createInOrder();
  return {
    run(context) {
      const { type, channelId, conversation, from } = context.activity;
      const channel = Object.hasOwn(channels, channelId) ? channels[channelId]! : others;
      // A search remembers nothing, and must not wait.
      if (type === ActivityTypes.Invoke) return channel.run(context);
      return inOrder(JSON.stringify([channelId, conversation.id, from?.id]), () => channel.run(context));
    },
  };
}
