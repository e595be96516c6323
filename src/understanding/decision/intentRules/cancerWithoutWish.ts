import { asksForHelp } from '../../intents/intents.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { IntentRule } from './intentRule.ts';

/** Who names a cancer wants help with it: a guess of what kind of help is better than asking back. */
export const cancerWithoutWish: IntentRule = {
  name: 'cancer without a wish',
  tell({ reading, guess: { top } }) {
    if (reading.cancer.types.length === 0 || top.score >= THRESHOLDS.sure) return null;
    return { intent: asksForHelp(top.intent) ? top.intent : 'find_organisation', score: THRESHOLDS.sure };
  },
};
