import { type Asked, ask, type Trouble } from './ask.ts';
import type { CardRenderer } from './cards.ts';
import type { ChatView } from './chatView.ts';
import type { LiveSettings } from './chatWords.ts';
import { localeFor } from './locale.ts';
import { type Entry, emptyTranscript, type Keeper, type Transcript } from './transcript.ts';

type Own = Extract<Entry, { from: 'you' }>;

const isWaiting = (entry: Entry): entry is Own => entry.from === 'you' && entry.sent === 'waiting';

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The talk in this tab: what was said, what is under way, and what becomes of it. */
export class LiveTalk {
  readonly #settings: LiveSettings;
  readonly #keeper: Keeper;
  readonly #view: ChatView;
  readonly #cards: CardRenderer;
  #transcript: Transcript;
  /** Ends the request that is under way; null where none is. */
  #control: AbortController | null = null;

  constructor(settings: LiveSettings, keeper: Keeper, view: ChatView, cards: CardRenderer) {
    this.#settings = settings;
    this.#keeper = keeper;
    this.#view = view;
    this.#cards = cards;
    this.#transcript = emptyTranscript();
  }

  /** Shows what the tab remembers of the talk. */
  async restore(): Promise<void> {
    this.#transcript = this.#keeper.load(Date.now());
    const { entries, draft } = this.#transcript;
    // Somebody may have begun to write before the script was there.
    this.#view.box.value ||= draft;
    // Whatever was under way when the page went was not answered.
    for (const entry of entries.filter(isWaiting)) entry.sent = 'failed';
    if (entries.some((entry) => entry.from === 'bot' && entry.cards.length > 0)) await this.#cards.prepare();
    if (entries !== this.#transcript.entries) return;
    this.#view.restore(entries);
    const last = entries[entries.length - 1];
    this.#view.suggest(last ? (last.from === 'bot' ? last.suggestions : []) : null);
    const own = entries.filter(({ from }) => from === 'you').pop();
    if (own) this.#view.scrollTo(own.id);
  }

  /**
   * Says something to the bot.
   *
   * @returns false where it cannot be sent as it is; the visitor is told why
   */
  send(written: string): boolean {
    this.forgetIfIdle();
    const text = written.trim();
    const { words } = this.#settings;
    if (text === '' || this.isTooLong(text)) {
      this.#view.say(text === '' ? words.empty : words.tooLong);
      return false;
    }
    const entry: Own = { from: 'you', id: newId(), text, at: Date.now(), sent: 'waiting' };
    this.#transcript.entries.push(entry);
    this.#keep();
    this.#view.suggest([]);
    this.#view.add([entry]);
    this.#view.scrollTo(entry.id);
    void this.#pump();
    return true;
  }

  /** Sends a message again that was not answered: with the same id, and the same token while nothing else was said. */
  sendAgain(id: string): void {
    const { entries } = this.#transcript;
    const place = entries.findIndex((entry) => entry.id === id);
    const entry = entries[place];
    if (entry?.from !== 'you' || entry.sent !== 'failed') return;
    entry.sent = 'waiting';
    const toEnd = place < entries.length - 1;
    if (toEnd) entries.push(...entries.splice(place, 1));
    this.#keep();
    this.#view.update(entry, toEnd);
    void this.#pump();
  }

  isTooLong(text: string): boolean {
    return text.trim().length > this.#settings.mostCharacters;
  }

  /** Remembers what stands in the box. */
  keepDraft(draft: string): void {
    this.#transcript.draft = draft;
    this.#keep();
  }

  /** Forgets everything at once, in the page and in the storage; needs no line to the server. */
  forget(why: 'restarted' | 'deleted' | 'idle'): void {
    this.#drop();
    this.#view.suggest(null);
    this.#view.say(this.#settings.words[why]);
  }

  /** Forgets everything where the visitor has been away for too long. */
  forgetIfIdle(): void {
    const { entries, draft, until } = this.#transcript;
    if (Date.now() >= until && (entries.length > 0 || draft !== '')) this.forget('idle');
  }

  #drop(): void {
    const control = this.#control;
    this.#control = null;
    control?.abort();
    this.#transcript = emptyTranscript();
    this.#keeper.clear();
    this.#view.box.value = '';
    this.#view.clear();
    this.#view.markBox(false);
  }

  #keep(): void {
    this.#transcript.until = Date.now() + this.#settings.minutes * 60_000;
    this.#keeper.save(this.#transcript);
  }

  /** Sends what waits, one after the other. */
  async #pump(): Promise<void> {
    if (this.#control) return;
    const control = new AbortController();
    this.#control = control;
    for (let next = this.#next(); next; next = this.#next()) {
      this.#view.say(this.#settings.words.waiting);
      const asked = await this.#ask(next, control);
      // Forgotten in the meantime: whatever comes now belongs to nobody.
      if (this.#control !== control) return;
      if (asked.kind === 'answer') await this.#answered(next, asked, control);
      else this.#failed(asked.kind === 'trouble' ? asked.trouble : 'refused');
    }
    if (this.#control === control) this.#control = null;
  }

  #next(): Own | undefined {
    return this.#transcript.entries.find(isWaiting);
  }

  /** Asks; where the server can no longer open the token, says so and asks anew with the same words. */
  async #ask({ id, text }: Own, control: AbortController): Promise<Asked> {
    const message = { id, text, locale: localeFor(this.#settings.language, navigator.languages) };
    const asked = await ask(this.#settings.address, message, this.#transcript.token, control);
    if (asked.kind !== 'renew' || this.#control !== control) return asked;
    this.#transcript.token = null;
    this.#say([{ from: 'note', id: newId(), text: this.#settings.words[asked.why], at: Date.now() }]);
    return ask(this.#settings.address, message, null, control);
  }

  async #answered(own: Own, answer: Extract<Asked, { kind: 'answer' }>, control: AbortController): Promise<void> {
    if (answer.messages.some(({ cards }) => cards.length > 0)) await this.#cards.prepare();
    if (this.#control !== control) return;
    if (answer.anew) this.#drop();
    own.sent = 'sent';
    this.#view.update(own);
    this.#transcript.token = answer.token;
    this.#view.say('');
    this.#say(answer.messages.map((message) => ({ from: 'bot', id: newId(), at: Date.now(), ...message })));
    this.#view.suggest(answer.messages[answer.messages.length - 1]?.suggestions ?? []);
    if (!answer.anew) this.#view.scrollTo(own.id);
  }

  #failed(trouble: Trouble): void {
    for (const entry of this.#transcript.entries.filter(isWaiting)) {
      entry.sent = 'failed';
      this.#view.update(entry);
    }
    this.#keep();
    this.#view.say(this.#settings.words[trouble]);
  }

  #say(entries: readonly Entry[]): void {
    this.#transcript.entries.push(...entries);
    this.#keep();
    this.#view.add(entries);
  }
}
