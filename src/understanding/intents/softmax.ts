import type { Features } from './features.ts';

/** One labelled utterance. */
export interface Example {
  readonly features: Features;
  readonly label: number;
}

export interface TrainingOptions {
  readonly rounds: number;
  /** First step of the gradient. */
  readonly rate: number;
  /** Strength with which weights are drawn to 0. */
  readonly decay: number;
  /** A feature must occur in so many utterances. */
  readonly least: number;
  readonly seed: number;
}

/** Chosen by cross-validation (docs/decisions/understanding.md). */
export const DEFAULT_TRAINING: TrainingOptions = { rounds: 24, rate: 0.5, decay: 5e-5, least: 4, seed: 7 };

/** Weights of a trained classifier: for each feature one for each label. */
export interface Weights {
  readonly features: ReadonlyMap<string, number>;
  readonly labels: number;
  readonly values: Float32Array;
}

/** A small generator of random numbers, so that training gives the same model each time (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    scores[label] = Math.exp(scores[label]! - highest);
    sum += scores[label]!;
  }
  for (let label = 0; label < scores.length; label += 1) scores[label]! /= sum;
  return scores;
}

/**
 * Trains a multinomial logistic regression by stochastic gradient descent with AdaGrad steps
 * (Duchi, Hazan, Singer 2011) and weight decay on the features of each example.
 *
 * @param examples the labelled utterances
 * @param labels the number of labels
 */
export function trainSoftmax(
  examples: readonly Example[],
  labels: number,
  options: TrainingOptions = DEFAULT_TRAINING,
): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const features = new Map<string, number>();
  for (const [name, count] of counts) if (count >= options.least) features.set(name, features.size);

  const rows = examples.map(({ features: all, label }) => {
    const known = [...all].filter(([name]) => features.has(name));
    return {
      label,
      places: Int32Array.from(known, ([name]) => features.get(name)! * labels),
      values: Float32Array.from(known, ([, value]) => value),
    };
  });
  const perLabel = new Float64Array(labels);
  for (const { label } of rows) perLabel[label]! += 1;
  const mean = rows.length / labels;
  // Labels with few utterances count more, but not in full: those with many are also asked more often.
  const importance = perLabel.map((count) => Math.max(1, Math.sqrt(mean / Math.max(count, 1))));

  const values = new Float32Array(features.size * labels);
  const squares = new Float32Array(features.size * labels).fill(1e-3);
  const random = generator(options.seed);
  const order = rows.map((_, index) => index);
  for (let round = 0; round < options.rounds; round += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other]!, order[index]!];
    }
    for (const index of order) {
      const row = rows[index]!;
      const scores = scoresOf(values, labels, row.places, row.values);
      const errors = softmax(scores);
      errors[row.label]! -= 1;
      for (let label = 0; label < labels; label += 1) errors[label]! *= importance[row.label]!;
      for (let place = 0; place < row.places.length; place += 1) {
        const value = row.values[place]!;
        const base = row.places[place]!;
        for (let label = 0; label < labels; label += 1) {
          const gradient = errors[label]! * value + options.decay * values[base + label]!;
          squares[base + label]! += gradient * gradient;
          values[base + label]! -= (options.rate * gradient) / Math.sqrt(squares[base + label]!);
        }
      }
    }
  }
  return { features, labels, values };
}

/** Scores of all labels, before `softmax`. `places` are positions of the features' first weights. */
export function scoresOf(
  weights: Float32Array | Int8Array,
  labels: number,
  places: Int32Array,
  values: Float32Array,
): Float64Array {
  const scores = new Float64Array(labels);
  for (let place = 0; place < places.length; place += 1) {
    const base = places[place]!;
    const value = values[place]!;
    for (let label = 0; label < labels; label += 1) scores[label]! += weights[base + label]! * value;
  }
  return scores;
}
