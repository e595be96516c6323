import { z } from 'zod';
import { Gazetteer } from './gazetteer.ts';
import { foldPhrase, type Token } from './tokens.ts';

export const COMMANDS = [
  'more',
  'another-country',
  'another-need',
  'another-cancer',
  'only-helpline',
  'delete',
  'skip',
  'back',
  'nod',
  'section-international',
  'section-european',
  'section-other',
  'section-wider',
] as const;
export type Command = (typeof COMMANDS)[number];

const phrases = z.array(z.string().min(1));

/** `data/<language>/commands.json`: short phrases whose meaning needs no classifier. */
export const commandFile = z.strictObject({
  fillers: phrases.describe('words that may stand beside a command: "more PLEASE"'),
  commands: z.record(z.enum(COMMANDS), phrases.min(1)).describe('the phrases of each command'),
  followUps: phrases.describe('beginnings of a text that follows on from the one before: "AND in Norway"'),
  nameFillers: phrases.describe(
    'words that may stand beside the name of an organisation that is asked for: "DO YOU KNOW …"',
  ),
});

export type CommandFile = z.infer<typeof commandFile>;

/** An utterance with more words is a question of its own. */
const FOLLOW_UP_WORDS = 9;
/** A wish that stands within a longer utterance: "only those with a phone line in Spain". */
const WITHIN: ReadonlySet<Command> = new Set(['only-helpline', 'delete']);
const WITHIN_WORDS = 14;
/** A longer utterance is no command, and holds none. */
const MOST_WORDS = 40;

export interface CommandFinding {
  /** The command that is the whole utterance, but for fillers. */
  readonly command: Command | null;
  /** Commands that stand within a longer utterance. */
  readonly within: readonly Command[];
  readonly followUp: boolean;
}

const NO_COMMAND: CommandFinding = { command: null, within: [], followUp: false };

/** Makes the function that finds commands and follow-ups. */
export function createCommands(file: CommandFile): (tokens: readonly Token[]) => CommandFinding {
  const gazetteer = new Gazetteer<Command>(
    COMMANDS.flatMap((command) => (file.commands[command] ?? []).map((phrase) => ({ phrase, value: command }))),
  );
  const fillers = new Set(file.fillers);
  const openings = file.followUps.map(foldPhrase);
  return (tokens) => {
    if (tokens.length > MOST_WORDS) return NO_COMMAND;
    const mentions = gazetteer.find(tokens);
    const covered = new Set(
      mentions.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
    );
    const whole = mentions.length > 0 && tokens.every((token, place) => covered.has(place) || fillers.has(token.text));
    const found = mentions.flatMap((mention) => mention.values);
    const begins = openings.some((words) => words.every((word, place) => tokens[place]?.text === word));
    return {
      command: whole ? (found[0] ?? null) : null,
      within: tokens.length <= WITHIN_WORDS ? found.filter((command) => WITHIN.has(command)) : [],
      followUp: tokens.length <= FOLLOW_UP_WORDS && begins,
    };
  };
}
