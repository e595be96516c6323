import { fileURLToPath } from 'node:url';
import { createGuide, type Guide } from '../dialogs/guide.ts';
import type { Config } from './config.ts';
import { readAll } from './dataFile.ts';
import { loadDirectory } from './directory/loadDirectory.ts';
import { organisationNames } from './directory/names.ts';
import { createSearch } from './directory/search.ts';
import { loadMessages } from './messages.ts';
import { loadUnderstanding, readLanguageFiles } from './understanding/loadUnderstanding.ts';
import type { Reader } from './understanding/understand.ts';

/** The folder `data/` of the project. */
export const DATA_FOLDER = fileURLToPath(new URL('../data', import.meta.url));

/**
 * Puts the guide together from `data/` and the settings.
 *
 * @throws DataError with the faults of the data files
 */
export function loadGuide(config: Config, dataFolder = DATA_FOLDER): Guide & { readonly reader: Reader } {
  // All files are looked at before anything is built, so that an editor sees every fault at once.
  const { directory, messages, language } = readAll({
    directory: () => loadDirectory({ dataFolder, lists: config.DIRECTORY_LISTS }),
    messages: () => loadMessages(dataFolder, 'en'),
    language: () => readLanguageFiles(dataFolder, 'en'),
  });
  const reader = loadUnderstanding(dataFolder, 'en', directory.cancerTypes, organisationNames(directory), language);
  const society = {
    name: config.SOCIETY_NAME,
    url: config.SOCIETY_URL ?? null,
    email: config.SOCIETY_EMAIL ?? null,
    phone: config.SOCIETY_PHONE ?? null,
  };
  return {
    ...createGuide({ understand: reader.understand, directory, search: createSearch(directory), messages, society }),
    reader,
  };
}
