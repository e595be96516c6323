import { THRESHOLDS } from '../thresholds.ts';
import { type IntentRule, namesOurs } from './intentRule.ts';

/** Words that are strange to us, with nothing of ours among them, are off topic. */
export const strangeWords: IntentRule = {
  name: 'strange words',
  tell({ reading, classification: { scores, coverage }, guess: { top } }) {
    const isStrange =
      !namesOurs(reading) &&
      (top.score < THRESHOLDS.inScope ||
        (scores.out_of_scope ?? 0) >= THRESHOLDS.offTopic ||
        coverage < THRESHOLDS.coverage);
    return isStrange ? { intent: 'out_of_scope', score: 1 - top.score } : null;
  },
};
