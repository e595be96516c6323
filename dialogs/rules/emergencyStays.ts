import { INTENT } from '../../src/understanding/intents/intents.ts';
import { emergencyAgain } from '../replies/dangerGoesOn.ts';
import { hasUrgentEmergency } from '../talk.ts';
import type { Rule } from './rule.ts';

/** While an emergency is neither past nor seen to, an empty word gets no farewell, and a wish for advice no advice. */
export const emergencyStays: Rule = {
  name: 'emergency stays',
  answer(turn, guide) {
    const { intent, organisations, command, sure } = turn.understanding;
    if (!hasUrgentEmergency(turn.talk) || organisations.length > 0 || intent === 'restart') return null;
    const { kind, reply } = INTENT[intent];
    const isEmpty =
      command === null
        ? kind === 'talk' || intent === 'feedback' || !sure
        : command === 'nod' || (command === 'skip' && turn.talk.asked === null);
    return isEmpty || reply === 'advice' ? emergencyAgain(turn, guide) : null;
  },
};
