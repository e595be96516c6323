import type { Command } from '../../commands.ts';
import type { Intent } from '../../intents/intents.ts';
import type { IntentRule } from './intentRule.ts';

const INTENT_OF_COMMAND: Readonly<Record<Command, Intent>> = {
  more: 'browse_directory',
  'another-country': 'country_organisations',
  'another-need': 'find_organisation',
  'another-cancer': 'find_organisation',
  'only-helpline': 'find_organisation',
  delete: 'privacy',
  skip: 'find_organisation',
  back: 'browse_directory',
  nod: 'thanks',
  'section-international': 'browse_directory',
  'section-european': 'browse_directory',
  'section-other': 'browse_directory',
  'section-wider': 'browse_directory',
};

/** "More", "back", a pressed button. */
export const command: IntentRule = {
  name: 'command',
  tell: ({ reading: { commands } }) => commands.command && { intent: INTENT_OF_COMMAND[commands.command], score: 1 },
};
