import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJson } from '../../dataFile.ts';
import type { CancerTypeWords } from '../cancer/vocabulary.ts';
import { hashUtterances, loadReaders, readUtterances } from '../loadUnderstanding.ts';
import { examplesOf, trainModel } from './train.ts';

const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
const cancerTypes = readJson(dataFolder, 'cancer-types.json', z.array(z.custom<CancerTypeWords>()));
const utterances = readUtterances(dataFolder, 'en');
const examples = examplesOf(loadReaders(dataFolder, 'en', cancerTypes, []), utterances);
const model = trainModel(examples, hashUtterances(utterances));
writeFileSync(join(dataFolder, 'en/intents.model.json'), `${JSON.stringify(model)}\n`);
process.stdout.write(`Trained on ${examples.length} utterances; data/en/intents.model.json is new.\n`);
