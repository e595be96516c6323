import type { StatePropertyAccessor } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { isReadWhole } from '../src/understanding/readText.ts';
import type { Understanding } from '../src/understanding/understanding.ts';
import { toActivity } from './activity.ts';
import type { Guide, Turn } from './guide.ts';
import { hear } from './hear.ts';
import { placeOf } from './place.ts';
import { goOnInPrivate, isPrivate } from './replies/shared.ts';
import { type Reply, withNote } from './reply.ts';
import { inAnotherLanguage, respond } from './respond.ts';
import { remember, type Talk, talkAt } from './talk.ts';

/** What a turn came to: for channels in the same process and for tests, never sent anywhere. */
export interface Outcome {
  readonly understanding: Understanding;
  readonly reply: Reply;
  /** Name of the rule that gave the reply (dialogs/rules). */
  readonly rule: string;
}

export const OUTCOME = Symbol('outcome');

/**
 * The conversation: one turn understands a message and answers it. A question that the guide asks is remembered in the
 * talk, not held open by a prompt, so that a person may always say something else, or be in danger.
 */
export class GuideDialog extends Dialog {
  readonly #guide: Guide;
  readonly #talk: StatePropertyAccessor<Talk>;
  readonly #now: () => number;

  /**
   * @param talk where the talk of one person in one conversation is remembered
   * @param now the time, in milliseconds since 1970
   */
  constructor(guide: Guide, talk: StatePropertyAccessor<Talk>, now: () => number) {
    super('guide');
    this.#guide = guide;
    this.#talk = talk;
    this.#now = now;
  }

  override async beginDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const { context } = dialogs;
    const talk = talkAt(await this.#talk.get(context), this.#now());
    const { text, locale = null } = context.activity;
    const { guide, understanding, asksForLanguage } = hear(text, talk, locale, this.#guide);
    const turn: Turn = {
      understanding,
      // "English" alone asks for the language, not for England.
      talk: { ...(asksForLanguage ? talk : remember(talk, understanding)), language: guide.language },
      locale,
      place: placeOf(context.activity),
    };
    const { reply: open, rule } = asksForLanguage
      ? { reply: inAnotherLanguage(turn, guide), rule: 'language asked' }
      : respond(turn, guide);
    // What is somebody's own is neither answered nor remembered where others read along; a danger is answered at once.
    const danger = open.talk.danger ?? null;
    const ofOneself = turn.place.shared && (danger !== null || isPrivate(understanding));
    const short = ofOneself && danger === null ? goOnInPrivate(turn, guide) : open;
    const tooLong = !isReadWhole(text);
    const answer = tooLong ? withNote(short, guide.messages.say('tooLong'), false) : short;
    context.turnState.set(OUTCOME, { understanding, reply: answer, rule } satisfies Outcome);
    await this.#talk.set(
      context,
      ofOneself ? { ...talk, danger: danger ?? talk.danger } : { ...turn.talk, ...answer.talk },
    );
    await context.sendActivity(toActivity(answer, guide.language));
    return dialogs.endDialog();
  }
}
