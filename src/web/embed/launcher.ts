/// <reference lib="dom" />
// The one line in any site: a launcher in the corner of the page, and the chat in a frame of its own origin.

import { type FrameWord, type Hello, MOST_ASKED, type Order } from './messages.ts';
import { type Labels, type Options, readOptions } from './options.ts';
import { Panel, type PanelParts } from './panel.ts';

/** What the server writes before this script. */
export interface EmbedSettings extends Pick<PanelParts, 'theme' | 'icon'> {
  /** Sites that may show the chat. */
  readonly origins: readonly string[];
  readonly labels: Readonly<Record<string, Labels>>;
  /** So long the chat keeps a talk without a message. */
  readonly minutes: number;
}

declare const EMBED: EmbedSettings;

/** The mark of the one launcher of a page, and the name of the object for the page's own scripts. */
const MARK = Symbol.for('support-chat');
const NAME = 'supportChat';
const OPENER = '[data-support-chat]';
/** What a tab keeps of the launcher: `open`, or when it was closed (milliseconds since 1970). */
const KEPT = 'support-chat';

type Marked = Record<PropertyKey, unknown> & { [MARK]?: { attach(): void } };

function keep(value?: string): string | null {
  try {
    const before = sessionStorage.getItem(KEPT);
    if (value === '') sessionStorage.removeItem(KEPT);
    else if (value) sessionStorage.setItem(KEPT, value);
    return before;
  } catch {
    // The page's storage is blocked: the chat opens anew on each page.
    return null;
  }
}

/** The chat, for scripts of the page. Events: `ready`, `open` and `close`; they tell nothing of the talk. */
class SupportChat extends EventTarget {
  readonly #panel: Panel;
  readonly #base: string;
  readonly #options: Options;
  #frame: HTMLIFrameElement | undefined;
  #line: MessagePort | undefined;
  #asked: string[] = [];
  #opener: HTMLElement | null = null;

  constructor(base: string, options: Options) {
    super();
    this.#base = base;
    this.#options = options;
    const page = `${base}/${options.language}/chat`;
    const parts = { ...EMBED, labels: EMBED.labels[options.language]!, page };
    this.#panel = new Panel(options, parts, () => this.close());
    const { button } = this.#panel;
    button.onclick = () => this.open();
    // Whoever comes near will perhaps press it: the chat is fetched meanwhile, and nothing before.
    button.onpointerenter = button.onfocus = () => this.#load();
    document.addEventListener('click', (event) => this.#onClick(event));
  }

  get isOpen(): boolean {
    return this.#panel.isOpen;
  }

  /** Opens the chat and puts the focus into it. */
  open(): void {
    if (!this.isOpen) this.#opener = document.activeElement as HTMLElement | null;
    this.#show(true);
  }

  /** Closes the chat; the talk goes on when it is opened again. */
  close(): void {
    if (!this.isOpen) return;
    const back = this.#panel.hasFocus;
    this.#panel.hide();
    keep(String(Date.now()));
    if (back) {
      this.#panel.button.focus();
      if (this.#opener?.isConnected && this.#opener !== document.body) this.#opener.focus();
    }
    this.dispatchEvent(new Event('close'));
  }

  /**
   * Opens the chat and says something in the visitor's name, where they can see it.
   *
   * @returns false for what is no text, empty or longer than 500 characters
   */
  ask(text: unknown): boolean {
    if (typeof text !== 'string' || text.trim() === '' || text.length > MOST_ASKED) return false;
    this.open();
    if (this.#line) this.#tell({ kind: 'ask', text });
    else this.#asked = [...this.#asked, text].slice(-3);
    return true;
  }

  /** Puts the launcher into the page, and shows what was open on the page before. */
  begin(): void {
    this.#panel.attach();
    const kept = keep();
    if (kept === 'open') this.#show(false);
    else if (kept) {
      // The words of a closed chat must go in time, and only the chat itself can reach them.
      setTimeout(
        () => {
          if (!this.#frame) this.#load();
        },
        Number(kept) + EMBED.minutes * 60_000 - Date.now(),
      );
    }
  }

  /** Puts the launcher back into a page that has changed all of its content. */
  attach(): void {
    this.#panel.attach();
  }

  #onClick(event: MouseEvent): void {
    const { target, defaultPrevented, button, ctrlKey, metaKey, shiftKey } = event;
    const opener = target instanceof Element && target.closest<HTMLElement>(OPENER);
    if (!opener || defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    opener.focus();
    if (!this.ask(opener.dataset.supportChat)) this.open();
  }

  #show(takeFocus: boolean): void {
    this.#panel.attach();
    const frame = this.#load();
    const isNew = !this.isOpen;
    if (isNew) this.#panel.show(frame, takeFocus);
    keep('open');
    if (takeFocus && this.#line) this.#focusChat();
    if (isNew) this.dispatchEvent(new Event('open'));
  }

  #focusChat(): void {
    this.#frame?.focus();
    this.#tell({ kind: 'focus' });
  }

  #tell(order: Order): void {
    this.#line?.postMessage(order);
  }

  #load(): HTMLIFrameElement {
    if (this.#frame?.isConnected) return this.#frame;
    const frame = document.createElement('iframe');
    this.#frame = frame;
    this.#line = undefined;
    frame.title = this.#options.title ?? EMBED.labels[this.#options.language]!.title;
    frame.referrerPolicy = 'no-referrer';
    frame.src = `${this.#base}/embed/${this.#options.language}`;
    frame.onload = () => this.#greet(frame);
    this.#panel.addFrame(frame);
    return frame;
  }

  /** Only the bot's own page can get this greeting, and with it the port on which everything else travels. */
  #greet(frame: HTMLIFrameElement): void {
    // A frame that was loaded again, since the page has moved it, begins anew.
    this.#line = undefined;
    frame.className = '';
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FrameWord>) => {
      if (data === 'close') this.close();
      if (data === 'ready') this.#ready(frame, port1);
    };
    const hello: Hello = { supportChat: 1, wish: this.#options.wish };
    frame.contentWindow?.postMessage(hello, this.#base, [port2]);
  }

  #ready(frame: HTMLIFrameElement, line: MessagePort): void {
    this.#line = line;
    this.#panel.ready(frame);
    if (!this.isOpen) keep('');
    for (const text of this.#asked.splice(0)) this.#tell({ kind: 'ask', text });
    if (this.isOpen && this.#panel.hasFocus) this.#focusChat();
    this.dispatchEvent(new Event('ready'));
  }
}

/** Makes the one launcher of this page; a script that comes again only puts it back. */
function launch(page: Marked, script: HTMLOrSVGScriptElement | null): void {
  page[MARK]?.attach();
  if (page[MARK] || !(script instanceof HTMLScriptElement)) return;
  if (!EMBED.origins.includes(location.origin)) {
    // biome-ignore lint/suspicious/noConsole: the webmaster looks here when no launcher comes.
    console.warn(`The support chat may not be shown on ${location.origin}: see ALLOWED_ORIGINS.`);
    return;
  }
  const tongues = [document.documentElement.lang, ...navigator.languages];
  const options = readOptions(script.dataset, tongues, Object.keys(EMBED.labels));
  const begin = (): void => {
    const chat = new SupportChat(new URL(script.src).origin, options);
    page[MARK] = chat;
    page[NAME] = chat;
    chat.begin();
    dispatchEvent(new CustomEvent('support-chat', { detail: chat }));
  };
  page[MARK] = { attach() {} };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}

launch(globalThis as unknown as Marked, document.currentScript);
