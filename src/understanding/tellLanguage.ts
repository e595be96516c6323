import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from '../words/languages.ts';
import { accentedWords } from './commonWords.ts';
import { readText } from './readText.ts';
import { fold, type Token } from './tokens.ts';

const require = createRequire(import.meta.url);

/** `data/languages.json`: the languages by the names that people ask for them with. */
export const languagesFile = z.strictObject({
  fillers: z
    .array(z.string().min(1))
    .describe('words that may stand beside the name of a language where nothing else is wanted: "auf Deutsch BITTE"'),
  languages: z
    .record(
      z.enum(LANGUAGES),
      z.strictObject({
        name: z.string().min(1).describe('what does the language call itself?'),
        called: z.array(z.string().min(1)).min(1).describe('by which names do people ask for it?'),
        tells: z
          .array(z.string().min(1))
          .describe('everyday words that speak for this language even where others have them too: "ciao"'),
        country: z
          .string()
          .length(2)
          .nullable()
          .describe(
            'where do most people live who write in it, so that its numbers are given where nothing else tells? a code, or null',
          ),
        society: z.string().min(1).describe('what is the society called where nobody has set its name?'),
      }),
    )
    .describe('our languages, by their codes'),
  foreign: z
    .record(z.string().length(2), z.string().includes('{languages}').includes('{emergency}'))
    .describe(
      'what is said first to somebody in a language that we do not speak, by its code, with {languages} and {emergency}',
    ),
});

export type LanguagesFile = z.infer<typeof languagesFile>;

/** What is known of a person's language before they write. */
export interface LanguageHints {
  /** The language of the talk so far; null before the first answer. */
  readonly talk: Language | null;
  /** The language that the channel gives, as from a browser; null where it gives none that we speak. */
  readonly locale: Language | null;
}

export interface LanguageTold {
  /** The language to answer in. */
  readonly language: Language;
  /** A language that is recognised and that we do not speak (ISO 639-1). */
  readonly foreign: string | null;
  /** True where the message only asks to speak that language. */
  readonly asked: boolean;
}

export type TellLanguage = (utterance: string, hints: LanguageHints) => LanguageTold;

type Detector = typeof import('eld/extrasmall')['eld'];
let loaded: Detector | undefined;

/** The detector, loaded when it is first needed: it takes 0.2 s and 90 MB, and most questions do without. */
function detector(): Detector {
  loaded ??= (require(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as typeof import('eld/extrasmall')).eld;
  return loaded;
}

/** What a hint is worth, in words that only one language has. */
const WORTH = { talk: 1, locale: 0.5 } as const;
/** A word that several languages have still speaks a little for each of them. */
const SHARED_WORD = 0.15;
/** An accent that only some languages write speaks for them. */
const ACCENT = 0.5;
/** An everyday word of a language speaks for it, although other languages may know it from films. */
const TELLING = 0.4;
/** Where a language leads by less, names of cancers and the detector are asked, too. */
const CLEAR_LEAD = 0.7;
/** The detector decides between languages that are no further apart. */
const CLOSE = 0.35;
/** With so many words the detector is believed against the language of the talk and of the channel. */
const WORDS_AGAINST_HINTS = 5;
/** Fewer words than that say too little for the detector. */
const WORDS_FOR_DETECTOR = 4;
/** Two words of which nothing is known still tell their language where they have so many letters. */
const LETTERS_FOR_DETECTOR = 12;
/** So many words of the beginning, and as many of the end, tell the language of a long message. */
const WORDS_AT_EACH_END = 60;
/** The detector reads no more of a text. */
const DETECTOR_CHARACTERS = 1000;
/** Below this share of words that the best of our languages has, another language is looked for. */
const STRANGE = 0.6;

/** The languages that have a folded word. */
type LanguagesOf = (word: string) => readonly Language[];

/** The words of a message, folded; and those with an accent, as they are written. */
interface Said {
  readonly words: readonly string[];
  readonly accents: readonly string[];
}

interface Ranking {
  readonly best: Language;
  readonly score: number;
  /** By how much the best language leads. */
  readonly lead: number;
  /** The languages that come close to the best. */
  readonly near: ReadonlySet<Language>;
  /** True where the best language does not have most of the words. */
  readonly isStrange: boolean;
}

/** Each language once, in the order of our languages. */
function inOrder(some: readonly Language[]): readonly Language[] {
  return some.length < 2 ? some : LANGUAGES.filter((language) => some.includes(language));
}

/** Asks once for each word of a message. */
function once(languagesOf: LanguagesOf): LanguagesOf {
  const known = new Map<string, readonly Language[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const found = languagesOf(word);
    known.set(word, found);
    return found;
  };
}

function atBothEnds(tokens: readonly Token[]): readonly Token[] {
  if (tokens.length <= 2 * WORDS_AT_EACH_END) return tokens;
  return [...tokens.slice(0, WORDS_AT_EACH_END), ...tokens.slice(-WORDS_AT_EACH_END)];
}

/**
 * Makes the function that tells the language of an utterance: by the words that only one language has, by the language
 * of the talk and of the channel, and where these leave a doubt by a detector.
 *
 * @param withWord the languages of which it is a common word
 * @param withName the languages that have it in a name of a cancer; called only where common words leave a doubt
 */
export function createTellLanguage(
  { fillers, languages }: LanguagesFile,
  withWord: LanguagesOf,
  withName: LanguagesOf,
): TellLanguage {
  const small = new Set(fillers.map(fold));
  const telling = Object.fromEntries(
    LANGUAGES.map((language) => [language, new Set(languages[language].tells.map(fold))]),
  ) as Record<Language, Set<string>>;
  const tellsAny = new Set(LANGUAGES.flatMap((language) => [...telling[language]]));
  const called = new Map(
    LANGUAGES.flatMap((language) =>
      languages[language].called.map((name): [string, Language] => [fold(name), language]),
    ),
  );

  /** Compares our languages: a word that only one of them has speaks for it in full, a shared one a little for each. */
  function rank({ words, accents }: Said, { talk, locale }: LanguageHints, languagesOf: LanguagesOf): Ranking {
    const scores = new Map<Language, number>(LANGUAGES.map((language) => [language, 0]));
    const add = (language: Language, worth: number): void => void scores.set(language, scores.get(language)! + worth);
    const known = new Map<Language, number>();
    for (const language of LANGUAGES)
      add(language, ACCENT * accents.filter((word) => accentedWords(language).has(word)).length);
    const tells = words.filter((word) => tellsAny.has(word));
    for (const language of LANGUAGES)
      add(language, TELLING * tells.filter((word) => telling[language].has(word)).length);
    for (const word of words) {
      const having = languagesOf(word);
      for (const language of having) {
        add(language, 1 / having.length + SHARED_WORD);
        known.set(language, (known.get(language) ?? 0) + 1);
      }
    }
    if (talk) add(talk, WORTH.talk);
    if (locale) add(locale, WORTH.locale);
    if (!talk && !locale) add(DEFAULT_LANGUAGE, SHARED_WORD);
    const [first, second] = [...scores].sort((a, b) => b[1] - a[1]) as [[Language, number], [Language, number]];
    return {
      best: first[0],
      score: first[1],
      lead: first[1] - second[1],
      near: new Set([...scores].flatMap(([language, score]) => (first[1] - score < CLOSE ? [language] : []))),
      isStrange: (known.get(first[0]) ?? 0) / words.length < STRANGE,
    };
  }

  const withTelling = (word: string, languages: readonly Language[]): readonly Language[] =>
    tellsAny.has(word)
      ? inOrder([...languages, ...LANGUAGES.filter((language) => telling[language].has(word))])
      : languages;

  function asksFor(words: readonly string[]): Language | null {
    const named = words.flatMap((word) => called.get(word) ?? []);
    const others = words.filter((word) => !called.has(word) && !small.has(word));
    return named.length > 0 && others.length === 0 ? named.at(-1)! : null;
  }

  return (utterance, { talk, locale }) => {
    const tokens = atBothEnds(readText(utterance).tokens.filter(({ text }) => /^\p{L}/u.test(text)));
    const words = tokens.map(({ text }) => text);
    const accents = tokens.map(({ raw }) => raw.toLowerCase()).filter((word) => /[^\p{ASCII}]/u.test(word));
    const told = (language: Language, foreign: string | null = null, asked = false): LanguageTold => ({
      language,
      foreign,
      asked,
    });
    const usual = talk ?? locale ?? DEFAULT_LANGUAGE;
    if (words.length === 0) return told(usual);
    const wanted = asksFor(words);
    if (wanted) return told(wanted, null, true);

    const isClear = ({ lead, isStrange }: Ranking): boolean => lead >= CLEAR_LEAD && !isStrange;
    const common = once((word) => withTelling(word, withWord(word)));
    let ranked = rank({ words, accents }, { talk, locale }, common);
    // The names of cancers are looked at only where common words leave a doubt: reading them all takes a while.
    if (!isClear(ranked))
      ranked = rank(
        { words, accents },
        { talk, locale },
        once((word) => inOrder([...common(word), ...withName(word)])),
      );
    const { best, isStrange, near, score } = ranked;
    if (isClear(ranked)) return told(best);
    const letters = words.join('').length;
    if (words.length < WORDS_FOR_DETECTOR && (score > 0 || letters < LETTERS_FOR_DETECTOR))
      return told(score > 0 ? best : usual);
    const guess = detector().detect(utterance.slice(0, DETECTOR_CHARACTERS).toLowerCase()).language;
    if (!guess) return told(best);
    if (!isLanguage(guess)) return isStrange && words.length >= WORDS_FOR_DETECTOR ? told(usual, guess) : told(best);
    const isBelieved = isStrange && ((talk ?? locale) === null || words.length >= WORDS_AGAINST_HINTS);
    return told(isBelieved || near.has(guess) ? guess : best);
  };
}
