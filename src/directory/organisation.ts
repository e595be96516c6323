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
  id: organisationId.describe('what is its id, in small letters with hyphens, such as "europa-donna"?'),
  /** The name used now. */
  name: plainName.describe('what is it called now?'),
  /** The name in the words of the society's page; null for an organisation that is not on it. */
  nameOnPage: plainName.nullable().describe("what does the society's page call it? null where it is not on the page"),
  formerNames: z.array(plainName).describe('which names did it have before? [] for none'),
  abbreviations: z.array(plainName).describe('how is its name shortened? [] for none'),
  /** Other spellings and translations that people type. */
  aliases: z.array(plainName).describe('which other spellings or translations do people type? [] for none'),
  /** Those of its names that are also words or mean something else: they mean it only alone or after "who is". */
  alsoWords: z.array(plainName).describe('which of its names are also words? [] for none'),
  /** The section of the society's page; null for an organisation that is not on it. */
  section: z
    .enum(['international', 'european', 'other'])
    .nullable()
    .describe("in which section of the society's page does it stand? international, european, other, or null"),
  list: z.enum(['society', 'wider']).describe("is it on the society's list or on the wider one?"),
  status: z
    .enum(['active', 'renamed', 'merged', 'closed', 'unknown'])
    .describe('does it still work? active, renamed, merged, closed or unknown'),
  /** What a reader should know of the state of the organisation. */
  statusNote: plainText.nullable().describe('what should a reader know of its state? null for nothing'),
  /** What the state rests on; `unconfirmed` is said on the card. */
  statusBasis: z
    .enum(['recent-evidence', 'older-evidence', 'undated-copy', 'unconfirmed'])
    .describe('what does its state rest on? recent-evidence, older-evidence, undated-copy or unconfirmed'),
  successor: z
    .strictObject({ name: plainName, url: httpsAddress, note: plainText.nullable() })
    .nullable()
    .describe('who took over from it? null for nobody'),
  /** Ids of organisations to use instead, or as well. */
  alternatives: z.array(organisationId).describe('which organisations can be used instead? their ids; [] for none'),
  /** `check-first`: a person should open the address first. `do-not-link`: the address is for the record only. */
  linkAdvice: z
    .enum(['link', 'link-successor', 'check-first', 'do-not-link'])
    .describe('may its address be linked? link, link-successor, check-first or do-not-link'),
  /** With http only where it is never linked. */
  url: webAddress.describe('what is the address of its website?'),
  links: z
    .strictObject({
      patientInfo: httpsAddress.optional(),
      /** The list of its member groups. */
      members: httpsAddress.optional(),
      contact: httpsAddress.optional(),
      community: httpsAddress.optional(),
    })
    .describe('which pages of its website help most? {} for none'),
  /** One sentence about its member groups in other countries. */
  memberInfo: plainText.nullable().describe('does it have member groups in other countries? one sentence, or null'),
  helplines: z.array(organisationHelplineSchema).describe('which numbers can people call there? [] for none'),
  /**
   * The word `all` for all cancers, the word `none` for an organisation that is found only by name, else a list of ids
   * of data/cancer-types.json. The id `all` inside a list is acute lymphoblastic leukaemia.
   */
  cancerTypes: z
    .union([z.literal(['all', 'none']), z.array(cancerTypeId).min(1)], {
      error: 'is not "all", "none" or a list of ids of cancer-types.json',
    })
    .describe('which cancers is it for? "all", "none" or a list of ids of cancer-types.json'),
  /** Said beside the cancer types, such as "for rare cancers". */
  cancerNote: plainText.nullable().describe('what is to be said beside its kinds of cancer? null for nothing'),
  topics: z.array(z.enum(topics)).min(1).describe('what does it offer?'),
  audiences: z.array(z.enum(audiences)).min(1).describe('whom is it for?'),
  /** Countries it serves; beside `region: worldwide` or `europe`, its home. */
  countries: z.array(countryCode).describe('which countries does it serve? codes such as DE; [] where it is for all'),
  region: z
    .enum(['worldwide', 'europe'])
    .nullable()
    .describe('is it there worldwide or for all of Europe? null for neither'),
  /** Languages of its site. */
  languages: z.array(languageCode).min(1).describe('which languages does its website have?'),
  /** True for a company, or where nobody knows who pays. */
  commercial: z.boolean().describe('is it a company, or does nobody know who pays? true or false'),
  commercialNote: plainText.nullable().describe('who runs the company? null where it is none'),
  /** What a person gets from it, by language. */
  descriptions: z
    .record(languageCode, plainText)
    .refine((texts) => 'en' in texts, { error: 'has no English text' })
    .describe('what does a person get from it? one sentence in English at least: { "en": "…" }'),
  /** The latest sign of life that was found. */
  lastSign: yearOrMonth.nullable().describe('when was the latest sign of life? a year or month, or null'),
  /** The day on which a person, or the link checker, opened the address. Never filled from another field. */
  verifiedOn: day.nullable().describe('on which day did somebody open the address? null for nobody'),
  verifiedBy: plainName.nullable().describe('who opened the address? null for nobody'),
  /** Where the address was seen; null where it was not. For the record, never shown as a link. */
  source: z
    .union([webAddress, z.literal('a public third-party file')])
    .nullable()
    .describe('where was the address seen? null for nowhere'),
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
