import { z } from 'zod';

const names = z.array(z.string().trim().min(1));

/** What people call a kind of cancer in one language: the directory shows it, the understanding looks for it. */
export const cancerNames = z.strictObject({
  /** The name that is shown. */
  name: z.string().trim().min(1),
  names,
  /** Everyday words. */
  lay: names,
  abbreviations: names,
  /** Words that mean this cancer only beside others. */
  ambiguous: names,
  misspellings: names,
  /** The parts of the body that, beside a word for cancer, mean this one. */
  sites: names,
  siteMisspellings: names,
});

export type CancerNames = z.infer<typeof cancerNames>;
