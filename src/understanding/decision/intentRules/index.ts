import { adviceAsked } from './adviceAsked.ts';
import { ALONE } from './alone.ts';
import { correctedCancer } from './correctedCancer.ts';
import type { IntentRule } from './intentRule.ts';
import { placeInTalk } from './placeInTalk.ts';

/** What wins over what: the first rule that can tell the intent does. */
export const INTENT_RULES: readonly IntentRule[] = [correctedCancer, placeInTalk, adviceAsked, ...ALONE];
