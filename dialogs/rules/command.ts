import type { Command } from '../../src/understanding/commands.ts';
import { asksForHelp } from '../../src/understanding/intents/intents.ts';
import type { Guide, Turn } from '../guide.ts';
import { pageBefore, sectionPage, sections } from '../replies/browse.ts';
import { organisations } from '../replies/organisations.ts';
import { askAnother } from '../replies/questions.ts';
import { nod } from '../replies/service.ts';
import type { Reply } from '../reply.ts';
import type { Rule } from './rule.ts';

type Answer = (turn: Turn, guide: Guide) => Reply;

/** The next page of what was answered last. */
const more: Answer = (turn, guide) => {
  const { intent, section, shown } = turn.talk;
  if (intent === 'browse_directory' && section) return sectionPage(section, shown, guide);
  return asksForHelp(intent) ? organisations(turn, guide, intent, true) : sections(guide);
};

/** The page before; with organisations for a question, their beginning. */
const back: Answer = (turn, guide) => {
  const { intent, section, shown } = turn.talk;
  if (intent === 'browse_directory' && section) return sectionPage(section, pageBefore(section, shown, guide), guide);
  return asksForHelp(intent) ? organisations(turn, guide, intent, false) : sections(guide);
};

/** What was asked for last, with what the command has changed. */
const again: Answer = (turn, guide) => {
  const { intent } = turn.talk;
  return organisations(turn, guide, asksForHelp(intent) ? intent : 'find_organisation', false);
};

/** The answer to each command; null where the intent that it stands for answers it. */
const ANSWERS: Readonly<Record<Command, Answer | null>> = {
  more,
  back,
  'another-country': (_turn, guide) => askAnother('country', guide),
  'another-need': (_turn, guide) => askAnother('need', guide),
  'another-cancer': (_turn, guide) => askAnother('cancer-type', guide),
  'only-helpline': again,
  skip: again,
  nod: (_turn, guide) => nod(guide),
  'section-international': (_turn, guide) => sectionPage('international', 0, guide),
  'section-european': (_turn, guide) => sectionPage('european', 0, guide),
  'section-other': (_turn, guide) => sectionPage('other', 0, guide),
  'section-wider': (_turn, guide) => sectionPage('wider', 0, guide),
  delete: null,
};

/** A short command, such as "more". */
export const command: Rule = {
  name: 'command',
  answer(turn, guide) {
    const given = turn.understanding.command;
    return (given && ANSWERS[given]?.(turn, guide)) ?? null;
  },
};
