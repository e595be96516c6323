import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataError, faultsOf } from '../dataFiles/dataFile.ts';
import { writeModel } from '../understanding/intents/modelFile.ts';
import { trainingExamples, trainModel } from '../understanding/intents/train.ts';
import { readPackedModel } from '../understanding/languageChecks.ts';
import { modelFileOf } from '../understanding/languageFiles.ts';
import { loadReaders } from '../understanding/loadUnderstanding.ts';
import { changedSince, readTraining } from '../understanding/trainingData.ts';
import { isLanguage, LANGUAGES, type Language } from '../words/languages.ts';

/**
 * `npm run train -- [LANGUAGE…]`: trains the models of the languages, by default of those whose training data are not what
 * their model was trained on.
 */
const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));

/** True where a language has no model that can be read, or one of other data. */
function isOutOfDate(language: Language): boolean {
  if (!existsSync(join(dataFolder, modelFileOf(language)))) return true;
  if (faultsOf(() => readPackedModel(dataFolder, language)).length > 0) return true;
  const { trainedOn } = readTraining(dataFolder, language);
  return changedSince(readPackedModel(dataFolder, language).trainedOn, trainedOn).length > 0;
}

function train(language: Language): void {
  const { utterances, variations, files, cancerTypes, trainedOn } = readTraining(dataFolder, language);
  const readers = loadReaders(dataFolder, language, cancerTypes, () => [], files);
  const examples = trainingExamples(readers, utterances, variations);
  const file = modelFileOf(language);
  writeFileSync(join(dataFolder, file), writeModel(trainModel(examples, trainedOn)));
  process.stdout.write(`Trained on ${examples.length} utterances and variations; data/${file} is new.\n`);
}

/** Gives the exit code: 0 where all is trained, 1 where the data have faults, 2 where the command is not understood. */
function run(asked: readonly string[]): number {
  const unknown = asked.filter((each) => !isLanguage(each));
  if (unknown.length > 0) {
    process.stderr.write(`${unknown.join(', ')}: no language of the guide, which speaks ${LANGUAGES.join(', ')}.\n`);
    return 2;
  }
  try {
    const old = asked.length > 0 ? asked.filter(isLanguage) : LANGUAGES.filter(isOutOfDate);
    for (const language of old) train(language);
    if (old.length === 0) process.stdout.write('Every model is trained on the data beside it.\n');
    return 0;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = run(process.argv.slice(2));
