import { type IntentRule, organisationsOf } from './intentRule.ts';

/** Nothing but a cancer, or nothing but a country: the words say it, the classifier need not guess. */
export const namesAlone: IntentRule = {
  name: 'names alone',
  tell({ reading }) {
    const { cancer, countries, organisations, facts, tokens } = reading;
    if (facts.named.size !== tokens.length) return null;
    const isPlace = countries.country !== null && organisations.ids.length === 0;
    return cancer.types.length > 0 || isPlace ? organisationsOf(reading, 1) : null;
  },
};
