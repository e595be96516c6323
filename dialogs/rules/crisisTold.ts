import { crisis } from '../replies/danger.ts';
import type { Rule } from './rule.ts';

/** Somebody may harm themselves, or fears it of another. */
export const crisisTold: Rule = {
  name: 'crisis told',
  answer: (turn, guide) => (turn.understanding.intent === 'crisis' ? crisis(turn, guide) : null),
};
