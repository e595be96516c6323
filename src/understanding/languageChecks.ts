// What can be wrong in the files of one language, without making anything of them: quick enough for every start.

import { DataError, type Fault, faultsOf, readBytes, readJson, readText, refuse } from '../dataFiles/dataFile.ts';
import { DEFAULT_LANGUAGE, type Language } from '../words/languages.ts';
import { cancerNamesFile } from './cancer/names.ts';
import { INTENTS, isNeeded } from './intents/intents.ts';
import type { Model } from './intents/model.ts';
import { ModelFileError, type PackedModel, parseModel } from './intents/modelFile.ts';
import {
  hasUtterances,
  type LanguageFiles,
  modelFileOf,
  readLanguageFiles,
  readVariations,
  utterancesFileOf,
} from './languageFiles.ts';
import { SAFETY_CLASSES } from './safety/rules.ts';

const RETRAIN = 'run "npm run train", or restore the file from the repository';

/** Says what is wrong with a model file in the words of a fault. */
function asFault<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    throw new DataError([{ file, place: error.place, message: `${error.message}; ${RETRAIN}` }]);
  }
}

/**
 * Reads the model file of a language, without unpacking it.
 *
 * @throws DataError where it is none, or lacks an intent that every language needs
 */
export function readPackedModel(dataFolder: string, language: Language): PackedModel {
  const file = modelFileOf(language);
  const bytes = readBytes(dataFolder, file);
  return asFault(file, () => {
    const model = parseModel(bytes);
    const lacking = INTENTS.filter((intent) => isNeeded(intent) && !model.intents.includes(intent));
    if (lacking.length > 0) throw new ModelFileError('intents', `lack ${lacking.join(', ')}`);
    if (new Set(model.intents).size < model.intents.length)
      throw new ModelFileError('intents', 'are not all different');
    return model;
  });
}

/** Reads the trained model of a language. @throws DataError as `readPackedModel` */
export function readModel(dataFolder: string, language: Language): Model {
  const packed = readPackedModel(dataFolder, language);
  return asFault(modelFileOf(language), packed.unpack);
}

/** Cancers that have no name in a language, and names of cancers that there are not. */
function faultsOfNames(dataFolder: string, language: Language, cancerTypes: readonly string[]): readonly Fault[] {
  if (language === DEFAULT_LANGUAGE) return [];
  const file = `${language}/cancer-names.json`;
  return faultsOf(() => {
    const names = readJson(dataFolder, file, cancerNamesFile);
    // Where no type at all could be read, the file of the types says so, once.
    if (cancerTypes.length === 0) return;
    const unknown = Object.keys(names).filter((id) => !cancerTypes.includes(id));
    const missing = cancerTypes.filter((id) => !Object.hasOwn(names, id));
    const faults = [
      ...missing.map((id) => ({ file, place: id, message: 'is missing: what do people call this cancer?' })),
      ...unknown.map((id) => ({
        file,
        place: id,
        message: 'is no cancer of cancer-types.json; correct the id, or remove it',
      })),
    ];
    refuse(faults);
  });
}

/** Groups of a language that name a cancer that there is not. */
function faultsOfGroups(language: Language, files: LanguageFiles, cancerTypes: readonly string[]): Fault[] {
  if (cancerTypes.length === 0) return [];
  return Object.entries(files.cancerWords.groups).flatMap(([name, ids]) =>
    ids
      .filter((id) => !cancerTypes.includes(id))
      .map((id) => ({
        file: `${language}/cancer-words.json`,
        place: `groups.${name}`,
        message: `no cancer type has the id "${id}"; correct the id, or remove it`,
      })),
  );
}

/** Sets that the program knows without a list of words. */
const OWN_SETS = ['fever', 'number'];

/** Safety phrases with a set that is not there, or a bracket that is not closed: the cheap part of reading them. */
function faultsOfSafety(language: Language, files: LanguageFiles): Fault[] {
  return [...SAFETY_CLASSES, 'after-danger' as const].flatMap((name) => {
    const { sets, rules } = name === 'after-danger' ? files.afterDanger : files[name];
    const file = `${language}/safety/${name}.json`;
    const isKnown = (set: string): boolean => OWN_SETS.includes(set) || Object.hasOwn(sets, set);
    return rules.flatMap(({ id, phrases, unless }) =>
      [...phrases, ...unless].flatMap((phrase): Fault[] => {
        const place = `rule ${id}`;
        const unknown = [...phrase.matchAll(/<([\w-]+)>/g)].find(([, set]) => !isKnown(set!));
        if (unknown) {
          const message = `"${phrase}": there is no set ${unknown[0]}; add it under sets, or correct its name`;
          return [{ file, place, message }];
        }
        const isClosed = phrase.split('(').length === phrase.split(')').length;
        return isClosed ? [] : [{ file, place, message: `"${phrase}": a bracket is missing; close each one` }];
      }),
    );
  });
}

/**
 * Every fault in the files that understanding reads of one language: their form, and what they name. Phrases are
 * not parsed and utterances not compared: `directory -- check` does that.
 *
 * @param cancerTypes the ids of `data/cancer-types.json`
 */
export function faultsOfLanguage(dataFolder: string, language: Language, cancerTypes: readonly string[]): Fault[] {
  return [
    ...faultsOf(() => {
      const files = readLanguageFiles(dataFolder, language);
      refuse([...faultsOfGroups(language, files, cancerTypes), ...faultsOfSafety(language, files)]);
    }),
    ...faultsOfNames(dataFolder, language, cancerTypes),
    ...faultsOf(() => readVariations(dataFolder, language)),
    ...INTENTS.filter((intent) => hasUtterances(dataFolder, language, intent)).flatMap((intent) =>
      faultsOf(() => readText(dataFolder, utterancesFileOf(language, intent))),
    ),
    ...faultsOf(() => readPackedModel(dataFolder, language)),
  ];
}
