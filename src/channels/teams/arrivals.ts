import type { Storage, TurnContext } from 'botbuilder';
import { placeOf } from '../../../dialogs/place.ts';
import type { GuideBot } from '../../bot.ts';
import { createInOrder } from '../inOrder.ts';

/** Welcomes each conversation once, when the app is installed in it. */
export interface Arrivals {
  /** The app was installed: the conversation is welcomed, unless it has been before. */
  arrive(context: TurnContext): Promise<void>;
  /** The app was removed: that the conversation was welcomed is forgotten. */
  leave(context: TurnContext): Promise<void>;
}

/** A mark says nothing but that it is there. */
const WELCOMED = { welcomed: true };

/** A channel's threads have ids of their own; the app is installed in the whole. */
function keyOf({ activity }: TurnContext): string {
  return `welcomed/${activity.channelId}/${activity.conversation.id.split(';')[0]}`;
}

/**
 * Teams tells of an installation twice, and at times again: of both messages only the first is answered.
 *
 * @param marks where it is remembered, for as long as the app is installed
 */
export function createArrivals(bot: GuideBot, marks: Storage): Arrivals {
  const inOrder = createInOrder();
  /** True for the first who asks. */
  const isFirst = (key: string): Promise<boolean> =>
    inOrder(key, async () => {
      if ((await marks.read([key]))[key]) return false;
      await marks.write({ [key]: { ...WELCOMED, eTag: '*' } });
      return true;
    });
  return {
    async arrive(context) {
      if (!(await isFirst(keyOf(context)))) return;
      const { shared } = placeOf(context.activity);
      await bot.welcome(context, shared ? context.activity.from?.name?.trim() || null : null);
    },
    async leave(context) {
      await marks.delete([keyOf(context)]);
      await bot.forget(context);
    },
  };
}
