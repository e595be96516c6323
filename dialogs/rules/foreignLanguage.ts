import { otherLanguage } from '../replies/service.ts';
import type { Rule } from './rule.ts';

/** A language that the guide does not speak, but for an organisation's name, which has none. */
export const foreignLanguage: Rule = {
  name: 'foreign language',
  answer(turn, guide) {
    const { language, organisationAlone } = turn.understanding;
    return language !== null && language !== guide.messages.language && !organisationAlone
      ? otherLanguage(turn, guide)
      : null;
  },
};
