import { isDanger } from '../../src/understanding/understanding.ts';
import { crisisGoesOn, emergencyGoesOn } from '../replies/dangerGoesOn.ts';
import type { Rule } from './rule.ts';

/** What people ask next, once a danger was told: may it wait, is it bad to call at night, nobody answers … */
export const afterDanger: Rule = {
  name: 'after danger',
  answer(turn, guide) {
    const { danger } = turn.talk;
    const { afterDanger: asked, safety } = turn.understanding;
    if (danger === null || asked === null) return null;
    // A danger that words tell of is answered as one, whatever else is asked; but "I have called an ambulance" is none.
    const isTold = isDanger(safety) && safety.certain && safety.rule !== 'classifier';
    const isOver = danger === 'emergency' && safety.class === 'emergency' && (asked === 'helped' || asked === 'past');
    if (isTold && !isOver) return null;
    return danger === 'crisis' ? crisisGoesOn(asked, turn, guide) : emergencyGoesOn(asked, turn, guide);
  },
};
