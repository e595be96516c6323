import { INTENT } from '../../src/understanding/intents/intents.ts';
import { crisis } from '../replies/danger.ts';
import type { Rule } from './rule.ts';

/** Below this score, after a crisis, a message is no wish that the guide is sure of. */
const SURE = 0.5;

/** An empty word after a crisis brings the lines again: no cheerful word, no "I can only help with cancer". */
export const emptyAfterCrisis: Rule = {
  name: 'empty after crisis',
  answer(turn, guide) {
    const { intent, cancerTypes, country, organisations, command, score } = turn.understanding;
    if (turn.talk.danger !== 'crisis' || cancerTypes.length > 0 || organisations.length > 0 || command === 'more')
      return null;
    // "Who supports widowers in Ireland?" is a wish, and its answer carries a line, too.
    const isWish = intent === 'emotional_support' && country !== null;
    const isEmpty = INTENT[intent].emptyAfterCrisis === true && !isWish;
    return isEmpty || command === 'nod' || score < SURE ? crisis(turn, guide) : null;
  },
};
