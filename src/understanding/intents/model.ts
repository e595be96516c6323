import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Features, Lexicon } from './features.ts';
import { INTENTS, type Intent, isIntent } from './intents.ts';
import { scoresOf, softmax, type Weights } from './softmax.ts';

/** `data/<language>/intents.model.json`, made by `npm run train`. */
export const modelFile = z.strictObject({
  note: z.string(),
  /** Hash of the utterances that it was trained on; a test fails where they have changed since. */
  trainedOn: z.string(),
  intents: z.array(z.string().refine(isIntent, { error: 'is not an intent' })),
  /** Names of the features, a line each. */
  features: z.string(),
  /** Stems of the lexicon: a line each with its count. */
  lexicon: z.string(),
  /** What one step of the stored weights is worth. */
  step: z.number().positive(),
  /** Weights as signed bytes, deflated (most are 0), in base64: for each feature one for each intent. */
  weights: z.base64(),
});

export type ModelFile = z.infer<typeof modelFile>;

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

/** Writes trained weights as a model file; a byte a weight is enough (measured: no answer changes). */
export function packModel(weights: Weights, lexicon: Lexicon, trainedOn: string): ModelFile {
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
    note: 'Made by "npm run train" from the utterances beside it. Do not edit.',
    trainedOn,
    intents: [...INTENTS],
    features: kept.join('\n'),
    lexicon: [...lexicon].map(([stem, count]) => `${stem} ${Math.min(count, MOST_COUNTED)}`).join('\n'),
    step,
    weights: deflateRawSync(bytes, { level: 9 }).toString('base64'),
  };
}

/** Makes a classifier of a model file. */
export function createClassifier(file: ModelFile): Classifier {
  const intents = file.intents as Intent[];
  const labels = intents.length;
  const places = new Map(file.features.split('\n').map((name, place) => [name, place * labels]));
  const buffer = inflateRawSync(Buffer.from(file.weights, 'base64'));
  const weights = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

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
      values[count] = value * file.step;
      count += 1;
    }
    return {
      all: softmax(scoresOf(weights, labels, known.subarray(0, count), values.subarray(0, count))),
      coverage: words === 0 ? 0 : knownWords / words,
    };
  }

  const lexicon = new Map(
    file.lexicon
      .split('\n')
      .map((line): [string, number] => [line.slice(0, line.indexOf(' ')), Number(line.slice(line.indexOf(' ') + 1))]),
  );
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
      return [...features]
        .flatMap(([feature, value]) => {
          const place = places.get(feature);
          return place === undefined ? [] : [{ feature, adds: weights[place + label]! * file.step * value }];
        })
        .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
        .slice(0, most);
    },
  };
}
