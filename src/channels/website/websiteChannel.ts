import type { Activity } from 'botbuilder';
import type { GuideBot } from '../../bot.ts';
import type { Memory, TurnStorage } from '../../storage/turnStorage.ts';
import { type Collected, CollectingAdapter } from '../collectingAdapter.ts';

/** What a visitor's browser sends of an activity. */
export interface VisitorActivity {
  readonly type: 'message' | 'welcome';
  readonly text?: string | undefined;
  readonly value?: unknown;
  readonly locale?: string | undefined;
}

/** The answer to one activity, with what the browser is to keep for the next. */
export interface WebsiteAnswer extends Collected {
  readonly memory: Memory;
  /** True where the visitor begins again or has their words deleted: what was said before goes off the page, too. */
  readonly anew: boolean;
}

/** Nothing tells one visitor from another: what is remembered comes with each message and lives for the turn. */
const VISITOR = { id: 'visitor', name: '' };
const BOT = { id: 'bot', name: '' };

/** The website's channel: a thin adapter under the same bot as every other channel. */
export class WebsiteChannel extends CollectingAdapter {
  readonly #bot: GuideBot;
  readonly #storage: TurnStorage;

  constructor(bot: GuideBot, storage: TurnStorage) {
    super();
    this.#bot = bot;
    this.#storage = storage;
  }

  /** Answers one activity. The same activity with the same memory always gets the same answer. */
  async answer(visitor: VisitorActivity, memory: Memory | null): Promise<WebsiteAnswer> {
    const { type, text, value, locale } = visitor;
    const activity: Partial<Activity> = {
      type: type === 'welcome' ? 'conversationUpdate' : 'message',
      channelId: 'website',
      conversation: { id: 'website', isGroup: false, conversationType: 'personal', name: '' },
      from: VISITOR,
      recipient: BOT,
      ...(type === 'welcome' ? { membersAdded: [VISITOR] } : { text: text ?? '', value }),
      ...(locale && { locale }),
    };
    let collected: Collected = { activities: [], outcome: null };
    const after = await this.#storage.run(memory, async () => {
      collected = await this.collect(activity, (turn) => this.#bot.run(turn));
    });
    const understood = collected.outcome?.understanding;
    const anew = understood?.intent === 'restart' || understood?.wantsDeletion === true;
    return { ...collected, memory: after, anew };
  }

  override async continueConversation(): Promise<void> {
    throw new Error('The website’s channel answers only what it is asked.');
  }
}
