import { isColour, type Wish } from './messages.ts';

/** What the launcher says, in one language. */
export interface Labels {
  readonly title: string;
  readonly close: string;
  readonly trouble: string;
  readonly newTab: string;
}

/** How the launcher is to be, as the page says it. */
export interface Options {
  readonly language: string;
  /** Where the launcher stands; `none` where the page has its own buttons. */
  readonly corner: 'right' | 'left' | 'none';
  /** The name of the chat; null for the usual one. */
  readonly title: string | null;
  readonly wish: Wish;
}

const MOST_TITLE = 60;

/**
 * Reads the options of a script's element. Whatever cannot be used is left aside: a wrong option breaks no page.
 *
 * @param data attributes of the element: language, corner, title, theme
 * @param tongues languages to choose from, the likeliest first: the page's, then those of the browser
 * @param known languages of the chat
 */
export function readOptions(
  data: Readonly<Record<string, string | undefined>>,
  tongues: readonly string[],
  known: readonly string[],
): Options {
  const { language = '', corner, title = '', theme = '' } = data;
  const codes = [language, ...tongues].map((tag) => tag.trim().split(/[-_]/)[0]!.toLowerCase());
  const words = theme.split(/[\s,]+/);
  return {
    language: codes.find((code) => known.includes(code)) ?? 'en',
    corner: corner === 'left' || corner === 'none' ? corner : 'right',
    title: title.trim().slice(0, MOST_TITLE) || null,
    wish: {
      scheme: words.includes('dark') ? 'dark' : words.includes('light') ? 'light' : null,
      colours: words.filter(isColour).slice(0, 3),
    },
  };
}
