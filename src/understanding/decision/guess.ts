import { INTENT, type Intent } from '../intents/intents.ts';
import type { Classification } from '../intents/model.ts';
import type { Reading } from '../reading.ts';
import type { ScoredIntent } from '../understanding.ts';
import { isSlight } from './slight.ts';
import { THRESHOLDS } from './thresholds.ts';

/** The two best intents of the classifier, which the rules go by. */
export interface Guess {
  readonly top: ScoredIntent;
  readonly next: ScoredIntent;
}

/** The score that the classifier gives an intent. */
export function scored({ scores }: Classification, intent: Intent): ScoredIntent {
  return { intent, score: scores[intent] ?? 0 };
}

/** The best intents without the dangers: what is left where a danger is only supposed. */
function besideDanger({ scores }: Classification): Guess {
  const none: ScoredIntent = { intent: 'out_of_scope', score: 0 };
  const [top = none, next = none] = Object.entries(scores)
    .map(([intent, score]) => ({ intent: intent as Intent, score }))
    .filter(({ intent }) => INTENT[intent].kind !== 'danger')
    .sort((a, b) => b.score - a.score);
  return { top, next };
}

/** What the classifier guesses. A danger that it only supposes is no intent: the next best ones are. */
export function guessOf(reading: Reading, classification: Classification): Guess {
  const { intent, score, runnerUp } = classification;
  const isSupposed = INTENT[intent].kind === 'danger' && (score < THRESHOLDS.dangerIntent || isSlight(reading));
  return isSupposed
    ? besideDanger(classification)
    : { top: scored(classification, intent), next: scored(classification, runnerUp) };
}
