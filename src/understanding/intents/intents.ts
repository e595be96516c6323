/** What a person can want of the guide, in the order in which documents list them. */
export const INTENTS = [
  'find_organisation',
  'country_organisations',
  'information',
  'peer_support',
  'emotional_support',
  'financial_practical',
  'caregiver_support',
  'clinical_trials',
  'research',
  'prevention_screening',
  'advocacy',
  'side_effects',
  'browse_directory',
  'propose_link',
  'request_link_permission',
  'medical_advice',
  'crisis',
  'emergency',
  'greeting',
  'thanks',
  'goodbye',
  'restart',
  'help',
  'human_contact',
  'privacy',
  'feedback',
  'out_of_scope',
] as const;

export type Intent = (typeof INTENTS)[number];

/** The twelve that are answered with organisations. */
export const HELP_INTENTS: ReadonlySet<Intent> = new Set(INTENTS.slice(0, 12));

export function isIntent(text: string): text is Intent {
  return (INTENTS as readonly string[]).includes(text);
}
