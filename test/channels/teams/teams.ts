import type { Activity, Attachment } from 'botbuilder';
import { MemoryStorage } from 'botbuilder';
import { GuideBot } from '../../../src/bot.ts';
import { InProcessChannel } from '../../../src/channels/inProcess.ts';
import { createArrivals } from '../../../src/channels/teams/arrivals.ts';
import { createTeamsTurn } from '../../../src/channels/teams/teamsTurn.ts';
import type { TurnHandler } from '../../../src/channels/turnHandler.ts';
import { guide } from '../../conversation.ts';

export const BOT = { id: '28:00000000-0000-0000-0000-000000000001', name: 'Support guide' };
export const PERSON = { id: '29:anna', name: 'Anna Nowak', aadObjectId: '7faf8ab2-3d56-4244-b585-20c8a42ed2b8' };

/** Where people talk in Teams. */
export type PlaceName = 'personal' | 'groupChat' | 'channel';

const CONVERSATIONS = {
  personal: 'a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpz',
  groupChat: '19:2da4c29f6d7041eca70b638b43d45437@thread.v2',
  channel: '19:693ecdb923ac4458a5c23661b505fc84@thread.tacv2;messageid=1481567603816',
};

/** What Teams sends around every activity. */
export function teamsActivity(place: PlaceName, more: Partial<Activity>): Partial<Activity> {
  return {
    id: '1485983408511',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    from: PERSON,
    recipient: BOT,
    conversation: {
      id: CONVERSATIONS[place],
      conversationType: place,
      tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
      ...(place !== 'personal' && { isGroup: true }),
    } as Activity['conversation'],
    channelData: { tenant: { id: '72f988bf-86f1-41af-91ab-2d7cd011db47' } },
    entities: [{ type: 'clientInfo', locale: 'en-IE', country: 'IE', platform: 'Web', timezone: 'Europe/Dublin' }],
    ...more,
  };
}

/** A message; where others are it mentions the guide, as Teams demands. */
export function teamsMessage(place: PlaceName, text: string, more: Partial<Activity> = {}): Partial<Activity> {
  const base = teamsActivity(place, { type: 'message', textFormat: 'plain', ...more });
  if (place === 'personal') return { ...base, text };
  const mention = { type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT };
  return { ...base, text: `<at>${BOT.name}</at> ${text}`, entities: [...(base.entities ?? []), mention] };
}

/** All that an activity says: its text, its cards in plain text, and its buttons in brackets. */
export function textOf({ text, attachments = [], suggestedActions }: Partial<Activity>): string {
  const cards = attachments.map(({ content }: Attachment) => {
    const actions = content.body.flatMap((element: { actions?: object[] }) => element.actions ?? []);
    const buttons = actions.map(
      ({ title, url }: { title: string; url?: string }) => `[${title}]${url ? ` ${url}` : ''}`,
    );
    const isButtons = content.body.length === 1 && actions.every(({ url }: { url?: string }) => url === undefined);
    return [...(isButtons ? [] : [content.fallbackText]), ...buttons].join('\n');
  });
  const suggested = (suggestedActions?.actions ?? []).map(({ title }) => `[${title}]`).join(' ');
  return [text, ...cards, suggested].filter(Boolean).join('\n\n');
}

/** The guide in Teams, in this process. */
export class TeamsApp {
  readonly storage = new MemoryStorage();
  readonly #channel: InProcessChannel;
  #time = Date.UTC(2026, 0, 1);

  constructor(wrap: (handler: TurnHandler) => TurnHandler = (handler) => handler) {
    const bot = new GuideBot(guide, this.storage, () => this.#time);
    const arrivals = createArrivals(bot, new MemoryStorage());
    this.#channel = new InProcessChannel(
      wrap(createTeamsTurn({ guide, bot, arrivals, icon: 'https://guide.example.org/icon.png', typingAfter: 60_000 })),
    );
  }

  /** Sends any activity; gives back what the guide sent. */
  async send(activity: Partial<Activity>): Promise<readonly Partial<Activity>[]> {
    return (await this.#channel.send(activity)).activities;
  }

  /** Says something; gives back the whole answer as text, empty where there is none. */
  async say(place: PlaceName, text: string, more: Partial<Activity> = {}): Promise<string> {
    return (await this.send(teamsMessage(place, text, more))).map(textOf).join('\n\n');
  }

  wait(minutes: number): void {
    this.#time += minutes * 60_000;
  }
}
