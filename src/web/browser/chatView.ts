import type { CardRenderer } from './cards.ts';
import type { LiveWords } from './chatWords.ts';
import { element, paragraphElements } from './elements.ts';
import type { LinkStyle } from './textParts.ts';
import type { Entry } from './transcript.ts';

/** What the page shows of the talk. Words come in as text only. */
export class ChatView {
  readonly box: HTMLTextAreaElement;
  readonly #log: HTMLElement;
  readonly #status: HTMLElement;
  readonly #suggestions: HTMLElement;
  /** The welcome and its first questions, as the server wrote them. */
  readonly #starters: readonly Node[];
  readonly #welcome: readonly Node[];
  readonly #words: LiveWords;
  readonly #cards: CardRenderer;
  readonly #links: LinkStyle;
  readonly #clock: Intl.DateTimeFormat;

  constructor(root: HTMLElement, words: LiveWords, language: string, cards: CardRenderer, links: LinkStyle) {
    const find = <Found extends HTMLElement>(name: string): Found =>
      root.querySelector<Found>(`[data-part="${name}"]`)!;
    this.box = find('box');
    this.#log = find('log');
    this.#status = find('status');
    this.#suggestions = find('suggestions');
    this.#starters = [...this.#suggestions.childNodes];
    this.#welcome = [...this.#log.childNodes];
    this.#words = words;
    this.#cards = cards;
    this.#links = links;
    // "8:01 am" or "08:01": as the visitor's own kind of the language has it.
    const own = navigator.languages.filter((tag) => tag.split('-')[0] === language);
    this.#clock = new Intl.DateTimeFormat([...own, language], { hour: '2-digit', minute: '2-digit' });
    find('note').textContent = words.noteLive;
    // Without the script Enter makes a new line: the hint would be wrong.
    this.box.setAttribute('aria-describedby', find('hint').id);
  }

  /** Shows messages. They come in one step, so that a screen reader says them once and in order. */
  add(entries: readonly Entry[]): void {
    this.#log.setAttribute('aria-live', 'polite');
    this.#log.append(...entries.map((entry) => this.#build(entry)));
  }

  /** Shows a whole talk that was there before: nothing new, so nothing to be read out. */
  restore(entries: readonly Entry[]): void {
    this.#log.setAttribute('aria-live', 'off');
    this.#log.replaceChildren(...this.#welcome, ...entries.map((entry) => this.#build(entry)));
    // A screen reader looks at what has changed a moment later.
    setTimeout(() => this.#log.setAttribute('aria-live', 'polite'), 500);
  }

  /** Takes everything away but the welcome. */
  clear(): void {
    for (const child of [...this.#log.childNodes]) if (!this.#welcome.includes(child)) child.remove();
  }

  /** Shows what became of a message of the visitor; it goes to the end where it is sent again. */
  update(entry: Entry, toEnd = false): void {
    const shown = this.#find(entry.id);
    if (!shown) return;
    const fresh = this.#build(entry);
    if (toEnd) {
      shown.remove();
      this.#log.append(fresh);
    } else shown.replaceWith(fresh);
  }

  /** Buttons with what could be said next; null for the first questions. */
  suggest(suggestions: readonly string[] | null): void {
    const buttons = (suggestions ?? []).map((text) => {
      const button = element('button', '', text);
      button.name = 'text';
      button.value = text;
      return button;
    });
    this.#suggestions.replaceChildren(...(suggestions ? buttons : this.#starters));
  }

  /** One line for what is going on; a screen reader says it once. */
  say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** Marks the box where what stands in it cannot be sent. */
  markBox(wrong: boolean): void {
    if (wrong) this.box.setAttribute('aria-invalid', 'true');
    else this.box.removeAttribute('aria-invalid');
  }

  /** Brings a message to the top of the window, so that its answer is read from the beginning. */
  scrollTo(id: string): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#find(id)?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }

  /** Puts the focus back where one writes; on a screen that is touched, where one reads: no keyboard pops up over it. */
  focusAfterButton(): void {
    const target = matchMedia('(pointer: coarse)').matches ? this.#log : this.box;
    target.focus({ preventScroll: true });
  }

  #find(id: string): Element | undefined {
    return [...this.#log.children].find((child) => child instanceof HTMLElement && child.dataset.id === id);
  }

  #build(entry: Entry): HTMLElement {
    const shown = element('div', `message ${entry.from}`);
    shown.dataset.id = entry.id;
    if (entry.from === 'note') {
      shown.append(element('p', '', entry.text));
      return shown;
    }
    const time = element('time', '', this.#clock.format(entry.at));
    time.dateTime = new Date(entry.at).toISOString();
    shown.append(element('p', 'who', this.#words[entry.from], ' ', time));
    if (entry.from === 'bot') {
      shown.append(
        ...paragraphElements(entry.text, this.#links),
        ...entry.cards.map((card) => this.#cards.render(card)),
      );
      return shown;
    }
    // The visitor knows what they wrote: it is not read out to them.
    shown.setAttribute('aria-live', 'off');
    shown.append(element('p', '', entry.text));
    if (entry.sent === 'waiting') shown.append(element('p', 'state', this.#words.sending));
    if (entry.sent === 'failed') shown.append(this.#failure(entry.id));
    return shown;
  }

  #failure(id: string): HTMLElement {
    const button = element('button', '', this.#words.again);
    button.type = 'button';
    button.dataset.again = id;
    return element('p', 'state failed', element('strong', '', this.#words.notSent), ' ', button);
  }
}
