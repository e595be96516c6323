/// <reference lib="dom" />
// The chat within a page of another site: how the two meet, and the little that they say to each other.

import { type LiveChat, startChat } from '../browser/liveChat.ts';
import { customProperties } from '../server/shades.ts';
import { type ColourSets, fitTheme, isDark } from './fitTheme.ts';
import { type FrameWord, readHello, readOrder, type Wish } from './messages.ts';

/** What the server tells the frame, in the attribute `data-frame` of its body. */
export interface FrameSettings {
  /** Sites that may show the chat; it hears no other. */
  readonly origins: readonly string[];
  readonly theme: ColourSets;
}

/** A page asks when its visitor presses a button: nobody presses more often. */
const MOST_ASKED_A_MINUTE = 10;

function applyTheme(theme: ColourSets, wish: Wish): void {
  const fitted = fitTheme(theme, wish);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const { style } = document.documentElement;
  const apply = (): void => {
    const colours = prefersDark.matches ? fitted.dark : fitted.colours;
    for (const [name, colour] of customProperties(colours)) style.setProperty(name, colour);
    style.colorScheme = isDark(colours.background) ? 'dark' : 'light';
  };
  apply();
  prefersDark.addEventListener('change', apply);
}

/** Does what the page around asks for, and nothing that it may not. */
function createObedience({ talk, view }: LiveChat): (order: unknown) => void {
  let asked: number[] = [];
  return (data) => {
    const order = readOrder(data);
    if (order?.kind === 'focus') view.focusAfterButton();
    if (order?.kind !== 'ask') return;
    const now = Date.now();
    asked = asked.filter((at) => now - at < 60_000);
    if (asked.length >= MOST_ASKED_A_MINUTE) return;
    asked.push(now);
    talk.send(order.text);
  };
}

/** Waits for the page around to say hello; before that, nothing is said to anybody. */
function join({ origins, theme }: FrameSettings, chat: LiveChat | null): void {
  const obey = chat ? createObedience(chat) : () => {};
  let line: MessagePort | undefined;
  const say = (word: FrameWord): void => line?.postMessage(word);
  addEventListener('message', ({ source, origin, data, ports: [port] }) => {
    if (line || !port || source !== parent || !origins.includes(origin)) return;
    const wish = readHello(data);
    if (!wish) return;
    line = port;
    if (wish.scheme || wish.colours.length > 0) applyTheme(theme, wish);
    line.onmessage = (event) => obey(event.data);
    say('ready');
  });
  addEventListener('keydown', (event) => {
    // While a word is being put together (Japanese and others), Escape belongs to that.
    if (event.key === 'Escape' && !event.isComposing) say('close');
  });
}

join(JSON.parse(document.body.dataset.frame!), startChat());
