// What `directory -- check` looks at beside the directory: all that the start looks at, and what takes longer.

import { DataError, type Fault, faultsOf, readJson, refuse } from '../dataFiles/dataFile.ts';
import type { Validator } from '../directory/check.ts';
import { readDirectoryData } from '../directory/loadDirectory.ts';
import { withNames } from '../understanding/cancer/names.ts';
import { faultsOfSharedNames } from '../understanding/cancer/sharedNames.ts';
import { checkSafetyPhrases, readUtterances } from '../understanding/languageFiles.ts';
import { languagesFile } from '../understanding/tellLanguage.ts';
import { notesOnTraining } from '../understanding/trainingData.ts';
import { loadTheme } from '../web/server/theme.ts';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../words/languages.ts';
import { cancerIds, faultsAtStart, textsFile } from './startChecks.ts';

/** Runs a reader for its faults alone. */
const validator =
  (read: (dataFolder: string) => unknown): Validator =>
  (dataFolder) =>
    faultsOf(() => read(dataFolder));

/** Opening hours and notes of crisis lines that a language says in English only. */
function faultsOfNotes(dataFolder: string, language: Language): readonly Fault[] {
  if (language === DEFAULT_LANGUAGE) return [];
  const lines = readDirectoryData(dataFolder).data.helplines.flatMap(({ crisisLines }) => crisisLines);
  const texts = new Set(lines.flatMap(({ hours, note }) => [hours, note ?? 'unknown']));
  texts.delete('unknown');
  const file = `${language}/notes.json`;
  return faultsOf(() => {
    const notes = readJson(dataFolder, file, textsFile);
    const message = 'is missing, and helplines.json says it: what is it in this language?';
    refuse([...texts].filter((text) => !notes[text]).map((text) => ({ file, place: `"${text}"`, message })));
  });
}

/** What the start does not look at in one language. */
const validatorsOf = (language: Language): Validator[] => [
  validator((dataFolder) => refuse(checkSafetyPhrases(dataFolder, language))),
  validator((dataFolder) => readUtterances(dataFolder, language)),
  (dataFolder) => faultsOfNotes(dataFolder, language),
  validator((dataFolder) => {
    // What is wrong in an entry is told by the directory: only sound ones are compared.
    const { cancerTypes } = readDirectoryData(dataFolder).data;
    refuse(faultsOfSharedNames(withNames(dataFolder, language, cancerTypes), language));
  }),
];

export const dataValidators: readonly Validator[] = [
  validator((dataFolder) => loadTheme(dataFolder)),
  validator((dataFolder) => readJson(dataFolder, 'languages.json', languagesFile)),
  (dataFolder) => faultsAtStart(dataFolder, cancerIds(readDirectoryData(dataFolder))),
  ...LANGUAGES.flatMap(validatorsOf),
];

/** What an editor should know and what is no fault. Where the data have faults, these are said first. */
export const dataNotes: readonly Validator[] = LANGUAGES.map((language) => (dataFolder) => {
  try {
    return notesOnTraining(dataFolder, language);
  } catch (error) {
    if (error instanceof DataError) return [];
    throw error;
  }
});
