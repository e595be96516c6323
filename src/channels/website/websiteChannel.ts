import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { OUTCOME, type Outcome } from '../../../dialogs/guideDialog.ts';
import type { GuideBot } from '../../bot.ts';
import type { Memory, TurnStorage } from '../../storage/turnStorage.ts';

/** What a visitor's browser sends of an activity. */
export interface VisitorActivity {
  readonly type: 'message' | 'welcome';
  readonly text?: string | undefined;
  readonly value?: unknown;
  readonly locale?: string | undefined;
}

/** The answer to one activity, with what the browser is to keep for the next. */
export interface WebsiteAnswer {
  readonly activities: readonly Partial<Activity>[];
  readonly memory: Memory;
  readonly outcome: Outcome | null;
  /** True where the visitor begins again or has their words deleted: what was said before goes off the page, too. */
  readonly anew: boolean;
}

/** Nothing tells one visitor from another: what is remembered comes with each message and lives for the turn. */
const VISITOR = { id: 'visitor', name: '' };
const BOT = { id: 'bot', name: '' };
const SENT = Symbol('sent');

/** The website's channel: a thin adapter under the same bot as every other channel. */
export class WebsiteChannel extends BotAdapter {
  readonly #bot: GuideBot;
  readonly #storage: TurnStorage;

  constructor(bot: GuideBot, storage: TurnStorage) {
    super();
    this.#bot = bot;
    this.#storage = storage;
  }

  /** Answers one activity. The same activity with the same memory always gets the same answer. */
  async answer(visitor: VisitorActivity, memory: Memory | null): Promise<WebsiteAnswer> {
    const sent: Partial<Activity>[] = [];
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
    const context = new TurnContext(this as BotAdapter, activity);
    context.turnState.set(SENT, sent);
    const after = await this.#storage.run(memory, () => this.runMiddleware(context, (turn) => this.#bot.run(turn)));
    const outcome = (context.turnState.get(OUTCOME) as Outcome | undefined) ?? null;
    const anew = outcome?.understanding.intent === 'restart' || outcome?.understanding.wantsDeletion === true;
    return { activities: sent, memory: after, outcome, anew };
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    (context.turnState.get(SENT) as Partial<Activity>[]).push(...activities);
    return activities.map((_, index) => ({ id: String(index) }));
  }

  override async updateActivity(): Promise<undefined> {}

  override async deleteActivity(): Promise<void> {}

  override async continueConversation(): Promise<void> {
    throw new Error('The website’s channel answers only what it is asked.');
  }
}
