import { crisisLineInSentence } from '../../src/cards/crisisLine.ts';
import type { CrisisLine } from '../../src/directory/helpline.ts';
import { countryOfLocale } from '../../src/words/languages.ts';
import type { Guide, Turn } from '../guide.ts';

/** The numbers to call, for the person's country or else for Europe. */
export interface CallLines {
  /** Known or taken from the locale; null where neither tells, or where we have no numbers for it. */
  readonly country: string | null;
  readonly emergency: string;
  readonly crisisLines: readonly CrisisLine[];
  /** The lines within a sentence: "TelefonSeelsorge, 0800 111 0 111 or …". */
  readonly inSentence: string;
  /** The numbers alone, for those who did not ask for a crisis line: its name would frighten them. */
  readonly numbers: string;
  /** True where the country was only guessed from the settings of the person's device, or from their language. */
  readonly guessed: boolean;
}

/** The most lines that are named within a sentence. */
const MOST_IN_SENTENCE = 2;

/**
 * The numbers for a person: those of the country they named, else of their locale, else of most who write in their
 * language, else those for Europe.
 * A country without a sourced crisis line has only its emergency number.
 */
export function callLines(guide: Guide, turn: Turn): CallLines {
  const before = known.get(turn);
  if (before) return before;
  const lines = linesFor(guide, turn);
  known.set(turn, lines);
  return lines;
}

/** Several parts of one answer name the numbers: they are looked up once a turn. */
const known = new WeakMap<Turn, CallLines>();

function linesFor({ directory, messages, cardWords, language, languages }: Guide, { talk, locale }: Turn): CallLines {
  const country = talk.country ?? countryOfLocale(locale) ?? languages.names[language].country;
  const found = directory.helplines(country);
  const isKnown = found.country === country;
  const named = found.crisisLines.slice(0, MOST_IN_SENTENCE).map((line) => crisisLineInSentence(line, cardWords));
  const numbers = messages.list(found.crisisLines.slice(0, MOST_IN_SENTENCE).map(({ number }) => number));
  const everywhere = (text: string): string => (isKnown ? text : messages.say('lines.europe', { lines: text }));
  return {
    country: isKnown ? country : null,
    emergency: found.emergency.number,
    crisisLines: found.crisisLines,
    inSentence: named.length > 0 ? everywhere(named.join('; ')) : found.emergency.number,
    numbers: numbers ? everywhere(numbers) : found.emergency.number,
    guessed: isKnown && talk.country === null,
  };
}
