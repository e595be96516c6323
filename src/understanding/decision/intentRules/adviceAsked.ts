import { THRESHOLDS } from '../thresholds.ts';
import type { IntentRule } from './intentRule.ts';

/** A wish for medical advice that the rules are certain of, and that the classifier does not rule out. */
export const adviceAsked: IntentRule = {
  name: 'advice asked',
  tell({ reading, classification }) {
    const score = classification.scores.medical_advice ?? 0;
    const isCertain = reading.safety.some((each) => each.class === 'medical-advice' && each.certain);
    return isCertain && score >= THRESHOLDS.advice
      ? { intent: 'medical_advice', score: Math.max(score, THRESHOLDS.sure) }
      : null;
  },
};
