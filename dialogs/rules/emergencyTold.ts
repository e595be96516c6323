import { emergency } from '../replies/danger.ts';
import type { Rule } from './rule.ts';

/** Symptoms that cannot wait. */
export const emergencyTold: Rule = {
  name: 'emergency told',
  answer: (turn, guide) => (turn.understanding.intent === 'emergency' ? emergency(turn, guide) : null),
};
