import type { StatePropertyAccessor } from 'botbuilder';
import {
  ComponentDialog,
  type DialogContext,
  type DialogTurnResult,
  DialogTurnStatus,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { Understanding } from '../src/understanding/understanding.ts';
import { toActivity } from './activity.ts';
import type { Guide, Turn } from './guide.ts';
import type { Reply } from './reply.ts';
import { respond } from './respond.ts';
import { knownOf, remember, type Talk, talkAt } from './talk.ts';

/** What a turn came to: for channels in the same process and for tests, never sent anywhere. */
export interface Outcome {
  readonly understanding: Understanding;
  readonly reply: Reply;
}

export const OUTCOME = Symbol('outcome');

const TURN = 'turn';

/**
 * The conversation. One turn is a waterfall: understand, answer. A question that the guide asks is remembered in the
 * talk, not held open by a prompt, so that a person may always say something else, or be in danger.
 */
export class GuideDialog extends ComponentDialog {
  readonly #guide: Guide;
  readonly #talk: StatePropertyAccessor<Talk>;
  readonly #now: () => number;

  constructor(guide: Guide, talk: StatePropertyAccessor<Talk>, now: () => number) {
    super('guide');
    this.#guide = guide;
    this.#talk = talk;
    this.#now = now;
    this.addDialog(new WaterfallDialog(TURN, [(step) => this.#understand(step), (step) => this.#answer(step)]));
    this.initialDialogId = TURN;
  }

  /** Runs one turn of the conversation. */
  async run(dialogs: DialogContext): Promise<void> {
    const result = await dialogs.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dialogs.beginDialog(this.id);
  }

  async #understand(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const talk = talkAt(await this.#talk.get(step.context), this.#now());
    const understanding = this.#guide.understand(step.context.activity.text, knownOf(talk));
    const turn: Turn = {
      understanding,
      talk: remember(talk, understanding),
      locale: step.context.activity.locale ?? null,
    };
    return step.next(turn);
  }

  async #answer(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = step.result as Turn;
    const answer = respond(turn, this.#guide);
    step.context.turnState.set(OUTCOME, { understanding: turn.understanding, reply: answer } satisfies Outcome);
    await this.#talk.set(step.context, { ...turn.talk, ...answer.talk });
    await step.context.sendActivity(toActivity(answer, this.#guide.messages.language));
    return step.endDialog();
  }
}
