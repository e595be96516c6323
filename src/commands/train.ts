import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJson } from '../dataFiles/dataFile.ts';
import { withNames } from '../understanding/cancer/names.ts';
import type { CancerTypeWords } from '../understanding/cancer/vocabulary.ts';
import { modelFile } from '../understanding/intents/model.ts';
import { trainingExamples, trainModel } from '../understanding/intents/train.ts';
import { modelFileOf, readLanguageFiles, readTraining } from '../understanding/languageFiles.ts';
import { loadReaders } from '../understanding/loadUnderstanding.ts';
import { isLanguage, LANGUAGES, type Language } from '../words/languages.ts';

/**
 * `npm run train -- [LANGUAGE…]`: trains the models of the languages, by default of those whose training data are not what
 * their model was trained on.
 */
const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));
const cancerTypes = readJson(dataFolder, 'cancer-types.json', z.array(z.custom<CancerTypeWords>()));

function isOutOfDate(language: Language): boolean {
  const file = modelFileOf(language);
  if (!existsSync(join(dataFolder, file))) return true;
  return readJson(dataFolder, file, modelFile).trainedOn !== readTraining(dataFolder, language).hash;
}

const asked = process.argv.slice(2).filter(isLanguage);
for (const language of asked.length > 0 ? asked : LANGUAGES.filter(isOutOfDate)) {
  const { utterances, variations, hash } = readTraining(dataFolder, language);
  const files = readLanguageFiles(dataFolder, language);
  const readers = loadReaders(dataFolder, language, withNames(dataFolder, language, cancerTypes), () => [], files);
  const examples = trainingExamples(readers, utterances, variations);
  const file = modelFileOf(language);
  writeFileSync(join(dataFolder, file), `${JSON.stringify(trainModel(examples, hash))}\n`);
  process.stdout.write(`Trained on ${examples.length} utterances and variations; data/${file} is new.\n`);
}
