import { THRESHOLDS } from '../thresholds.ts';
import { type IntentRule, namesOurs } from './intentRule.ts';

/** Off topic by the classifier, but for whoever names one of our organisations, or a cancer where it is not that sure. */
export const offTopic: IntentRule = {
  name: 'off topic',
  tell({ reading, guess: { top, next } }) {
    if (top.intent !== 'out_of_scope') return null;
    if (reading.organisations.ids.length > 0) return { intent: 'find_organisation', score: THRESHOLDS.sure };
    return namesOurs(reading) && top.score < THRESHOLDS.offTopicWithCancer ? next : top;
  },
};
