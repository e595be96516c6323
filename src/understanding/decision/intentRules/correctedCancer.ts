import { asksForHelp } from '../../intents/intents.ts';
import type { IntentRule } from './intentRule.ts';

/** "No, not the lung, the prostate": the same is wanted, for the cancer that is meant. */
export const correctedCancer: IntentRule = {
  name: 'corrected cancer',
  tell({ reading: { cancer, facts }, known }) {
    const isCorrection = cancer.negated.length > 0 && cancer.types.length > 0 && !facts.question;
    return asksForHelp(known.intent) && isCorrection ? { intent: known.intent, score: 1 } : null;
  },
};
