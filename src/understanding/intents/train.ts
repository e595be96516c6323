import { type Readers, type Reading, readUtterance } from '../reading.ts';
import { type Facts, featuresOf, type Lexicon, stemsOf } from './features.ts';
import { INTENTS, type Intent } from './intents.ts';
import { type Classifier, createClassifier, type Model, quantise, type TrainedOn } from './model.ts';
import { DEFAULT_TRAINING, type TrainingOptions, trainSoftmax } from './softmax.ts';
import { type Variations, vary } from './variations.ts';

/** A training utterance, read. */
export interface TrainingExample {
  readonly utterance: string;
  readonly intent: Intent;
  readonly facts: Facts;
}

/** Reads all training utterances. */
export function examplesOf(
  readers: Readers,
  utterances: Readonly<Record<Intent, readonly string[]>>,
): TrainingExample[] {
  return INTENTS.flatMap((intent) =>
    utterances[intent].map((utterance) => {
      const reading: Reading = readUtterance(readers, utterance);
      return { utterance, intent, facts: reading.facts };
    }),
  );
}

function lexiconOf(examples: readonly TrainingExample[]): Lexicon {
  const counts = new Map<string, number>();
  for (const { intent, facts } of examples) {
    if (intent === 'out_of_scope') continue;
    for (const stem of stemsOf(facts)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Trains the classifier. The same utterances always give the same model; an intent without any is left out of it. */
export function trainModel(
  examples: readonly TrainingExample[],
  trainedOn: TrainedOn,
  options: TrainingOptions = DEFAULT_TRAINING,
): Model {
  const lexicon = lexiconOf(examples);
  const intents = INTENTS.filter((intent) => examples.some((example) => example.intent === intent));
  const rows = examples.map(({ intent, facts }) => ({
    label: intents.indexOf(intent),
    // What an utterance itself added to the lexicon must not make its words known.
    features: featuresOf(facts, lexicon, intent !== 'out_of_scope'),
  }));
  return quantise(trainSoftmax(rows, intents.length, options), intents, lexicon, trainedOn);
}

/** All that a model is trained on: the utterances and their variations, read. */
export function trainingExamples(
  readers: Readers,
  utterances: Readonly<Record<Intent, readonly string[]>>,
  variations: Variations,
): TrainingExample[] {
  return [...examplesOf(readers, utterances), ...examplesOf(readers, vary(utterances, variations))];
}

/** An utterance that a classifier has not seen. */
export interface HeldOut {
  readonly utterance: string;
  readonly intent: Intent;
  readonly classifier: Classifier;
}

/**
 * Cross-validation: every fold is classified by a model that was trained on the others and their variations. The folds
 * take every n-th utterance of an intent, so that they hold all intents in the same shares.
 *
 * @param onFold told before each fold, from 0
 * @returns for each utterance the classifier that has not seen it
 */
export function crossValidate(
  readers: Readers,
  utterances: Readonly<Record<Intent, readonly string[]>>,
  variations: Variations,
  folds: number,
  onFold: (fold: number) => void,
): HeldOut[] {
  const part = (keep: (place: number) => boolean): Record<Intent, string[]> =>
    Object.fromEntries(
      INTENTS.map((intent) => [intent, utterances[intent].filter((_utterance, place) => keep(place))]),
    ) as Record<Intent, string[]>;
  return Array.from({ length: folds }, (_, fold) => {
    onFold(fold);
    const rest = part((place) => place % folds !== fold);
    const classifier = createClassifier(trainModel(trainingExamples(readers, rest, variations), {}));
    const held = part((place) => place % folds === fold);
    return INTENTS.flatMap((intent) => held[intent].map((utterance) => ({ utterance, intent, classifier })));
  }).flat();
}
