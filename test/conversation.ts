import { toText } from '../dialogs/activity.ts';
import type { Outcome } from '../dialogs/guideDialog.ts';
import { GuideBot } from '../src/bot.ts';
import { InProcessChannel } from '../src/channels/inProcess.ts';
import { readConfig } from '../src/config.ts';
import { loadGuide } from '../src/start/loadGuide.ts';

/** The guide as it ships, made once for all tests. */
export const guide = loadGuide(readConfig({}));

/** A talk with the bot in this process. */
export class Conversation {
  #time = Date.UTC(2026, 0, 1);
  readonly #channel = new InProcessChannel(new GuideBot(guide, undefined, () => this.#time));
  readonly locale: string | undefined;

  constructor(locale?: string) {
    this.locale = locale;
  }

  /** Says something; gives back the whole answer as text. */
  async say(text: string): Promise<string> {
    return (await this.ask(text)).answer;
  }

  /** Says something; gives back the whole answer as text, and the name of the rule that gave it. */
  async ask(text: string): Promise<{ answer: string; rule: string }> {
    const { reply, rule } = await this.turn(text);
    return { answer: toText(reply), rule };
  }

  /** Says something; gives back what was understood and answered. */
  async turn(text: string): Promise<Outcome> {
    const { outcome } = await this.#channel.say(text, 'test', this.locale ? { locale: this.locale } : {});
    if (!outcome) throw new Error(`no answer to "${text}"`);
    return outcome;
  }

  wait(minutes: number): void {
    this.#time += minutes * 60_000;
  }
}
