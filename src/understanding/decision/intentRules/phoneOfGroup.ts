import { THRESHOLDS } from '../thresholds.ts';
import { type IntentRule, namesOurs, organisationsOf } from './intentRule.ts';

/** "Breast cancer in the UK, only with a phone line": who is to be called is a group, not the society. */
export const phoneOfGroup: IntentRule = {
  name: 'phone of a group',
  tell({ reading, guess }) {
    const byPhone = reading.commands.within.includes('only-helpline');
    const isOfGroup = namesOurs(reading) || reading.countries.country !== null;
    return guess.top.intent === 'human_contact' && byPhone && isOfGroup
      ? organisationsOf(reading, THRESHOLDS.sure)
      : null;
  },
};
