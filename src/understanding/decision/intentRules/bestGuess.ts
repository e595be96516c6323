import type { IntentRule } from './intentRule.ts';

/** Else the classifier decides. */
export const bestGuess: IntentRule = { name: 'best guess', tell: ({ guess }) => guess.top };
