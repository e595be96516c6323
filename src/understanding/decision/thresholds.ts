/** Thresholds between 0 and 1, chosen by cross-validation and on off-topic questions (docs/decisions/understanding.md). */
export const THRESHOLDS = {
  /** Below this score the bot asks back. */
  sure: 0.4,
  /** Below this score, with nothing of cancer in it, an utterance is none of ours. */
  inScope: 0.3,
  /** Below this share of known words, with nothing of cancer in it, an utterance is none of ours. */
  coverage: 0.5,
  /** An utterance that names a cancer is off topic only where the classifier is that sure. */
  offTopicWithCancer: 0.7,
  /** After an answer with organisations, an utterance that names a place is off topic from this score on. */
  offTopicInTalk: 0.4,
  /** An utterance that names nothing of ours is off topic from this score of "off topic" on. */
  offTopic: 0.15,
  /** A danger that only the classifier supposes is the intent from this score on; below, the next best intent is. */
  dangerIntent: 0.3,
  /** A certain wish for medical advice of the rules is the intent where the classifier holds it at least that likely. */
  advice: 0.15,
} as const;
