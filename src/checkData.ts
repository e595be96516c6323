import { z } from 'zod';
import { DataError, type Fault, readJson } from './dataFile.ts';
import type { Validator } from './directory/check.ts';
import { runDirectoryCommand } from './directory/command.ts';
import { loadMessages } from './messages.ts';
import { faultsOfSharedNames } from './understanding/cancer/sharedNames.ts';
import type { CancerTypeWords } from './understanding/cancer/vocabulary.ts';
import {
  checkSafetyPhrases,
  readLanguageFiles,
  readUtterances,
  readVariations,
} from './understanding/loadUnderstanding.ts';
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

const sharedNames: Validator = (dataFolder) => {
  try {
    return faultsOfSharedNames(readJson(dataFolder, 'cancer-types.json', z.array(z.custom<CancerTypeWords>())), 'en');
  } catch {
    // A file that cannot be read is a fault that the directory itself tells of.
    return [];
  }
};

/** `npm run --silent directory -- check`: all of `data/`, what the directory reads and what the understanding reads. */
process.exitCode = runDirectoryCommand(
  process.argv.slice(2),
  (line) => {
    process.stdout.write(`${line}\n`);
  },
  [
    faultsOf((dataFolder) => loadMessages(dataFolder, 'en')),
    faultsOf((dataFolder) => loadPageWords(dataFolder, 'en')),
    faultsOf((dataFolder) => loadTheme(dataFolder)),
    faultsOf((dataFolder) => readLanguageFiles(dataFolder, 'en')),
    (dataFolder) => checkSafetyPhrases(dataFolder, 'en'),
    faultsOf((dataFolder) => readUtterances(dataFolder, 'en')),
    faultsOf((dataFolder) => readVariations(dataFolder, 'en')),
    sharedNames,
  ],
);
