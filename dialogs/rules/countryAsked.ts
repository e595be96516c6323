import { askAnother } from '../replies/questions.ts';
import type { Rule } from './rule.ts';

/** "Help in my country": which one? */
export const countryAsked: Rule = {
  name: 'country asked',
  answer({ understanding, talk }, guide) {
    const { intent, cancerTypes, followUp } = understanding;
    const isUnknown = talk.country === null && cancerTypes.length === 0 && !followUp;
    return intent === 'country_organisations' && isUnknown ? askAnother('country', guide) : null;
  },
};
