import { type Activity, type BotAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { type Collected, CollectingAdapter } from './collectingAdapter.ts';
import type { TurnHandler } from './turnHandler.ts';

/** A channel without a network: for the terminal, for evaluation and for tests. */
export class InProcessChannel extends CollectingAdapter {
  readonly #handler: TurnHandler;

  constructor(handler: TurnHandler) {
    super();
    this.#handler = handler;
  }

  /** Says something to the bot and gives back its answer. */
  async say(text: string, conversation = 'terminal', more: Partial<Activity> = {}): Promise<Collected> {
    return this.send({ type: 'message', text, ...more }, conversation);
  }

  /** Sends any activity to the bot. */
  async send(activity: Partial<Activity>, conversation = 'terminal'): Promise<Collected> {
    const whole = {
      channelId: 'terminal',
      conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: 'person', name: '' },
      recipient: { id: 'bot', name: '' },
      ...activity,
    };
    return this.collect(whole, (turn) => this.#handler.run(turn));
  }

  override async continueConversation(
    _reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await logic(new TurnContext(this as BotAdapter, {}));
  }
}
