import type { IntentRule } from './intentRule.ts';

/** "Do you know Macmillan?" */
export const organisationAlone: IntentRule = {
  name: 'organisation alone',
  tell: ({ reading }) => (reading.organisations.alone ? { intent: 'find_organisation', score: 1 } : null),
};
