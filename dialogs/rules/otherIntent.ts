import { replyOf } from '../replies/ofIntent.ts';
import type { Rule } from './rule.ts';

/** Everything else is answered as the table of intents says. */
export const otherIntent: Rule = {
  name: 'intent',
  answer: (turn, guide) => replyOf(turn, guide),
};
