import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { OUTCOME, type Outcome } from '../../dialogs/guideDialog.ts';

/** What one turn gave back. */
export interface Collected {
  readonly activities: readonly Partial<Activity>[];
  /** Null where the dialog did not answer: a welcome, a failure. */
  readonly outcome: Outcome | null;
}

const SENT = Symbol('sent');

/** An adapter without a connection of its own: what the bot sends in a turn is collected and given back. */
export abstract class CollectingAdapter extends BotAdapter {
  /** Runs one turn; an exception in it goes to `onTurnError`. */
  protected async collect(
    activity: Partial<Activity>,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<Collected> {
    const sent: Partial<Activity>[] = [];
    const context = new TurnContext(this as BotAdapter, activity);
    context.turnState.set(SENT, sent);
    await this.runMiddleware(context, turn);
    return { activities: sent, outcome: (context.turnState.get(OUTCOME) as Outcome | undefined) ?? null };
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    (context.turnState.get(SENT) as Partial<Activity>[]).push(...activities);
    return activities.map((_, index) => ({ id: String(index) }));
  }

  override async updateActivity(): Promise<undefined> {}

  override async deleteActivity(): Promise<void> {}
}
