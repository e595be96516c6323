import type { Classification } from '../../intents/model.ts';
import type { Reading } from '../../reading.ts';
import type { Known, ScoredIntent } from '../../understanding.ts';
import type { Guess } from '../guess.ts';

/** Everything that the intent is decided from. */
export interface Evidence {
  readonly reading: Reading;
  readonly classification: Classification;
  readonly guess: Guess;
  readonly known: Known;
}

/** One rule of the decision: it tells the intent, or leaves it to the rules after it. */
export interface IntentRule {
  /** Named in tests and by "npm run ask -- --explain". */
  readonly name: string;
  /** @returns null where the rule has nothing to say; a score of 1 where the words themselves tell the intent */
  tell(evidence: Evidence): ScoredIntent | null;
}

/** The wish for an organisation, with the score of what told it. */
export function organisationsOf({ countries }: Reading, score: number): ScoredIntent {
  return { intent: countries.country ? 'country_organisations' : 'find_organisation', score };
}

/** True where the utterance names a cancer or one of our organisations. */
export function namesOurs({ cancer, organisations }: Reading): boolean {
  return cancer.types.length > 0 || organisations.ids.length > 0;
}

/** An intent with the name of the rule that told it. */
export interface ToldIntent extends ScoredIntent {
  readonly rule: string;
}

/** The intent by the first of some rules that can tell it. @throws Error where none can */
export function firstTold(evidence: Evidence, rules: readonly IntentRule[]): ToldIntent {
  for (const { name, tell } of rules) {
    const told = tell(evidence);
    if (told) return { ...told, rule: name };
  }
  throw new Error('No rule tells the intent: the last one must.');
}
