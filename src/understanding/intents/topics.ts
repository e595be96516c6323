import type { Intent } from './intents.ts';

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
