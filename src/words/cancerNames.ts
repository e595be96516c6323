import { z } from 'zod';

const names = z.array(z.string().trim().min(1)).default([]);

/** What people call a kind of cancer in one language: the directory shows it, the understanding looks for it. */
export const cancerNames = z.strictObject({
  name: z.string().trim().min(1).describe('which name is shown?'),
  names: names.describe('which other full names has it?'),
  lay: names.describe('which everyday words do people have for it?'),
  abbreviations: names.describe('how is it shortened? typing errors are not forgiven in these'),
  ambiguous: names.describe('which words mean this cancer only beside others?'),
  misspellings: names.describe('how is it often misspelt?'),
  sites: names.describe('which parts of the body, beside a word for cancer, mean this one?'),
  siteMisspellings: names.describe('how are these parts of the body often misspelt?'),
});

export type CancerNames = z.infer<typeof cancerNames>;
