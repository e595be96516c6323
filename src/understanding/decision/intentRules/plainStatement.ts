import { type IntentRule, organisationsOf } from './intentRule.ts';

/** "My dad has bowel cancer", "not the UK, Ireland please", "and for my sister?": no wish is told, so it is for help in general. */
export const plainStatement: IntentRule = {
  name: 'plain statement',
  tell({ reading }) {
    const { cancer, countries, organisations, person, commands, facts } = reading;
    if (!person.plainStatement) return null;
    if (cancer.types.length > 0 && !facts.question) return organisationsOf(reading, 1);
    if (countries.country && organisations.ids.length === 0) return { intent: 'country_organisations', score: 1 };
    return person.about === 'relative' && commands.followUp ? { intent: 'find_organisation', score: 1 } : null;
  },
};
