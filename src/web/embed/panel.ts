/// <reference lib="dom" />
import { type LauncherTheme, launcherStyles, pageStyles, SHEET } from './launcherStyles.ts';
import type { Labels, Options } from './options.ts';

/** A chat that does not answer within this time (milliseconds) is offered in a tab of its own. */
const MOST_LOADING = 8000;
const SVG = 'http://www.w3.org/2000/svg';
const CROSS = 'M9 9l14 14M23 9L9 23';

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** A picture of one or two paths; the second one is drawn in the colour of the ground. */
function picture(paths: Readonly<Record<string, string>>): Element {
  const made = document.createElementNS(SVG, 'svg');
  made.setAttribute('viewBox', '0 0 32 32');
  made.setAttribute('aria-hidden', 'true');
  for (const [path, style] of Object.entries(paths)) {
    const drawn = document.createElementNS(SVG, 'path');
    drawn.setAttribute('d', path);
    for (const part of style.split(';')) drawn.setAttribute(...(part.split(':') as [string, string]));
    made.append(drawn);
  }
  return made;
}

/** A style sheet that a strict policy of the page lets pass; where a browser is too old for it, one that it may block. */
function addStyles(root: Document | ShadowRoot): (text: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return (text) => sheet.replaceSync(text);
  } catch {
    const style = make('style', {});
    (root instanceof Document ? root.head : root).append(style);
    return (text) => style.replaceChildren(text);
  }
}

/** What the launcher is made of. */
export interface PanelParts {
  readonly labels: Labels;
  readonly theme: LauncherTheme;
  readonly icon: readonly [bubble: string, heart: string];
  /** Address of the chat for a tab of its own. */
  readonly page: string;
}

/** The launcher's button and the sheet of the chat, in a shadow root: the page's styles do not reach them. */
export class Panel {
  readonly host = document.createElement('support-chat');
  readonly button: HTMLButtonElement;
  readonly #sheet: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #trouble: HTMLElement;
  readonly #hasButton: boolean;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor({ language, corner, title, wish }: Options, parts: PanelParts, onClose: () => void) {
    const { labels, theme, icon } = parts;
    const name = title ?? labels.title;
    this.#hasButton = corner !== 'none';
    this.host.lang = language;
    this.#root = this.host.attachShadow({ mode: 'open' });
    addStyles(this.#root)(launcherStyles(theme, corner === 'left' ? 'left' : 'right', wish));
    const sign = picture({ [icon[0]]: 'fill:currentColor', [icon[1]]: 'fill:var(--own)' });
    this.button = make('button', { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }, sign, name);
    const cross = picture({ [CROSS]: 'stroke:currentColor;stroke-width:3;stroke-linecap:round' });
    const close = make('button', { type: 'button', 'aria-label': labels.close, title: labels.close }, cross);
    close.onclick = onClose;
    const way = make('a', { href: parts.page, target: '_blank', rel: 'noopener' }, labels.newTab);
    this.#trouble = make('p', { role: 'status' }, labels.trouble, ' ', way);
    this.#trouble.hidden = true;
    const heading = make('h2', { id: 'name' }, name);
    const head = make('header', {}, heading, close);
    this.#sheet = make('section', { role: 'dialog', 'aria-labelledby': 'name', tabindex: '-1' }, head, this.#trouble);
    this.#sheet.hidden = true;
    this.button.hidden = !this.#hasButton;
    const region = make('div', { role: 'region', 'aria-label': name }, this.button, this.#sheet);
    this.#root.append(region);
    this.#root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape' && this.isOpen) onClose();
    });
    // A sheet that fills the window would hide where the focus has gone.
    document.addEventListener('focusin', ({ target }) => {
      if (this.isOpen && target !== this.host && matchMedia(SHEET).matches) onClose();
    });
    if (!this.#hasButton) return;
    const stylePage = addStyles(document);
    new ResizeObserver(() => stylePage(pageStyles(this.button.offsetHeight))).observe(this.button);
  }

  get isOpen(): boolean {
    return !this.#sheet.hidden;
  }

  /** True while the focus is on the launcher or in the chat. */
  get hasFocus(): boolean {
    return this.#root.activeElement !== null;
  }

  /** Puts the launcher into the page; one that the page has thrown out comes back. */
  attach(): void {
    if (!this.host.isConnected) document.body.append(this.host);
  }

  addFrame(frame: HTMLIFrameElement): void {
    this.#sheet.append(frame);
  }

  show(frame: HTMLIFrameElement, takeFocus: boolean): void {
    this.#sheet.hidden = false;
    this.button.hidden = true;
    this.button.setAttribute('aria-expanded', 'true');
    if (takeFocus) this.#sheet.focus({ preventScroll: true });
    this.#patience = setTimeout(() => {
      this.#trouble.hidden = frame.className === 'ready';
    }, MOST_LOADING);
  }

  hide(): void {
    clearTimeout(this.#patience);
    this.#sheet.hidden = true;
    this.button.hidden = !this.#hasButton;
    this.button.setAttribute('aria-expanded', 'false');
  }

  /** The chat can be used. */
  ready(frame: HTMLIFrameElement): void {
    frame.className = 'ready';
    this.#trouble.hidden = true;
  }
}
