import { decide } from './decision/decide.ts';
import { type Facts, featuresOf } from './intents/features.ts';
import type { Classification, Classifier } from './intents/model.ts';
import { type Readers, type Reading, readUtterance } from './reading.ts';
import { readText } from './readText.ts';
import { type Known, NOTHING_KNOWN, type Understanding } from './understanding.ts';

export type Understand = (utterance: string, known?: Known) => Understanding;

/** An understanding with its workings, for `ask --explain`. */
export interface Reader {
  readonly understand: Understand;
  /** True where the rules find a danger: a small part of the work of understanding. */
  tellsDanger(utterance: string): boolean;
  read(utterance: string): Reading;
  classify(facts: Facts): Classification;
  readonly classifier: Classifier;
}

/**
 * Makes the understanding: a pure function from an utterance, and what is known of the talk, to what it means.
 *
 * @returns `understand`, which never throws, whatever text it is given; and its workings
 */
export function createReader(readers: Readers, classifier: Classifier): Reader {
  const classify = (facts: Facts): Classification => classifier.classify(featuresOf(facts, classifier.lexicon, false));
  return {
    classifier,
    classify,
    read: (utterance) => readUtterance(readers, utterance),
    tellsDanger: (utterance) =>
      readers.safety(readText(utterance).tokens).some((finding) => finding.class !== 'medical-advice'),
    understand: (utterance, known = NOTHING_KNOWN) => {
      const reading = readUtterance(readers, utterance);
      const afterDanger = known.danger === null ? null : readers.afterDanger(reading.tokens);
      return decide({ ...reading, afterDanger }, classify(reading.facts), known);
    },
  };
}
