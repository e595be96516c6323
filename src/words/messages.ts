import { loadSentences, type SayKey } from './sentences.ts';

/** The keys of `data/<language>/messages.json`. */
export type MessageKey = keyof typeof import('../../data/en/messages.json') & string;

/** Gives a sentence of the bot with its places filled in. */
export type Say = SayKey<MessageKey>;

/** The sentences of one language, with the names of countries and languages in it. */
export interface Messages {
  readonly language: string;
  readonly say: Say;
  /** "Germany" for DE, "the Netherlands" for NL: as it stands within a sentence. */
  countryName(code: string): string;
  /** "German" for de. */
  languageName(code: string): string;
  /** "March 2023" for 2023-03; a year stays as it is. */
  monthName(date: string): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
}

const SEPARATOR = '\u0000';
const MOST_REMEMBERED = 5000;

/** Asking Intl takes longer than anything else on a card, and the same is asked again and again. */
function remembered(ask: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key) ?? ask(key);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, found);
    return found;
  };
}

/**
 * Reads the sentences of a language.
 *
 * @throws DataError where the file is missing or not a list of sentences
 */
export function loadMessages(dataFolder: string, language: string): Messages {
  const say: Say = loadSentences(dataFolder, language, 'messages');
  const countries = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const listOf = remembered((items) => lists.format(items.split(SEPARATOR)));
  return {
    language,
    say,
    countryName: remembered((code) => say('place', { code, name: countries.of(code) ?? code })),
    languageName: remembered((code) => languages.of(code) ?? code),
    monthName: remembered((date) =>
      /^\d{4}-\d{2}$/.test(date) ? months.format(new Date(`${date}-01T00:00:00Z`)) : date,
    ),
    list: (items) => (items.length < 2 ? (items[0] ?? '') : listOf(items.join(SEPARATOR))),
  };
}
