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
  number: callable.describe('which number is called in an emergency?'),
  alsoWorks: z
    .array(callable)
    .default([])
    .describe('which other numbers work as well, such as 112 beside 999? [] for none'),
  source: httpsAddress.describe('on which page was the number seen?'),
  sourceDate: yearMonthOrDay
    .nullable()
    .default(null)
    .describe('when was that page made? a year, month or day, or null'),
  confirmedOn: day.nullable().default(null).describe('on which day did somebody confirm the number? null for nobody'),
});

export const crisisLineSchema = z.strictObject({
  name: someText.describe('what is the line called?'),
  number: callable.describe('which number do people call? short ones and texts such as "HOME to 741741" too'),
  hours: someText.describe('when is it open, in English words that notes.json translates? or unknown'),
  languages: z.array(languageCode).default([]).describe('which languages do they speak there? codes; [] for unknown'),
  free: z.boolean().nullable().default(null).describe('is the call free? true, false, or null for unknown'),
  textOrChat: someText
    .nullable()
    .default(null)
    .describe('where can people write? a web address, or how to send a text; null for nowhere'),
  note: someText.nullable().default(null).describe('what else must a caller know? null for nothing'),
  source: httpsAddress.describe('on which page was the line seen?'),
  sourceDate: yearMonthOrDay
    .nullable()
    .default(null)
    .describe('when was that page made? a year, month or day, or null'),
  confirmedOn: day.nullable().default(null).describe('on which day did somebody confirm the line? null for nobody'),
});

/** An entry of data/helplines.json; the country `EU` stands for a country that is not listed or not known. */
export const helplinesSchema = z.strictObject({
  country: z
    .union([countryCode, z.literal('EU')])
    .describe('which country are the numbers for? a code such as DE; EU for a country that is not listed or not known'),
  emergency: emergencySchema.describe('whom do people call in an emergency?'),
  crisisLines: z
    .array(crisisLineSchema)
    .describe('which lines are there for somebody in a crisis, the best first? [] for none'),
});

export const helplineFileSchema = z.array(helplinesSchema);

export type Emergency = z.infer<typeof emergencySchema>;
export type CrisisLine = z.infer<typeof crisisLineSchema>;
export type Helplines = z.infer<typeof helplinesSchema>;
