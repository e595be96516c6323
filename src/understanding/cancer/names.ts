import { z } from 'zod';
import { readJson } from '../../dataFiles/dataFile.ts';
import { cancerNames } from '../../words/cancerNames.ts';
import { DEFAULT_LANGUAGE, type Language } from '../../words/languages.ts';
import { foldPhrase } from '../tokens.ts';
import type { CancerTypeWords } from './vocabulary.ts';

/** `data/<language>/cancer-names.json`: what people call each cancer; the English names stand with the types themselves. */
export const cancerNamesFile = z.record(z.string(), cancerNames);

/** What understanding reads of `data/cancer-types.json`; the directory checks all of it. */
const cancerTypesFile = z.array(
  z.looseObject({
    id: z.string(),
    parent: z.string().nullable().default(null),
    alsoUnder: z.array(z.string()).default([]),
    words: z.looseObject({ en: cancerNames }),
  }),
);

/** The cancer types with their English names. @throws DataError where the file cannot be read */
export function readCancerTypes(dataFolder: string): readonly CancerTypeWords[] {
  return readJson(dataFolder, 'cancer-types.json', cancerTypesFile) as readonly CancerTypeWords[];
}

/**
 * The cancer types with their names in a language beside the English ones.
 *
 * @param types the entries of `data/cancer-types.json`
 * @throws DataError where the names cannot be read
 */
export function withNames<Type extends CancerTypeWords>(
  dataFolder: string,
  language: Language,
  types: readonly Type[],
): readonly Type[] {
  if (language === DEFAULT_LANGUAGE) return types;
  const names = readJson(dataFolder, `${language}/cancer-names.json`, cancerNamesFile);
  return types.map((type) => {
    const own = names[type.id];
    return own ? { ...type, words: { ...type.words, [language]: own } } : type;
  });
}

/** The single words of all names in a language, folded. */
export function wordsOfNames(types: readonly CancerTypeWords[], language: Language): Set<string> {
  return new Set(
    types.flatMap(({ words }) => {
      const names = words[language];
      return names ? [names.name, ...names.names, ...names.lay, ...names.sites].flatMap(foldPhrase) : [];
    }),
  );
}
