import { asksForHelp, type Intent } from '../../src/understanding/intents/intents.ts';
import type { Turn } from '../guide.ts';
import { organisations } from '../replies/organisations.ts';
import type { Rule } from './rule.ts';

/** The intent that a wish for help is answered for: its own, or the one before that it follows on from; null for none. */
export function helpIntent({ understanding, talk }: Turn): Intent | null {
  const { intent, followUp } = understanding;
  if (!asksForHelp(intent)) return null;
  const isNarrow = intent !== 'find_organisation' && intent !== 'country_organisations';
  return !isNarrow && followUp && asksForHelp(talk.intent) ? talk.intent : intent;
}

/** A wish that organisations answer. */
export const helpWanted: Rule = {
  name: 'help wanted',
  answer(turn, guide) {
    const intent = helpIntent(turn);
    return intent && organisations(turn, guide, intent, false);
  },
};
