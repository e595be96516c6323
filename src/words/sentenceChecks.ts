// Whether all languages have the same sentences, with the same places to fill in, and whether each can be said.

import { IntlMessageFormat } from 'intl-messageformat';
import { DataError, type Fault } from '../dataFiles/dataFile.ts';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './languages.ts';
import { readSentences, type Sentences } from './sentences.ts';

/** What a language says, or its fault where that cannot be read. */
interface Reading {
  readonly language: Language;
  readonly sentences: Sentences;
  /** The places that each sentence fills in, by key. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

type Problem = Pick<Fault, 'place' | 'message'>;

/** A part of a parsed message, as far as its places are concerned. */
interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
/** The parser's mark for plain text. */
const LITERAL = 0;
const NO_PLACES: ReadonlySet<string> = new Set();

/** @throws SyntaxError where the sentence is not an ICU message */
function placesOf(text: string): ReadonlySet<string> {
  // Most sentences are plain text: nothing in them can be wrong, and nothing need be parsed.
  if (!/[{}]/.test(text)) return NO_PLACES;
  const names = new Set<string>();
  const collect = (parts: readonly Part[]): void => {
    for (const { type, value, options = {} } of parts) {
      if (type !== LITERAL && value) names.add(value);
      for (const option of Object.values(options)) collect(option.value);
    }
  };
  // The parser that the sentences are said with; making a whole message of each takes four times as long.
  collect((IntlMessageFormat.__parse?.(text, { ignoreTag: true }) ?? []) as readonly Part[]);
  return names;
}

function read(dataFolder: string, language: Language, name: string, faults: Fault[]): Reading | null {
  let sentences: Sentences;
  try {
    sentences = readSentences(dataFolder, language, name);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    faults.push(...error.faults);
    return null;
  }
  const places = new Map<string, ReadonlySet<string>>();
  for (const [key, text] of Object.entries(sentences)) {
    try {
      places.set(key, placesOf(text));
    } catch (error) {
      const reason = (error as Error).message.toLowerCase().replaceAll('_', ' ');
      faults.push({
        file: `${language}/${name}.json`,
        place: key,
        message: `cannot be said (${reason}); look for a brace that is missing or too many, and for "other" in each choice`,
      });
    }
  }
  return { language, sentences, places };
}

/** What more than half of the languages have, of what any of them has. */
function common(lists: readonly Iterable<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 2 > lists.length).map(([item]) => item));
}

const MISSING = 'is missing, and the program says it; write the sentence, or restore it from the repository';
const UNKNOWN =
  'is a sentence that most languages lack, and nothing says such; correct the spelling of its key or remove it, or, where it is new, write it in the other languages, too';

/** Sentences of a language that are missing, and those that nothing says. */
function keyFaults({ sentences }: Reading, said: ReadonlySet<string>): Problem[] {
  const missing = [...said].filter((key) => !Object.hasOwn(sentences, key));
  const unknown = Object.keys(sentences).filter((key) => !said.has(key));
  return [
    ...missing.map((key) => ({ place: key, message: MISSING })),
    ...unknown.map((key) => ({ place: key, message: UNKNOWN })),
  ];
}

/** Places that a sentence fills in and the program does not know, or that English has lost. */
function placeFaults(reading: Reading, readings: readonly Reading[], english: Reading | undefined): Problem[] {
  return [...reading.places].flatMap(([key, own]): Problem[] => {
    const filled = english?.places.get(key);
    if (!filled) return [];
    const usual = (): ReadonlySet<string> => common(readings.map(({ places }) => places.get(key) ?? NO_PLACES));
    if (reading === english) {
      return [...usual()]
        .filter((place) => !own.has(place))
        .map((place) => ({ place: key, message: `lacks {${place}}, which the other languages fill in; put it back` }));
    }
    if (own.isSubsetOf(filled)) return [];
    const known = filled.union(usual());
    const allowed = [...filled].map((place) => `{${place}}`).join(', ') || 'none';
    return [...own]
      .filter((place) => !known.has(place))
      .map((place) => ({
        place: key,
        message: `fills in {${place}}, which the English sentence does not; it may fill in: ${allowed}`,
      }));
  });
}

/**
 * Every fault in `data/<language>/<name>.json` of all languages. What most languages have is taken for what the program
 * says: a sentence that one of them lacks is missing there, be it English, and one that only one has is misspelt.
 */
export function faultsOfSentences(dataFolder: string, name: string): Fault[] {
  const faults: Fault[] = [];
  const readings = LANGUAGES.flatMap((language) => read(dataFolder, language, name, faults) ?? []);
  const said = common(readings.map(({ sentences }) => Object.keys(sentences)));
  const english = readings.find(({ language }) => language === DEFAULT_LANGUAGE);
  for (const reading of readings) {
    const problems = [...keyFaults(reading, said), ...placeFaults(reading, readings, english)];
    faults.push(...problems.map((problem) => ({ file: `${reading.language}/${name}.json`, ...problem })));
  }
  return faults;
}
