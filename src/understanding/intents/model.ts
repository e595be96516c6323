import type { Features, Lexicon } from './features.ts';
import type { Intent } from './intents.ts';
import { scoresOf, softmax, type Weights } from './softmax.ts';

/** Hashes of what a model was trained on, by the kind of input (trainingData.ts). */
export type TrainedOn = Readonly<Record<string, string>>;

/** A trained model, as `data/<language>/intents.model` holds it (modelFile.ts). */
export interface Model {
  readonly trainedOn: TrainedOn;
  /** Those that the language has utterances for: it does without the others. */
  readonly intents: readonly Intent[];
  readonly features: readonly string[];
  /** In how many utterances a stem stands, up to `MOST_COUNTED`. */
  readonly lexicon: Lexicon;
  /** What one step of the weights is worth. */
  readonly step: number;
  /** In steps: for each feature one for each intent. */
  readonly weights: Int8Array;
}

/** A classified utterance. */
export interface Classification {
  readonly intent: Intent;
  /** Between 0 and 1. */
  readonly score: number;
  readonly runnerUp: Intent;
  readonly runnerUpScore: number;
  /** Share of the utterance's words that the training utterances know, between 0 and 1. */
  readonly coverage: number;
  readonly scores: Readonly<Record<string, number>>;
}

export interface Classifier {
  readonly lexicon: Lexicon;
  classify(features: Features): Classification;
  /** The features that speak most for an intent, with what each adds: for `ask --explain`. */
  explain(features: Features, intent: Intent, most: number): { feature: string; adds: number }[];
}

/** Features of words begin with "w ". */
const WORD = 'w'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);

/** Counts above that make no difference. */
const MOST_COUNTED = 9;

/** Weights of fewer steps are left out: the file is smaller, and answers stay the same within 0.2 points (measured). */
const LEAST_STEPS = 2;

/** Makes a model of trained weights; a byte a weight is enough (measured: no answer changes). */
export function quantise(weights: Weights, intents: readonly Intent[], lexicon: Lexicon, trainedOn: TrainedOn): Model {
  let largest = 1e-6;
  for (const value of weights.values) largest = Math.max(largest, Math.abs(value));
  const step = largest / 127;
  const names = [...weights.features.keys()];
  const kept = names.filter((name) => {
    const base = weights.features.get(name)! * weights.labels;
    for (let label = 0; label < weights.labels; label += 1)
      if (Math.abs(weights.values[base + label]!) >= LEAST_STEPS * step) return true;
    return false;
  });
  const bytes = new Int8Array(kept.length * weights.labels);
  for (const [place, name] of kept.entries()) {
    const base = weights.features.get(name)! * weights.labels;
    for (let label = 0; label < weights.labels; label += 1) {
      const steps = Math.round(weights.values[base + label]! / step);
      bytes[place * weights.labels + label] = Math.abs(steps) < LEAST_STEPS ? 0 : steps;
    }
  }
  return {
    trainedOn,
    intents,
    features: kept,
    lexicon: new Map([...lexicon].map(([stem, count]) => [stem, Math.min(count, MOST_COUNTED)])),
    step,
    weights: bytes,
  };
}

/** Makes a classifier of a model. */
export function createClassifier({ intents, features: names, lexicon, step, weights }: Model): Classifier {
  const labels = intents.length;
  const places = new Map(names.map((name, place) => [name, place * labels]));

  /** The scores of all intents, and the share of the words that are known. */
  function scores(features: Features): { all: Float64Array; coverage: number } {
    const known = new Int32Array(features.size);
    const values = new Float32Array(features.size);
    let count = 0;
    let words = 0;
    let knownWords = 0;
    for (const [name, value] of features) {
      const place = places.get(name);
      const isWord = name.charCodeAt(0) === WORD && name.charCodeAt(1) === SPACE;
      if (isWord) words += 1;
      if (place === undefined) continue;
      if (isWord) knownWords += 1;
      known[count] = place;
      values[count] = value * step;
      count += 1;
    }
    return {
      all: softmax(scoresOf(weights, labels, known.subarray(0, count), values.subarray(0, count))),
      coverage: words === 0 ? 0 : knownWords / words,
    };
  }

  return {
    lexicon,
    classify(features) {
      const { all, coverage } = scores(features);
      let best = 0;
      let second = -1;
      for (let label = 1; label < labels; label += 1) {
        if (all[label]! > all[best]!) {
          second = best;
          best = label;
        } else if (second === -1 || all[label]! > all[second]!) second = label;
      }
      return {
        intent: intents[best]!,
        score: all[best]!,
        runnerUp: intents[second]!,
        runnerUpScore: all[second]!,
        coverage,
        scores: Object.fromEntries(intents.map((intent, label) => [intent, all[label]!])),
      };
    },
    explain(features, intent, most) {
      const label = intents.indexOf(intent);
      // A rule may have told an intent that the language has no utterances for.
      if (label === -1) return [];
      return [...features]
        .flatMap(([feature, value]) => {
          const place = places.get(feature);
          return place === undefined ? [] : [{ feature, adds: weights[place + label]! * step * value }];
        })
        .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
        .slice(0, most);
    },
  };
}
