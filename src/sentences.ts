import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { readJson } from './dataFile.ts';

/** Gives a sentence of a list by its key, with its places filled in. */
export type SayKey<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Reads a list of sentences, `data/<language>/<name>.json`. They are ICU messages (formatjs), each made ready when it is
 * first said.
 *
 * @throws DataError where the file is missing or not a list of sentences
 */
export function loadSentences<Key extends string>(dataFolder: string, language: string, name: string): SayKey<Key> {
  const file = `${language}/${name}.json`;
  const texts = readJson(dataFolder, file, z.record(z.string(), z.string()));
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
