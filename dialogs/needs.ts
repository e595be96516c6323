import type { Intent } from '../src/understanding/intents/intents.ts';

/** The topic of the directory that answers an intent. */
export const TOPIC_OF_INTENT: Partial<Record<Intent, string>> = {
  information: 'information',
  peer_support: 'peer-support',
  emotional_support: 'emotional-support',
  financial_practical: 'financial-practical',
  caregiver_support: 'caregivers',
  clinical_trials: 'clinical-trials',
  research: 'research',
  prevention_screening: 'prevention-screening',
  advocacy: 'advocacy',
  side_effects: 'side-effects',
};

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
