import { asksForHelp } from '../../intents/intents.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { ALONE } from './alone.ts';
import { firstTold, type IntentRule } from './intentRule.ts';

/** "She is moving to Germany next month, who is there?": after an answer, a place asks for the same there. */
export const placeInTalk: IntentRule = {
  name: 'place in the talk',
  tell(evidence) {
    const { reading, classification, known } = evidence;
    const offTopic = classification.scores.out_of_scope ?? 0;
    if (!asksForHelp(known.intent) || !reading.countries.country || offTopic >= THRESHOLDS.offTopicInTalk) return null;
    return firstTold(evidence, ALONE).intent === 'out_of_scope'
      ? { intent: 'country_organisations', score: THRESHOLDS.sure }
      : null;
  },
};
