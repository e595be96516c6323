// What the page around the chat and the chat within it say to each other. Nothing of the talk is among it.

/** The look that a page asks for. */
export interface Wish {
  /** Light or dark, whatever the visitor's device asks for; null for as the device asks. */
  readonly scheme: 'light' | 'dark' | null;
  /** `#rrggbb`, at most three: buttons, ground, text. What is missing is the theme's own. */
  readonly colours: readonly string[];
}

/** The first message, from the page to its frame: it brings the port on which all others travel. */
export interface Hello {
  readonly supportChat: 1;
  readonly wish: Wish;
}

/** What the page may tell the chat to do. */
export type Order = { readonly kind: 'focus' } | { readonly kind: 'ask'; readonly text: string };

/** What the chat tells the page: it can be used, or the visitor wants it closed. */
export type FrameWord = 'ready' | 'close';

/** A question that a page brings along is short; the visitor's own may be longer. */
export const MOST_ASKED = 500;

/** True for a colour that may be asked for. */
export function isColour(text: unknown): text is string {
  return typeof text === 'string' && /^#[0-9a-f]{6}$/i.test(text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The wish of a hello; null for whatever else somebody sends. */
export function readHello(data: unknown): Wish | null {
  if (!isRecord(data) || data.supportChat !== 1 || !isRecord(data.wish)) return null;
  const { scheme, colours } = data.wish;
  return {
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : null,
    colours: Array.isArray(colours) && colours.every(isColour) ? colours.slice(0, 3) : [],
  };
}

/** An order; null for whatever else somebody sends. */
export function readOrder(data: unknown): Order | null {
  if (!isRecord(data)) return null;
  if (data.kind === 'focus') return { kind: 'focus' };
  const { kind, text } = data;
  if (kind !== 'ask' || typeof text !== 'string' || text.trim() === '' || text.length > MOST_ASKED) return null;
  return { kind, text };
}
