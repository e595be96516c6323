import { crisis, emergency } from '../replies/danger.ts';
import type { Rule } from './rule.ts';

/** A mere place after a danger brings the numbers that work there. */
export const placeAfterDanger: Rule = {
  name: 'place after danger',
  answer(turn, guide) {
    const { intent, cancerTypes, country, organisations, command, topic } = turn.understanding;
    const { danger } = turn.talk;
    const newWish = cancerTypes.length > 0 || organisations.length > 0 || command !== null || topic !== null;
    if (danger === null || country === null || newWish || intent !== 'country_organisations') return null;
    return danger === 'crisis' ? crisis(turn, guide) : emergency(turn, guide);
  },
};
