import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJson } from '../../dataFile.ts';
import type { CancerTypeWords } from '../cancer/vocabulary.ts';
import { hashTraining, loadReaders, readLanguageFiles, readUtterances, readVariations } from '../loadUnderstanding.ts';
import { trainingExamples, trainModel } from './train.ts';

const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
const cancerTypes = readJson(dataFolder, 'cancer-types.json', z.array(z.custom<CancerTypeWords>()));
const utterances = readUtterances(dataFolder, 'en');
const variations = readVariations(dataFolder, 'en');
const files = readLanguageFiles(dataFolder, 'en');
const readers = loadReaders(dataFolder, 'en', cancerTypes, [], files);
const examples = trainingExamples(readers, utterances, variations);
const model = trainModel(examples, hashTraining(utterances, variations, files.concepts));
writeFileSync(join(dataFolder, 'en/intents.model.json'), `${JSON.stringify(model)}\n`);
process.stdout.write(`Trained on ${examples.length} utterances and variations; data/en/intents.model.json is new.\n`);
