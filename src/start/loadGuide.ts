import { fileURLToPath } from 'node:url';
import { createGuide, type Guide, type Languages } from '../../dialogs/guide.ts';
import type { Config } from '../config.ts';
import { readAll, readJson, refuse } from '../dataFiles/dataFile.ts';
import { countriesToCover } from '../directory/countries.ts';
import { createDirectory, readDirectoryData } from '../directory/loadDirectory.ts';
import { organisationNames } from '../directory/names.ts';
import { createReplaceable, type ReplaceableDirectory } from '../directory/replaceable.ts';
import { withNames, wordsOfNames } from '../understanding/cancer/names.ts';
import { commonWords } from '../understanding/commonWords.ts';
import { loadUnderstanding } from '../understanding/loadUnderstanding.ts';
import { createTellLanguage, languagesFile } from '../understanding/tellLanguage.ts';
import { foldPhrase } from '../understanding/tokens.ts';
import type { Reader } from '../understanding/understand.ts';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../words/languages.ts';
import { loadMessages } from '../words/messages.ts';
import { cancerIds, faultsAtStart, textsFile } from './startChecks.ts';

/** The folder `data/` of the project. */
export const DATA_FOLDER = fileURLToPath(new URL('../../data', import.meta.url));

/** The guide in one language, with its workings for `ask --explain`. */
export type LoadedGuide = Guide & {
  readonly reader: Reader;
  readonly languages: Languages & { guide(language: Language): LoadedGuide };
  /** Puts another directory in the place of this one, in all languages, while the program runs. */
  readonly replaceDirectory: ReplaceableDirectory['replace'];
};

/** The names of one word that the countries of Europe have in our languages, folded: people write them in any language. */
function countryNames(): ReadonlySet<string> {
  return new Set(
    LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      return countriesToCover.flatMap((code) => {
        const words = foldPhrase(names.of(code) ?? '');
        return words.length === 1 ? words : [];
      });
    }),
  );
}

/** Makes a value for each language when it is first asked for. */
function forEachLanguage<Value>(make: (language: Language) => Value): (language: Language) => Value {
  const made = new Map<Language, Value>();
  return (language) => {
    const value = made.get(language) ?? make(language);
    made.set(language, value);
    return value;
  };
}

/**
 * Looks at all of `data/` but the theme, in every language, and reads what the guide is built of.
 *
 * @throws DataError with every fault that shows without building anything
 */
export function readStartData(config: Pick<Config, 'DIRECTORY_LISTS'>, dataFolder: string) {
  const { data, faults } = readDirectoryData(dataFolder);
  return readAll({
    directory: () => {
      refuse(faults);
      return createDirectory(data, config.DIRECTORY_LISTS);
    },
    languageNames: () => readJson(dataFolder, 'languages.json', languagesFile),
    others: () => refuse(faultsAtStart(dataFolder, cancerIds({ data, faults }))),
  });
}

/**
 * Puts the guide together from `data/` and the settings: in English now, in each other language when somebody speaks it.
 *
 * @throws DataError with the faults of the data files
 */
export function loadGuide(config: Config, dataFolder = DATA_FOLDER): LoadedGuide {
  // All files are looked at before anything is built, so that an editor sees every fault at once.
  const { directory: loaded, languageNames } = readStartData(config, dataFolder);
  const replaceable = createReplaceable(loaded);
  const { directory, search } = replaceable;
  let names = { version: directory.version, list: organisationNames(directory) };
  const namesNow = () => {
    if (names.version !== directory.version) names = { version: directory.version, list: organisationNames(directory) };
    return names.list;
  };
  const societyIn = (language: Language) => ({
    name: config.SOCIETY_NAME ?? languageNames.languages[language].society,
    url: config.SOCIETY_URL ?? null,
    email: config.SOCIETY_EMAIL ?? null,
    phone: config.SOCIETY_PHONE ?? null,
  });
  const typesIn = forEachLanguage((language) => withNames(dataFolder, language, directory.cancerTypes));
  const nameWordsIn = forEachLanguage((language) => wordsOfNames(typesIn(language), language));
  const guideIn = forEachLanguage((language): LoadedGuide => {
    const reader = loadUnderstanding(dataFolder, language, typesIn(language), namesNow);
    const texts = (file: string): Record<string, string> =>
      language === DEFAULT_LANGUAGE ? {} : readJson(dataFolder, `${language}/${file}`, textsFile);
    const guide = createGuide({
      language,
      languages,
      understand: reader.understand,
      tellsDanger: reader.tellsDanger,
      directory,
      cancerTypes: typesIn(language),
      descriptions: texts('descriptions.json'),
      notes: texts('notes.json'),
      search,
      messages: loadMessages(dataFolder, language),
      society: societyIn(language),
    });
    return { ...guide, languages, reader, replaceDirectory: replaceable.replace };
  });
  // "Do you know Europa Uomo?" is English: a name belongs to whoever uses it.
  const nameOfCountry = countryNames();
  const nameWords = new Set(namesNow().flatMap(({ phrases }) => phrases.flatMap(({ phrase }) => foldPhrase(phrase))));
  const isForeignName = (word: string): boolean =>
    (nameWords.has(word) && !commonWords(DEFAULT_LANGUAGE).has(word)) || nameOfCountry.has(word);
  const languages: LoadedGuide['languages'] = {
    names: languageNames.languages,
    foreign: languageNames.foreign,
    tell: createTellLanguage(
      languageNames,
      (word) => (isForeignName(word) ? [] : LANGUAGES.filter((language) => commonWords(language).has(word))),
      (word) => (isForeignName(word) ? [] : LANGUAGES.filter((language) => nameWordsIn(language).has(word))),
    ),
    guide: guideIn,
  };
  return guideIn(DEFAULT_LANGUAGE);
}
