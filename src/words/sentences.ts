import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { readJson } from '../dataFiles/dataFile.ts';

/** Gives a sentence of a list by its key, with its places filled in. */
export type SayKey<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** Sentences by their keys, as they stand in the file. */
export type Sentences = Readonly<Record<string, string>>;

export const sentencesFile = z.record(z.string(), z.string().regex(/\S/, { error: 'is empty; write the sentence' }));

/**
 * The sentences of `data/<language>/<name>.json` as they are written.
 *
 * @throws DataError where the file is missing or not a list of sentences
 */
export function readSentences(dataFolder: string, language: string, name: string): Sentences {
  return readJson(dataFolder, `${language}/${name}.json`, sentencesFile);
}

/**
 * Reads a list of sentences, `data/<language>/<name>.json`. They are ICU messages (formatjs), each made ready when it is
 * first said.
 *
 * @throws DataError where the file is missing or not a list of sentences
 */
export function loadSentences<Key extends string>(dataFolder: string, language: string, name: string): SayKey<Key> {
  const file = `${language}/${name}.json`;
  const texts = readSentences(dataFolder, language, name);
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const text = texts[key];
    if (text === undefined) throw new RangeError(`data/${file} has no "${key}".`);
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(values));
  };
}
