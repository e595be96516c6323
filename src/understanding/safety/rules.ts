import { z } from 'zod';

export const SAFETY_CLASSES = ['crisis', 'emergency', 'medical-advice'] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];

/** One rule of `data/<language>/safety/<class>.json`. */
export const safetyRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** certain interrupts whatever is going on; possible answers, and adds whom to call. */
  level: z.enum(['certain', 'possible']),
  /** Why the rule is there, in a sentence that a clinician understands. */
  reason: z.string().min(1),
  phrases: z.array(z.string().min(1)).min(1),
  /** Whose danger it is: by default that of the person who writes. */
  about: z.enum(['self', 'other']).optional(),
  /** Something has been done already, such as an overdose: the emergency number comes before the crisis line. */
  urgent: z.boolean().optional(),
  /** Where one of these matches the same message, the rule does not count. */
  unless: z.array(z.string().min(1)),
});

export const safetyFile = z.strictObject({
  /** Named groups of words, used as `<name>` in the phrases of this file. */
  sets: z.record(z.string().regex(/^[\w-]+$/), z.array(z.string().min(1)).min(1)),
  rules: z.array(safetyRule).min(1),
});

export type SafetyRule = z.infer<typeof safetyRule>;
export type SafetyFile = z.infer<typeof safetyFile>;
export type SafetyRules = Readonly<Record<SafetyClass, SafetyFile>>;
