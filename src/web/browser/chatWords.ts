/** What the live chat says; each stands in `data/<language>/pages.json` under `chat.` and its name. */
export const LIVE_WORDS = [
  'you',
  'bot',
  'sending',
  'notSent',
  'again',
  'waiting',
  'newTab',
  'noteLive',
  'noteMemory',
  'empty',
  'tooLong',
  'offline',
  'lost',
  'slow',
  'busy',
  'refused',
  'expired',
  'invalid',
  'restarted',
  'deleted',
  'idle',
] as const;

export type LiveWord = (typeof LIVE_WORDS)[number];

/** The words, with their places filled in. */
export type LiveWords = Readonly<Record<LiveWord, string>>;

/** What the page tells the live chat, in the attribute `data-live` of the chat. */
export interface LiveSettings {
  readonly address: string;
  readonly cardLibrary: string;
  readonly mostCharacters: number;
  readonly minutes: number;
  readonly language: string;
  /** Phone numbers that become links. */
  readonly numbers: readonly string[];
  readonly words: LiveWords;
}
