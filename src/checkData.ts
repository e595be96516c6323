import { z } from 'zod';
import { DataError, type Fault, readJson } from './dataFile.ts';
import type { Validator } from './directory/check.ts';
import { runDirectoryCommand } from './directory/command.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { loadMessages } from './messages.ts';
import { withNames } from './understanding/cancer/names.ts';
import { faultsOfSharedNames } from './understanding/cancer/sharedNames.ts';
import type { CancerTypeWords } from './understanding/cancer/vocabulary.ts';
import {
  checkSafetyPhrases,
  readLanguageFiles,
  readUtterances,
  readVariations,
} from './understanding/loadUnderstanding.ts';
import { languagesFile } from './understanding/tellLanguage.ts';
import { loadTheme } from './web/theme.ts';
import { loadPageWords } from './web/words.ts';

/** Runs a reader for its faults alone. */
const faultsOf =
  (read: (dataFolder: string) => unknown): Validator =>
  (dataFolder): Fault[] => {
    try {
      read(dataFolder);
      return [];
    } catch (error) {
      if (error instanceof DataError) return [...error.faults];
      throw error;
    }
  };

/** What the understanding, the conversation and the pages read of one language. */
const validatorsOf = (language: Language): Validator[] => [
  faultsOf((dataFolder) => loadMessages(dataFolder, language)),
  faultsOf((dataFolder) => loadPageWords(dataFolder, language)),
  faultsOf((dataFolder) => readLanguageFiles(dataFolder, language)),
  (dataFolder) => checkSafetyPhrases(dataFolder, language),
  faultsOf((dataFolder) => readUtterances(dataFolder, language)),
  faultsOf((dataFolder) => readVariations(dataFolder, language)),
  faultsOf((dataFolder) => {
    const types = readJson(dataFolder, 'cancer-types.json', z.array(z.custom<CancerTypeWords>()));
    const faults = faultsOfSharedNames(withNames(dataFolder, language, types), language);
    if (faults.length > 0) throw new DataError(faults);
  }),
];

/** `npm run --silent directory -- check`: all of `data/`, what the directory reads and what the understanding reads. */
process.exitCode = runDirectoryCommand(
  process.argv.slice(2),
  (line) => {
    process.stdout.write(`${line}\n`);
  },
  [
    faultsOf((dataFolder) => loadTheme(dataFolder)),
    faultsOf((dataFolder) => readJson(dataFolder, 'languages.json', languagesFile)),
    ...LANGUAGES.flatMap(validatorsOf),
  ],
);
