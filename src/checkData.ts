import { DataError, type Fault } from './dataFile.ts';
import type { Validator } from './directory/check.ts';
import { runDirectoryCommand } from './directory/command.ts';
import { loadMessages } from './messages.ts';
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
  ],
);
