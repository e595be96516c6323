import { z } from 'zod';
import type { Token } from '../tokens.ts';
import { PhraseMatcher } from './matcher.ts';
import { parsePhrase, parseSets } from './phrase.ts';
import { safetyFile } from './rules.ts';
import { foldLongForms } from './safety.ts';

/** What people ask or say next, once a danger was told; in the order in which one wins over another. */
export const AFTER_DANGER = [
  'worse',
  'unanswered',
  'no-phone',
  'cannot-speak',
  'trouble',
  'afraid',
  'refuse',
  'wait',
  'night',
  'far',
  'cost',
  'medicine',
  'what-to-say',
  'secret',
  'which-number',
  'alone',
  'helped',
  'past',
] as const;

export type AfterDanger = (typeof AFTER_DANGER)[number];

/** `data/<language>/safety/after-danger.json`: the words of each, written as the phrases of danger are. */
export const afterDangerFile = z.strictObject({
  sets: safetyFile.shape.sets,
  rules: z
    .array(
      z.strictObject({
        id: z.enum(AFTER_DANGER).describe('what is asked or said?'),
        reason: z.string().min(1).describe('what does the person mean, in a sentence?'),
        phrases: z.array(z.string().min(1)).min(1).describe('how do people say it? see docs/editing.md'),
        unless: z
          .array(z.string().min(1))
          .describe('where one of these is said too, does the rule not count? [] for none'),
      }),
    )
    .describe('what do people ask or say once a danger was told?'),
});

export type AfterDangerFile = z.infer<typeof afterDangerFile>;

/**
 * Makes the function that finds what is asked or said after a danger. It is only asked in a talk in which one was told.
 *
 * @returns null where the message says none of it
 * @throws PhraseError where a phrase cannot be read
 */
export function createAfterDanger(
  { sets, rules }: AfterDangerFile,
  shortForms: ReadonlyMap<string, string>,
  isOrdinary: (word: string) => boolean,
): (tokens: readonly Token[]) => AfterDanger | null {
  // Few talks come to this: the phrases are read when the first does.
  const read = (texts: (rule: AfterDangerFile['rules'][number]) => readonly string[]): PhraseMatcher<AfterDanger> => {
    const named = parseSets(sets);
    return new PhraseMatcher(
      rules.flatMap((rule) => texts(rule).map((text) => ({ sequence: parsePhrase(text, named), value: rule.id }))),
      isOrdinary,
    );
  };
  let matchers: { readonly said: PhraseMatcher<AfterDanger>; readonly excused: PhraseMatcher<AfterDanger> } | undefined;
  return (tokens) => {
    matchers ??= { said: read(({ phrases }) => phrases), excused: read(({ unless }) => unless) };
    const message = foldLongForms(tokens, shortForms);
    const excused = new Set(matchers.excused.match(message).map(({ value }) => value));
    const said = new Set(matchers.said.match(message).map(({ value }) => value));
    return AFTER_DANGER.find((each) => said.has(each) && !excused.has(each)) ?? null;
  };
}
