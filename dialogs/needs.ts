import type { Intent } from '../src/understanding/intents/intents.ts';

/** These always carry one line with a number to call. */
export const INTENTS_WITH_LINE: ReadonlySet<Intent> = new Set<Intent>([
  'emotional_support',
  'caregiver_support',
  'side_effects',
]);

/** The needs that are offered as buttons. */
export const NEEDS_OFFERED: readonly Intent[] = [
  'information',
  'peer_support',
  'emotional_support',
  'financial_practical',
  'caregiver_support',
  'clinical_trials',
];
