import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJson } from '../../dataFile.ts';
import type { CancerTypeWords } from '../cancer/vocabulary.ts';
import { hashTraining, loadReaders, readUtterances, readVariations } from '../loadUnderstanding.ts';
import { examplesOf, trainModel } from './train.ts';
import { vary } from './variations.ts';

const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
const cancerTypes = readJson(dataFolder, 'cancer-types.json', z.array(z.custom<CancerTypeWords>()));
const utterances = readUtterances(dataFolder, 'en');
const variations = readVariations(dataFolder, 'en');
const readers = loadReaders(dataFolder, 'en', cancerTypes, []);
const examples = [...examplesOf(readers, utterances), ...examplesOf(readers, vary(utterances, variations))];
const model = trainModel(examples, hashTraining(utterances, variations));
writeFileSync(join(dataFolder, 'en/intents.model.json'), `${JSON.stringify(model)}\n`);
process.stdout.write(`Trained on ${examples.length} utterances and variations; data/en/intents.model.json is new.\n`);
