import {
  ActivityHandler,
  type BotAdapter,
  MemoryStorage,
  PrivateConversationState,
  type Storage,
  type TurnContext,
} from 'botbuilder';
import { DialogSet, type DialogState } from 'botbuilder-dialogs';
import { toActivity } from '../dialogs/activity.ts';
import type { Guide } from '../dialogs/guide.ts';
import { GuideDialog } from '../dialogs/guideDialog.ts';
import { welcome } from '../dialogs/replies/service.ts';
import { reply } from '../dialogs/reply.ts';
import { NEW_TALK, type Talk } from '../dialogs/talk.ts';
import { languageOfLocale } from './languages.ts';
import { NOTHING_KNOWN } from './understanding/understanding.ts';

/** Answers the activities of any channel: welcomes, runs the conversation, saves what it remembers. */
export class GuideBot extends ActivityHandler {
  readonly #guide: Guide;
  readonly #state: PrivateConversationState;

  /**
   * @param storage where the talks are remembered; in memory by default. A talk belongs to one person in one conversation.
   * @param now the time, in milliseconds since 1970
   */
  constructor(guide: Guide, storage: Storage = new MemoryStorage(), now: () => number = Date.now) {
    super();
    this.#guide = guide;
    this.#state = new PrivateConversationState(storage);
    const dialogState = this.#state.createProperty<DialogState>('dialogs');
    const dialog = new GuideDialog(guide, this.#state.createProperty<Talk>('talk'), now);
    const dialogs = new DialogSet(dialogState).add(dialog);

    this.onMessage(async (context, next) => {
      const text = context.activity.text?.trim();
      if (text) await (await dialogs.createContext(context)).beginDialog(dialog.id);
      else await this.#say(context, context.activity.value === undefined ? 'noText' : 'unknownButton');
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient, locale } = context.activity;
      if (membersAdded.some((member) => member.id !== recipient?.id)) {
        const own = this.#guideFor(locale);
        const understanding = own.understand('', NOTHING_KNOWN);
        const turn = { understanding, talk: { ...NEW_TALK, at: now() }, locale: locale ?? null };
        await context.sendActivity(toActivity(welcome(turn, own), own.language));
      }
      await next();
    });
  }

  /** Runs one turn and saves what is remembered. */
  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.#state.saveChanges(context, false);
  }

  /** The guide in the language that a channel gives. */
  #guideFor(locale: string | undefined): Guide {
    const language = languageOfLocale(locale);
    return language ? this.#guide.languages.guide(language) : this.#guide;
  }

  async #say(context: TurnContext, key: 'noText' | 'unknownButton'): Promise<void> {
    const guide = this.#guideFor(context.activity.locale);
    const { say } = guide.messages;
    await context.sendActivity(
      toActivity(reply({ text: say(key), suggestions: [say('example.1'), say('button.list')] }), guide.language),
    );
  }
}

/** Gives an adapter its answer to an exception in a turn: an apology with a reference, the cause to the operator only. */
export function onTurnError(adapter: BotAdapter, guide: Guide, log: (line: string) => void): void {
  adapter.onTurnError = async (context, error) => {
    const reference = Math.random().toString(36).slice(2, 8).toUpperCase();
    // The stack names code, never what a visitor typed.
    log(
      `turn failed, reference ${reference}: ${error.name}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}`,
    );
    const text = guide.messages.say('failure', {
      society: guide.society.name,
      reference,
      emergency: guide.directory.helplines(null).emergency.number,
    });
    await context.sendActivity(toActivity(reply({ text }), guide.messages.language));
  };
}
