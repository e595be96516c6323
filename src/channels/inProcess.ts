import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder';
import { OUTCOME, type Outcome } from '../../dialogs/guideDialog.ts';
import type { TurnHandler } from './turnHandler.ts';

/** What a turn in this process gave back. */
export interface Exchange {
  readonly outcome: Outcome | null;
  readonly activities: readonly Partial<Activity>[];
}

const SENT = Symbol('sent');

/** A channel without a network: for the terminal, for evaluation and for tests. */
export class InProcessChannel extends BotAdapter {
  readonly #handler: TurnHandler;

  constructor(handler: TurnHandler) {
    super();
    this.#handler = handler;
  }

  /** Says something to the bot and gives back its answer. */
  async say(text: string, conversation = 'terminal', more: Partial<Activity> = {}): Promise<Exchange> {
    return this.send({ type: 'message', text, ...more }, conversation);
  }

  /** Sends any activity to the bot. */
  async send(activity: Partial<Activity>, conversation = 'terminal'): Promise<Exchange> {
    const sent: Partial<Activity>[] = [];
    const context = new TurnContext(this as BotAdapter, {
      channelId: 'terminal',
      conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: 'person', name: '' },
      recipient: { id: 'bot', name: '' },
      ...activity,
    });
    context.turnState.set(SENT, sent);
    await this.runMiddleware(context, (turn) => this.#handler.run(turn));
    return { outcome: (context.turnState.get(OUTCOME) as Outcome | undefined) ?? null, activities: sent };
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    (context.turnState.get(SENT) as Partial<Activity>[]).push(...activities);
    return activities.map((_, index) => ({ id: String(index) }));
  }

  override async updateActivity(): Promise<undefined> {}

  override async deleteActivity(): Promise<void> {}

  override async continueConversation(
    _reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await logic(new TurnContext(this as BotAdapter, {}));
  }
}
