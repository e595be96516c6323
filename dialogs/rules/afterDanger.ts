import { asksForHelp } from '../../src/understanding/intents/intents.ts';
import { isDanger } from '../../src/understanding/understanding.ts';
import type { Turn } from '../guide.ts';
import { crisisGoesOn, emergencyGoesOn } from '../replies/dangerGoesOn.ts';
import type { Rule } from './rule.ts';

/** True for what the person says of an emergency to end it: help is called, or the signs are gone. */
export function endsEmergency({ talk, understanding: { afterDanger: said } }: Turn): boolean {
  return talk.danger === 'emergency' && (said === 'helped' || said === 'past');
}

/** True where the message asks for something of its own, too. Said with the end of an emergency, a need alone is a wish. */
function isWish(turn: Turn): boolean {
  const { cancerTypes, organisations, intent, country, topic, sure } = turn.understanding;
  const isNeed = country !== null || (endsEmergency(turn) && topic !== null && sure);
  return cancerTypes.length > 0 || organisations.length > 0 || (asksForHelp(intent) && isNeed);
}

/** What people ask next, once a danger was told: may it wait, is it bad to call at night, nobody answers … */
export const afterDanger: Rule = {
  name: 'after danger',
  answer(turn, guide) {
    const { understanding, talk } = turn;
    const { afterDanger: asked, safety } = understanding;
    if (talk.danger === null || asked === null) return null;
    // A danger that words tell of is answered as one, whatever else is asked; but "I have called an ambulance" is none.
    const isTold = isDanger(safety) && safety.certain && safety.rule !== 'classifier';
    if (isTold && !(endsEmergency(turn) && safety.class === 'emergency')) return null;
    if (talk.danger === 'emergency' && !endsEmergency(turn)) return emergencyGoesOn(asked, turn, guide);
    // A wish is answered, and its answer carries the line.
    if (isWish(turn)) return null;
    return talk.danger === 'crisis' ? crisisGoesOn(asked, turn, guide) : emergencyGoesOn(asked, turn, guide);
  },
};
