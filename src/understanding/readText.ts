import { normalize, type Token, tokensOf } from './tokens.ts';

/** Longer texts are understood by their beginning and their end: nobody waits for the rest, and the bot says so. */
export const MOST_CHARACTERS = 4000;
/**
 * One sign may become eighteen when it is normalized: what is read is bounded after that, too. Prose with ligatures and
 * ellipses grows by a few in a hundred.
 */
export const MOST_NORMALIZED = 5000;
/** 4,000 characters of prose have 600 to 950 words; more of them are single letters. */
export const MOST_TOKENS = 1000;

/** What is read of a text. */
export interface ReadText {
  /** Normalized. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** False where something between the beginning and the end was left out. */
  readonly whole: boolean;
}

/** All of a text, or as much of its beginning as of its end: people often write what matters most last. */
function atBothEnds(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most / 2)}\n${text.slice(-most / 2)}`;
}

function endsOf(tokens: readonly Token[]): readonly Token[] {
  if (tokens.length <= MOST_TOKENS) return tokens;
  // The two parts are never of the same sentence, so that no phrase is made of them.
  const end = tokens.slice(-MOST_TOKENS / 2).map((token) => ({ ...token, sentence: token.sentence + 1 }));
  return [...tokens.slice(0, MOST_TOKENS / 2), ...end];
}

/**
 * Reads as much of a text as may be understood, whatever it is made of.
 *
 * @param utterance what a person typed, any text of any length
 * @returns its words: all of them up to 4,000 characters, 5,000 normalized ones and 1,000 words; else those of its
 *   beginning and of its end
 */
export function readText(utterance: string): ReadText {
  const normalized = normalize(atBothEnds(utterance, MOST_CHARACTERS));
  const text = atBothEnds(normalized, MOST_NORMALIZED);
  const all = tokensOf(text);
  const tokens = endsOf(all);
  return { text, tokens, whole: utterance.length <= MOST_CHARACTERS && text === normalized && tokens === all };
}

/** A text that short is read whole, whatever it is made of: no sign becomes more than eighteen. */
const SHORT = Math.floor(MOST_NORMALIZED / 18);

/** True where a text is understood as a whole; else whoever wrote it should be told. */
export function isReadWhole(utterance: string): boolean {
  if (utterance.length <= SHORT) return true;
  return utterance.length <= MOST_CHARACTERS && readText(utterance).whole;
}
