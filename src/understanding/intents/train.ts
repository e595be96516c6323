import type { Readers } from '../reading.ts';
import { readUtterance } from '../reading.ts';
import { featuresOf } from './features.ts';
import { INTENTS, type Intent } from './intents.ts';
import { type Classifier, createClassifier, type ModelFile, packModel } from './model.ts';
import { DEFAULT_TRAINING, type Example, type TrainingOptions, trainSoftmax } from './softmax.ts';

/** A training utterance with its intent and features. */
export interface TrainingExample extends Example {
  readonly utterance: string;
  readonly intent: Intent;
}

/** Reads the features of all training utterances. */
export function examplesOf(
  readers: Readers,
  utterances: Readonly<Record<Intent, readonly string[]>>,
): TrainingExample[] {
  return INTENTS.flatMap((intent, label) =>
    utterances[intent].map((utterance) => ({
      utterance,
      intent,
      label,
      features: featuresOf(readUtterance(readers, utterance).facts),
    })),
  );
}

/** Trains the classifier and packs it as a model file. The same utterances always give the same file. */
export function trainModel(
  examples: readonly Example[],
  trainedOn: string,
  options: TrainingOptions = DEFAULT_TRAINING,
): ModelFile {
  return packModel(trainSoftmax(examples, INTENTS.length, options), trainedOn);
}

/**
 * Cross-validation: every fold is classified by a model that was trained on the others. The folds take every n-th
 * utterance of each intent, so that they hold all intents in the same shares.
 *
 * @returns for each example the classifier that has not seen it
 */
export function crossValidate(
  examples: readonly TrainingExample[],
  folds: number,
  options: TrainingOptions = DEFAULT_TRAINING,
): { example: TrainingExample; classifier: Classifier }[] {
  return Array.from({ length: folds }, (_, fold) => {
    const held = examples.filter((_each, place) => place % folds === fold);
    const classifier = createClassifier(
      trainModel(
        examples.filter((_each, place) => place % folds !== fold),
        `fold ${fold}`,
        options,
      ),
    );
    return held.map((example) => ({ example, classifier }));
  }).flat();
}
