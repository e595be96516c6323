// What is looked at before the program serves anybody: all files of data/ in all languages, since a language is only
// loaded when somebody speaks it, and a fault that shows then meets a visitor.

import { z } from 'zod';
import { type Fault, faultsOf, readAll, readJson } from '../dataFiles/dataFile.ts';
import type { readDirectoryData } from '../directory/loadDirectory.ts';
import { faultsOfLanguage } from '../understanding/languageChecks.ts';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../words/languages.ts';
import { faultsOfSentences } from '../words/sentenceChecks.ts';

const sentence = z.string().regex(/\S/, { error: 'is empty; write the text, or remove it' });

/** Texts of the data in a language: what organisations do, by id; further notes, by the English text. */
export const textsFile = z.record(z.string(), sentence);

/** Lists of sentences, `data/<language>/<name>.json`. */
const SENTENCES = ['messages', 'pages'];

/** Texts of the app for Teams, by their place in its manifest. `npm run teams:package` checks what Teams makes of them. */
const teamsTexts = z.record(z.string(), sentence);
const teamsManifest = z.looseObject({
  manifestVersion: sentence,
  version: sentence,
  icons: z.looseObject({ color: sentence, outline: sentence }),
});

function faultsOfTeams(dataFolder: string): readonly Fault[] {
  return faultsOf(() =>
    readAll({
      manifest: () => readJson(dataFolder, 'teams/manifest.json', teamsManifest),
      ...Object.fromEntries(
        LANGUAGES.map((language) => [language, () => readJson(dataFolder, `teams/${language}.json`, teamsTexts)]),
      ),
    }),
  );
}

/** Every fault in the files of one language that shows without making anything of them. */
export function faultsOfOneLanguage(dataFolder: string, language: Language, cancerTypes: readonly string[]): Fault[] {
  const texts = language === DEFAULT_LANGUAGE ? [] : ['descriptions.json', 'notes.json'];
  return [
    ...faultsOfLanguage(dataFolder, language, cancerTypes),
    ...texts.flatMap((file) => faultsOf(() => readJson(dataFolder, `${language}/${file}`, textsFile))),
  ];
}

/** Every fault in what all languages have alike, compared with each other. */
export function faultsBetweenLanguages(dataFolder: string): Fault[] {
  return [...SENTENCES.flatMap((name) => faultsOfSentences(dataFolder, name)), ...faultsOfTeams(dataFolder)];
}

/** The ids of the cancer types; none where their file has faults, so that no other file is blamed for them. */
export function cancerIds({ data, faults }: ReturnType<typeof readDirectoryData>): readonly string[] {
  return faults.some(({ file }) => file === 'cancer-types.json') ? [] : data.cancerTypes.map(({ id }) => id);
}

/** Every fault in `data/` beside those of the directory itself and of the theme, which their readers find. */
export function faultsAtStart(dataFolder: string, cancerTypes: readonly string[]): Fault[] {
  return [
    ...faultsBetweenLanguages(dataFolder),
    ...LANGUAGES.flatMap((language) => faultsOfOneLanguage(dataFolder, language, cancerTypes)),
  ];
}
