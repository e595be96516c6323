import type { Activity } from 'botbuilder';

/** Where a talk takes place: it decides what may be said there, and how. */
export interface Place {
  /** Teams keeps a copy of each message, and has ways of its own to reach the guide. */
  readonly teams: boolean;
  /** True where others read along: a channel, or a chat of several people. */
  readonly shared: boolean;
  /** Address that opens a chat with the guide alone; null where there is none. */
  readonly privateChat: string | null;
}

/** Ids of bots begin so in Teams; people's begin with 29. */
const TEAMS_BOT = /^28:[\w-]+$/;

/** The place that an activity comes from. */
export function placeOf({ channelId, conversation, recipient }: Partial<Activity>): Place {
  const teams = channelId === 'msteams';
  const bot = recipient?.id ?? '';
  return {
    teams,
    shared: teams && (conversation?.isGroup === true || (conversation?.conversationType ?? 'personal') !== 'personal'),
    privateChat: teams && TEAMS_BOT.test(bot) ? `https://teams.microsoft.com/l/chat/0/0?users=${bot}` : null,
  };
}
