import { readdirSync, readFileSync } from 'node:fs';
import type { Guide } from '../../dialogs/guide.ts';
import type { Language } from '../../src/languages.ts';
import { DATA_FOLDER } from '../../src/loadGuide.ts';
import { commonWords } from '../../src/understanding/commonWords.ts';

/** A text that is made of a few units again and again, up to a length. */
export interface Recipe {
  readonly units: readonly string[];
  readonly between: string;
}

/** The text of a recipe, of exactly so many characters. */
export function textOf({ units, between }: Recipe, characters: number): string {
  const once = units.join(between) + between;
  return once === '' ? '' : once.repeat(Math.ceil(characters / once.length)).slice(0, characters);
}

/** Random numbers that are the same each time (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Characters that become many: NFKC, NFD, upper case to lower case, marks. */
export const EXPANDING = [
  '\ufdfa',
  '\ufdfb',
  '\u3300',
  '\u3316',
  '\u33ff',
  '\u{1f241}',
  '\ufb03',
  '\u0149',
  '\u1e9a',
  '½',
  'ß',
  'İ',
  '\u01c4',
  'ǖ',
  '\u1fa7',
  '\u0390',
  '한',
  '\u1100\u1161\u11a8',
  '\u{1d160}',
  '\u0344',
  'é',
  'e\u0301\u0302\u0303',
  'ล็',
  '\u{1f468}\u200d',
  '\u2167',
  '㈱',
  '⑴',
  '…',
  '\ufeff',
] as const;

const read = (language: Language, file: string): string => readFileSync(`${DATA_FOLDER}/${language}/${file}`, 'utf8');

/** The safety phrases of a language, those that danger and those that excuses are told by. */
export function safetyPhrases(language: Language): string[] {
  return readdirSync(`${DATA_FOLDER}/${language}/safety`).flatMap((file) => {
    const { sets, rules } = JSON.parse(read(language, `safety/${file}`)) as {
      sets: Record<string, string[]>;
      rules: { phrases: string[]; unless: string[] }[];
    };
    return [...Object.values(sets).flat(), ...rules.flatMap(({ phrases, unless }) => [...phrases, ...unless])];
  });
}

/** The plain words of safety phrases, prefixes with an ending. */
const wordsOfPhrase = (phrase: string): string[] =>
  phrase
    .replace(/<fever>/g, '38.5')
    .replace(/<[\w-]+>/g, ' ')
    .replace(/\*/g, 'x')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Everything that the program looks for in a language, by its kind. */
export function vocabulary(language: Language, guide: Guide): Record<string, string[]> {
  const names = guide.directory.cancerTypes.flatMap(({ words }) => {
    const own = words[language] ?? words.en!;
    return [
      own.name,
      ...own.names,
      ...own.lay,
      ...own.sites,
      ...own.misspellings,
      ...own.abbreviations,
      ...own.ambiguous,
    ];
  });
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value
        ? Object.values(value).flatMap(strings)
        : [];
  const json = (file: string): string[] => strings(JSON.parse(read(language, file)));
  const slipped = (words: readonly string[]): string[] =>
    words
      .filter((word) => word.length > 5)
      .flatMap((word) => [
        word.slice(0, 3) + word.slice(4),
        `${word.slice(0, 4)}q${word.slice(4)}`,
        `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4, -1)}`,
      ]);
  const safety = [...new Set(safetyPhrases(language).flatMap(wordsOfPhrase))];
  const single = (phrases: readonly string[]): string[] => [
    ...new Set(phrases.flatMap((phrase) => phrase.split(/[\s-]+/))),
  ];
  const organisations = guide.directory.organisations.flatMap(({ name, abbreviations, aliases }) => [
    name,
    ...abbreviations,
    ...aliases,
  ]);
  const places = json('countries.json');
  return {
    safety,
    'safety, misspelt': slipped(safety),
    'names of cancers': names,
    'names of cancers, misspelt': slipped(single(names)),
    'words around cancers': json('cancer-words.json'),
    places,
    'places, misspelt': slipped(single(places)),
    organisations,
    'organisations, misspelt': slipped(single(organisations)),
    commands: json('commands.json'),
    people: json('people.json'),
    concepts: json('concepts.json'),
    'common words': [...commonWords(language)].slice(0, 3000),
    expanding: [...EXPANDING],
    'one sign': [
      ...'abcdefghijklmnopqrstuvwxyz0123456789',
      '.',
      ',',
      '?',
      '!',
      "'",
      '-',
      '…',
      '(',
      '\n',
      '38.5',
      '1,5',
    ],
  };
}
