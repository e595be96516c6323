// The emergency number and crisis lines of one country: the schema of an entry of data/helplines.json.

import { z } from 'zod';
import { countryCode, day, httpsAddress, languageCode, yearOrMonth } from './fields.ts';

// Short numbers and names that are texted ("HOME to 741741") are numbers too.
const callable = z.string().trim().min(2);
const someText = z.string().trim().min(1);
const yearMonthOrDay = z.union([yearOrMonth, day], {
  error: 'is not a date such as "2024", "2024-05" or "2024-05-31"',
});

export const emergencySchema = z.strictObject({
  number: callable,
  /** Other numbers that work as well, such as 112 beside 999. */
  alsoWorks: z.array(callable),
  source: httpsAddress,
  sourceDate: yearMonthOrDay.nullable(),
  confirmedOn: day.nullable(),
});

export const crisisLineSchema = z.strictObject({
  name: someText,
  number: callable,
  /** Words for the opening hours, or `unknown`. */
  hours: someText,
  languages: z.array(languageCode),
  free: z.boolean().nullable(),
  /** A web address, or how to send a text. */
  textOrChat: someText.nullable(),
  note: someText.nullable(),
  source: httpsAddress,
  sourceDate: yearMonthOrDay.nullable(),
  confirmedOn: day.nullable(),
});

/** An entry of data/helplines.json; the country `EU` stands for a country that is not listed or not known. */
export const helplinesSchema = z.strictObject({
  country: z.union([countryCode, z.literal('EU')]),
  emergency: emergencySchema,
  crisisLines: z.array(crisisLineSchema),
});

export const helplineFileSchema = z.array(helplinesSchema);

export type Emergency = z.infer<typeof emergencySchema>;
export type CrisisLine = z.infer<typeof crisisLineSchema>;
export type Helplines = z.infer<typeof helplinesSchema>;
