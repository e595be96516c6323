import { z } from 'zod';

export const SAFETY_CLASSES = ['crisis', 'emergency', 'medical-advice'] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];

/** One rule of `data/<language>/safety/<class>.json`. */
export const safetyRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('what is the rule called, in small letters with hyphens?'),
  level: z
    .enum(['certain', 'possible'])
    .describe('certain interrupts whatever is going on; possible answers, and adds whom to call'),
  reason: z.string().min(1).describe('why is the rule there, in a sentence that a clinician understands?'),
  phrases: z.array(z.string().min(1)).min(1).describe('what do people say? the signs are told in docs/editing.md'),
  about: z
    .enum(['self', 'other'])
    .optional()
    .describe('whose danger is it? self or other; left out: that of the person who writes'),
  urgent: z
    .boolean()
    .optional()
    .describe(
      'has something been done already, such as an overdose, so that the emergency number comes first? left out: no',
    ),
  unless: z
    .array(z.string().min(1))
    .describe('where one of these stands in the same message, the rule does not count; [] for none'),
});

export const safetyFile = z.strictObject({
  sets: z
    .record(z.string().regex(/^[\w-]+$/), z.array(z.string().min(1)).min(1))
    .describe('groups of words by their names, used as <name> in the phrases of this file'),
  rules: z.array(safetyRule).min(1).describe('the rules, each on its own'),
});

export type SafetyRule = z.infer<typeof safetyRule>;
export type SafetyFile = z.infer<typeof safetyFile>;
export type SafetyRules = Readonly<Record<SafetyClass, SafetyFile>>;
