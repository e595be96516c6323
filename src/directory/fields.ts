// The kinds of value that the data files share, each with a message an editor understands.

import { z } from 'zod';

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

// Intl knows these too, but they are aliases or groups of countries, not ISO 3166-1 codes.
const notCountries = new Set([
  'UK',
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'QO',
  'ZZ',
  'AN',
  'SU',
  'YU',
  'DD',
  'FX',
  'TP',
  'ZR',
  'BU',
  'CS',
]);

/** True for an ISO 3166-1 alpha-2 code in capitals. */
export function isCountryCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && !notCountries.has(text) && regionNames.of(text) !== undefined;
}

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const organisationId = z.string().regex(kebabCase, { error: 'is not an id such as "europa-donna"' });

export const cancerTypeId = z.string().regex(kebabCase, { error: 'is not an id such as "head-neck"' });

export const countryCode = z
  .string()
  .refine(isCountryCode, { error: 'is not a two-letter country code such as "DE" or "GB"' });

export const languageCode = z
  .string()
  .refine((text) => /^[a-z]{2}$/.test(text) && languageNames.of(text) !== undefined, {
    error: 'is not a two-letter language code such as "de" or "en"',
  });

export const httpsAddress = z.url({ protocol: /^https$/, error: 'is not a web address that begins with https://' });

// An old http address is kept only for the record: organisationChecks.ts forbids it wherever it would be linked.
export const webAddress = z.url({ protocol: /^https?$/, error: 'is not a web address' });

export const day = z.iso.date({ error: 'is not a day such as "2024-05-31"' });

export const yearOrMonth = z
  .string()
  .regex(/^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/, { error: 'is not a year or month such as "2024" or "2024-05"' });

export const phoneNumber = z
  .string()
  .regex(/^\+?[0-9][0-9 -]*[0-9]$/, { error: 'is not a phone number: digits, spaces, hyphens' });

// A renderer of Adaptive Cards reads markdown: these characters would turn a name into a link or into italics.
export const plainName = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\\[\]*_`<>|#\n\r]+$/, {
    error: 'has a character that cards would read as markdown: one of [ ] * _ ` < > | # \\ or a line break',
  });

export const plainText = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^[\]*_`<>|\n\r]+$/, {
    error: 'has a character that cards would read as markdown: one of [ ] * _ ` < > | or a line break',
  });
