// One organisation of the directory: the schema of an entry of data/organisations.json.

import { z } from 'zod';
import {
  cancerTypeId,
  countryCode,
  day,
  httpsAddress,
  languageCode,
  organisationId,
  phoneNumber,
  plainName,
  plainText,
  webAddress,
  yearOrMonth,
} from './fields.ts';

export const topics = [
  'information',
  'peer-support',
  'emotional-support',
  'financial-practical',
  'caregivers',
  'clinical-trials',
  'research',
  'prevention-screening',
  'advocacy',
  'side-effects',
  'community',
  'education',
] as const;

export const audiences = [
  'patients',
  'families',
  'carers',
  'parents',
  'young-people',
  'advocates',
  'professionals',
  'researchers',
  'public',
] as const;

/** What an organisation offers. */
export type Topic = (typeof topics)[number];

/** Whom an organisation is for. */
export type Audience = (typeof audiences)[number];

/** The helpline of an organisation. `confirmedOn` stays null until a person has checked the number. */
export const organisationHelplineSchema = z.strictObject({
  number: phoneNumber,
  country: countryCode,
  source: httpsAddress.nullable(),
  sourceDate: yearOrMonth.nullable(),
  confirmedOn: day.nullable(),
});

/** An entry of data/organisations.json. A key that is not listed here is a fault. */
export const organisationSchema = z.strictObject({
  id: organisationId,
  /** The name used now. */
  name: plainName,
  /** The name in the words of the society's page; null for an organisation that is not on it. */
  nameOnPage: plainName.nullable(),
  formerNames: z.array(plainName),
  abbreviations: z.array(plainName),
  /** Other spellings and translations that people type. */
  aliases: z.array(plainName),
  /** Those of its names that are also words or mean something else: they mean it only alone or after "who is". */
  alsoWords: z.array(plainName),
  /** The section of the society's page; null for an organisation that is not on it. */
  section: z.enum(['international', 'european', 'other']).nullable(),
  list: z.enum(['society', 'wider']),
  status: z.enum(['active', 'renamed', 'merged', 'closed', 'unknown']),
  /** What a reader should know of the state of the organisation. */
  statusNote: plainText.nullable(),
  /** What the state rests on; `unconfirmed` is said on the card. */
  statusBasis: z.enum(['recent-evidence', 'older-evidence', 'undated-copy', 'unconfirmed']),
  successor: z.strictObject({ name: plainName, url: httpsAddress, note: plainText.nullable() }).nullable(),
  /** Ids of organisations to use instead, or as well. */
  alternatives: z.array(organisationId),
  /** `check-first`: a person should open the address first. `do-not-link`: the address is for the record only. */
  linkAdvice: z.enum(['link', 'link-successor', 'check-first', 'do-not-link']),
  /** With http only where it is never linked. */
  url: webAddress,
  links: z.strictObject({
    patientInfo: httpsAddress.optional(),
    /** The list of its member groups. */
    members: httpsAddress.optional(),
    contact: httpsAddress.optional(),
    community: httpsAddress.optional(),
  }),
  /** One sentence about its member groups in other countries. */
  memberInfo: plainText.nullable(),
  helplines: z.array(organisationHelplineSchema),
  /**
   * The word `all` for all cancers, the word `none` for an organisation that is found only by name, else a list of ids
   * of data/cancer-types.json. The id `all` inside a list is acute lymphoblastic leukaemia.
   */
  cancerTypes: z.union([z.literal(['all', 'none']), z.array(cancerTypeId).min(1)], {
    error: 'is not "all", "none" or a list of ids of cancer-types.json',
  }),
  /** Said beside the cancer types, such as "for rare cancers". */
  cancerNote: plainText.nullable(),
  topics: z.array(z.enum(topics)).min(1),
  audiences: z.array(z.enum(audiences)).min(1),
  /** Countries it serves; beside `region: worldwide` or `europe`, its home. */
  countries: z.array(countryCode),
  region: z.enum(['worldwide', 'europe']).nullable(),
  /** Languages of its site. */
  languages: z.array(languageCode).min(1),
  /** True for a company, or where nobody knows who pays. */
  commercial: z.boolean(),
  commercialNote: plainText.nullable(),
  /** What a person gets from it, by language. */
  descriptions: z.record(languageCode, plainText).refine((texts) => 'en' in texts, { error: 'has no English text' }),
  /** The latest sign of life that was found. */
  lastSign: yearOrMonth.nullable(),
  /** The day on which a person, or the link checker, opened the address. Never filled from another field. */
  verifiedOn: day.nullable(),
  verifiedBy: plainName.nullable(),
  /** Where the address was seen; null where it was not. For the record, never shown as a link. */
  source: z.union([webAddress, z.literal('a public third-party file')]).nullable(),
});

export const organisationsSchema = z.array(organisationSchema);

export type Organisation = z.infer<typeof organisationSchema>;
export type OrganisationHelpline = z.infer<typeof organisationHelplineSchema>;
export type List = Organisation['list'];
export type Section = NonNullable<Organisation['section']>;

const patientAudiences: readonly Audience[] = ['patients', 'families', 'carers', 'parents', 'young-people'];

/** True where the organisation has ended, or its address may belong to somebody else by now. */
export function isEnded(organisation: Organisation): boolean {
  return (
    organisation.status === 'closed' || organisation.status === 'merged' || organisation.linkAdvice === 'do-not-link'
  );
}

/** True where a person should look before relying on the organisation. */
export function isDoubtful(organisation: Organisation): boolean {
  return organisation.status === 'unknown' || organisation.linkAdvice !== 'link';
}

/** True where patients or the people around them are among those whom the organisation is for. */
export function servesPatients(organisation: Organisation): boolean {
  return organisation.audiences.some((audience) => patientAudiences.includes(audience));
}

/** True where the organisation can lead to member groups in other countries. */
export function isUmbrella(organisation: Organisation): boolean {
  return organisation.memberInfo !== null;
}

/** True where the organisation is there for every kind of cancer. */
export function isForAllCancers(organisation: Organisation): boolean {
  return organisation.cancerTypes === 'all';
}

/** The ids of the cancer types it names; empty for one that is for all cancers or for none. */
export function namedCancerTypes(organisation: Organisation): readonly string[] {
  return typeof organisation.cancerTypes === 'string' ? [] : organisation.cancerTypes;
}

/** Every name of the organisation as the data gives it, its present one first. */
export function allNames(organisation: Organisation): string[] {
  const { name, nameOnPage, formerNames, abbreviations, aliases } = organisation;
  return [name, ...(nameOnPage === null ? [] : [nameOnPage]), ...abbreviations, ...formerNames, ...aliases];
}
