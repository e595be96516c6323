import { bestGuess } from './bestGuess.ts';
import { cancerWithoutWish } from './cancerWithoutWish.ts';
import { command } from './command.ts';
import type { IntentRule } from './intentRule.ts';
import { namesAlone } from './namesAlone.ts';
import { offTopic } from './offTopic.ts';
import { organisationAlone } from './organisationAlone.ts';
import { phoneOfGroup } from './phoneOfGroup.ts';
import { plainStatement } from './plainStatement.ts';
import { strangeWords } from './strangeWords.ts';

/** What tells the intent of an utterance taken alone, the first rule that can: the last one always can. */
export const ALONE: readonly IntentRule[] = [
  command,
  organisationAlone,
  namesAlone,
  plainStatement,
  phoneOfGroup,
  offTopic,
  cancerWithoutWish,
  strangeWords,
  bestGuess,
];
