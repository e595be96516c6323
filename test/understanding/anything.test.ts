import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { INTENT_RULES } from '../../src/understanding/decision/intentRules/index.ts';
import { INTENTS } from '../../src/understanding/intents/intents.ts';
import { AFTER_DANGER } from '../../src/understanding/safety/afterDanger.ts';
import { SAFETY_CLASSES } from '../../src/understanding/safety/rules.ts';
import { guide } from '../conversation.ts';

const RUNS = 100_000;

const ids = new Set(guide.directory.cancerTypes.map(({ id }) => id));
const organisations = new Set(guide.directory.organisations.map(({ id }) => id));
const share = z.number().min(0).max(1);
const intent = z.enum(INTENTS);
const typeId = z.string().refine((id) => ids.has(id));

/** Every value that the understanding of an utterance may have. */
const understanding = z.strictObject({
  safety: z.strictObject({
    class: z.enum([...SAFETY_CLASSES, 'none']),
    certain: z.boolean(),
    ofOther: z.boolean(),
    urgent: z.boolean(),
    rule: z.string().nullable(),
  }),
  language: z.string().length(2).nullable(),
  afterDanger: z.enum(AFTER_DANGER).nullable(),
  intent,
  rule: z.enum([...INTENT_RULES.map(({ name }) => name), 'danger']),
  score: share,
  runnerUp: z.strictObject({ intent, score: share }),
  sure: z.boolean(),
  cancerTypes: z.array(typeId),
  negatedTypes: z.array(typeId),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  organisations: z.array(z.string().refine((id) => organisations.has(id))),
  organisationAlone: z.boolean(),
  topic: z.string().nullable(),
  about: z.string(),
  ofPatient: z.boolean(),
  tellsIllness: z.boolean(),
  followUp: z.boolean(),
  onlyWithHelpline: z.boolean(),
  command: z.string().nullable(),
  wantsDeletion: z.boolean(),
});

/** Real utterances, cut, doubled, glued and sprinkled with signs. */
function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const text = fc.constantFrom(...texts);
  const sign = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\0',
    '\u200b',
    '\u0301',
    '\ud83d',
    '😀',
    '(',
    '<',
    '"',
    "'",
    '’',
    '.',
    '١',
    'ß',
    'İ',
  );
  return fc
    .tuple(text, text, sign, fc.nat(60), fc.nat(60))
    .map(([one, other, between, from, to]) => one.slice(0, from) + between + other.slice(to) + between);
}

describe('understanding of anything', () => {
  const texts = ['find_organisation', 'crisis', 'emergency', 'information', 'out_of_scope'].flatMap((name) =>
    readFileSync(new URL(`../../data/en/utterances/${name}.txt`, import.meta.url), 'utf8')
      .trim()
      .split('\n'),
  );
  const names = guide.directory.cancerTypes.flatMap(({ words }) => [words.en!.name, ...words.en!.abbreviations]);
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom(...names, 'not', 'and', 'in', 'of', 'stage', '4', 'my', 'child'), { maxLength: 12 })
      .map((words) => words.join(' ')),
    mutated(texts),
  );

  it(`never throws and gives no value outside its types, in ${RUNS} random texts`, () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { success, error } = understanding.safeParse(guide.reader.understand(text));
        if (!success) expect.fail(`${JSON.stringify(text)}: ${error.message}`);
      }),
      { numRuns: RUNS, seed: 4 },
    );
  }).timeout(300_000);
});
