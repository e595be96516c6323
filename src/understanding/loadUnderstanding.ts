import { DataError, readAll } from '../dataFiles/dataFile.ts';
import type { Language } from '../words/languages.ts';
import { createCancerTypes } from './cancer/cancerTypes.ts';
import type { CancerTypeWords } from './cancer/vocabulary.ts';
import { createCommands } from './commands.ts';
import { commonWords } from './commonWords.ts';
import { createCountries } from './countries.ts';
import { createConcepts } from './intents/features.ts';
import { createClassifier } from './intents/model.ts';
import { readModel } from './languageChecks.ts';
import { type LanguageFiles, readLanguageFiles } from './languageFiles.ts';
import { followOrganisationNames, type OrganisationName } from './organisationNames.ts';
import { createPerson } from './person.ts';
import type { Readers } from './reading.ts';
import { createAfterDanger } from './safety/afterDanger.ts';
import { PhraseError } from './safety/phrase.ts';
import { createSafety } from './safety/safety.ts';
import { createStemmer } from './stemmers.ts';
import { fold } from './tokens.ts';
import { createReader, type Reader } from './understand.ts';

/**
 * Reads everything that understanding needs, without the trained model.
 *
 * @param cancerTypes the entries of `data/cancer-types.json`
 * @param organisations gives the names by which organisations are asked for now
 * @throws DataError with every fault of the files
 */
export function loadReaders(
  dataFolder: string,
  language: Language,
  cancerTypes: readonly CancerTypeWords[],
  organisations: () => readonly OrganisationName[],
  files: LanguageFiles = readLanguageFiles(dataFolder, language),
): Readers {
  const common = commonWords(language);
  // A word on its own among the ordinary phrases is one that the list of common words lacks: "showering".
  const more = new Set(files.ordinary.map(fold));
  const isOrdinary = (word: string): boolean => common.has(word) || more.has(word);
  let safety: Readers['safety'];
  try {
    safety = createSafety(files, new Map(Object.entries(files.shortForms)), isOrdinary);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    throw new DataError([{ file: `${language}/safety`, place: 'a phrase', message: error.message }]);
  }
  const shortForms = new Map(Object.entries(files.shortForms));
  const stem = createStemmer(language, isOrdinary);
  return {
    safety,
    afterDanger: createAfterDanger(files.afterDanger, shortForms, isOrdinary),
    language,
    cancerTypes: createCancerTypes(language, cancerTypes, files.cancerWords, files.ordinary, isOrdinary),
    countries: createCountries(language, files.countries, isOrdinary),
    organisations: followOrganisationNames(organisations, new Set(files.commands.nameFillers), isOrdinary),
    person: createPerson(files.people),
    commands: createCommands(files.commands),
    isOrdinary,
    stem,
    conceptsOf: createConcepts(files.concepts, stem),
  };
}

/**
 * Makes the understanding of one language from `data/`.
 *
 * @throws DataError with every fault of the files
 */
export function loadUnderstanding(
  dataFolder: string,
  language: Language,
  cancerTypes: readonly CancerTypeWords[],
  organisations: () => readonly OrganisationName[],
  files: LanguageFiles = readLanguageFiles(dataFolder, language),
): Reader {
  const { readers, model } = readAll({
    readers: () => loadReaders(dataFolder, language, cancerTypes, organisations, files),
    model: () => readModel(dataFolder, language),
  });
  return createReader(readers, createClassifier(model));
}
