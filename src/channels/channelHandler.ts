import type { Guide } from '../../dialogs/guide.ts';
import { TALK_MINUTES } from '../../dialogs/talk.ts';
import { GuideBot } from '../bot.ts';
import { StateStorage } from '../storage/stateStorage.ts';
import type { Store } from '../storage/store.ts';
import { createArrivals } from './teams/arrivals.ts';
import { createTeamsTurn } from './teams/teamsTurn.ts';
import { TYPING_AFTER_MS } from './teams/typing.ts';
import { createTurnHandler, type TurnHandler } from './turnHandler.ts';

/**
 * Makes what answers the channels of the Bot Framework: Teams in its own way, the others alike.
 *
 * @param store where it is kept what a talk must remember
 * @param icon address of the picture beside each result of a search in Teams; null for none
 */
export function createChannelHandler(guide: Guide, store: Store, icon: string | null): TurnHandler {
  const bot = new GuideBot(guide, new StateStorage(store, TALK_MINUTES));
  const arrivals = createArrivals(bot, new StateStorage(store, null));
  const teams = createTeamsTurn({ guide, bot, arrivals, icon, typingAfter: TYPING_AFTER_MS });
  return createTurnHandler({ msteams: teams }, bot);
}
