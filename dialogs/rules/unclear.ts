import { notUnderstood } from '../replies/service.ts';
import type { Rule } from './rule.ts';

/** The best guess is a bad one, and it is no answer to a question of the guide. */
export const unclear: Rule = {
  name: 'unclear',
  answer: (turn, guide) => (!turn.understanding.sure && !turn.talk.asked ? notUnderstood(turn, guide) : null),
};
