import {
  ActivityHandler,
  type BotAdapter,
  type InvokeResponse,
  MemoryStorage,
  PrivateConversationState,
  type StatePropertyAccessor,
  type Storage,
  type TurnContext,
} from 'botbuilder';
import { DialogSet, type DialogState } from 'botbuilder-dialogs';
import { toActivity } from '../dialogs/activity.ts';
import type { Guide, Turn } from '../dialogs/guide.ts';
import { GuideDialog, OUTCOME, type Outcome } from '../dialogs/guideDialog.ts';
import { placeOf } from '../dialogs/place.ts';
import { withStandingLine } from '../dialogs/replies/danger.ts';
import { welcome } from '../dialogs/replies/service.ts';
import { reply } from '../dialogs/reply.ts';
import { NEW_TALK, type Talk, talkAt } from '../dialogs/talk.ts';
import { describeError, newReference } from './faults/describeError.ts';
import { NOTHING_KNOWN } from './understanding/understanding.ts';
import { languageOfLocale } from './words/languages.ts';

/** The guide in the language that a channel gives; in English where it gives none, or one that we do not speak. */
export function guideFor(locale: string | undefined, guide: Guide): Guide {
  const language = languageOfLocale(locale);
  return language ? guide.languages.guide(language) : guide;
}

/** Answers the activities of any channel: welcomes, runs the conversation, saves what it remembers. */
export class GuideBot extends ActivityHandler {
  readonly #guide: Guide;
  readonly #state: PrivateConversationState;
  readonly #talk: StatePropertyAccessor<Talk>;
  readonly #now: () => number;

  /**
   * @param storage where the talks are remembered; in memory by default. A talk belongs to one person in one conversation.
   * @param now the time, in milliseconds since 1970
   */
  constructor(guide: Guide, storage: Storage = new MemoryStorage(), now: () => number = Date.now) {
    super();
    this.#guide = guide;
    this.#now = now;
    this.#state = new PrivateConversationState(storage);
    const dialogState = this.#state.createProperty<DialogState>('dialogs');
    this.#talk = this.#state.createProperty<Talk>('talk');
    const dialog = new GuideDialog(guide, this.#talk, now);
    const dialogs = new DialogSet(dialogState).add(dialog);

    this.onMessage(async (context, next) => {
      const text = context.activity.text?.trim();
      if (text) await (await dialogs.createContext(context)).beginDialog(dialog.id);
      else await this.#say(context, context.activity.value === undefined ? 'noText' : 'unknownButton');
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient } = context.activity;
      if (membersAdded.some((member) => member.id !== recipient?.id)) await this.welcome(context);
      await next();
    });
  }

  /**
   * Runs one turn and saves what is remembered; after "delete my words" nothing is.
   */
  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    const outcome = context.turnState.get(OUTCOME) as Outcome | undefined;
    if (outcome?.understanding.wantsDeletion) await this.#state.delete(context);
    else await this.#state.saveChanges(context, false);
  }

  /**
   * Welcomes those of a conversation.
   *
   * @param addedBy see the reply
   */
  async welcome(context: TurnContext, addedBy: string | null = null): Promise<void> {
    const own = guideFor(context.activity.locale, this.#guide);
    const turn = this.#turnWithoutWords(context, own, { ...NEW_TALK, at: this.#now() });
    await context.sendActivity(toActivity(welcome(turn, own, addedBy), own.language));
  }

  /** A request that no channel of ours offers. */
  protected override async onInvokeActivity(): Promise<InvokeResponse> {
    return { status: 400, body: { error: 'The guide does not know this request.' } };
  }

  /** Forgets the talk of the person in this conversation. */
  async forget(context: TurnContext): Promise<void> {
    await this.#state.delete(context);
  }

  async #say(context: TurnContext, key: 'noText' | 'unknownButton'): Promise<void> {
    const talk = talkAt(await this.#talk.get(context), this.#now());
    const guide = guideFor(talk.language ?? context.activity.locale, this.#guide);
    const { say } = guide.messages;
    const answer = reply({ text: say(key), suggestions: [say('example.1'), say('button.list')] });
    const turn = this.#turnWithoutWords(context, guide, talk);
    await context.sendActivity(toActivity(withStandingLine(answer, turn, guide), guide.language));
  }

  #turnWithoutWords({ activity }: TurnContext, guide: Guide, talk: Talk): Turn {
    const understanding = guide.understand('', NOTHING_KNOWN);
    return { understanding, talk, locale: activity.locale ?? null, place: placeOf(activity) };
  }
}

/** Gives an adapter its answer to an exception in a turn: an apology with a reference, the cause to the operator only. */
export function onTurnError(adapter: BotAdapter, english: Guide, log: (line: string) => void): void {
  adapter.onTurnError = async (context, error) => {
    const guide = guideFor(context.activity.locale, english);
    const reference = newReference();
    log(`turn failed, reference ${reference}: ${describeError(error)}`);
    const text = guide.messages.say('failure', {
      society: guide.society.name,
      reference,
      emergency: guide.directory.helplines(null).emergency.number,
    });
    await context.sendActivity(toActivity(reply({ text }), guide.language));
  };
}
