// What `directory -- check` looks at beside the directory: all that the start looks at, and what takes longer.

import { type Fault, faultsOf, readJson, refuse } from '../dataFiles/dataFile.ts';
import type { Validator } from '../directory/check.ts';
import { readDirectoryData } from '../directory/loadDirectory.ts';
import { withNames } from '../understanding/cancer/names.ts';
import { faultsOfSharedNames } from '../understanding/cancer/sharedNames.ts';
import { readModel } from '../understanding/languageChecks.ts';
import { checkSafetyPhrases, modelFileOf, readTraining } from '../understanding/languageFiles.ts';
import { languagesFile } from '../understanding/tellLanguage.ts';
import { loadTheme } from '../web/server/theme.ts';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../words/languages.ts';
import { cancerIds, faultsAtStart, textsFile } from './startChecks.ts';

/** Runs a reader for its faults alone. */
const validator =
  (read: (dataFolder: string) => unknown): Validator =>
  (dataFolder) =>
    faultsOf(() => read(dataFolder));

/** A model that was trained on other utterances than those beside it. */
function faultsOfAge(dataFolder: string, language: Language): readonly Fault[] {
  return faultsOf(() => {
    const { hash } = readTraining(dataFolder, language);
    if (readModel(dataFolder, language).trainedOn === hash) return;
    const message = 'was trained on other utterances than those beside it; run "npm run train"';
    refuse([{ file: modelFileOf(language), place: 'trainedOn', message }]);
  });
}

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
  (dataFolder) => faultsOfAge(dataFolder, language),
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
