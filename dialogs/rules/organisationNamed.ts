import { named } from '../replies/named.ts';
import type { Rule } from './rule.ts';

/** "Do you know ECPC?": an organisation is asked for by its name, and nothing else is. */
export const organisationNamed: Rule = {
  name: 'organisation named',
  answer: (turn, guide) => (turn.understanding.organisationAlone ? named(turn, guide) : null),
};
