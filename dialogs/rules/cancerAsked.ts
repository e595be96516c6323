import { isOpen } from '../replies/organisations.ts';
import { askType } from '../replies/questions.ts';
import { helpIntent } from './helpWanted.ts';
import type { Rule } from './rule.ts';

/** Help is wanted, and nothing at all is known of what for: the kind of cancer is asked for, once. */
export const cancerAsked: Rule = {
  name: 'cancer asked',
  answer(turn, guide) {
    const intent = helpIntent(turn);
    return intent !== null && isOpen(turn.talk, intent) && !turn.talk.askedType ? askType(guide) : null;
  },
};
