// One organisation of the directory: the schema of an entry of data/organisations/*.json.

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

const names = z.array(plainName).default([]);

/** The helpline of an organisation. `confirmedOn` stays null until a person has checked the number. */
export const organisationHelplineSchema = z.strictObject({
  number: phoneNumber.describe('which number do people call?'),
  country: countryCode.describe('in which country does the number work? a code such as DE'),
  source: httpsAddress.nullable().default(null).describe('on which page was the number seen? null for none'),
  sourceDate: yearOrMonth.nullable().default(null).describe('when was that page made? a year or month, or null'),
  confirmedOn: day.nullable().default(null).describe('on which day did somebody call the number? null for nobody'),
});

/**
 * An entry of data/organisations/*.json. A key that is not listed here is a fault; one that has a default may be left out.
 * `list`, `region` and `countries` are taken from the name of the file where the entry does not say them.
 */
export const organisationSchema = z.strictObject({
  id: organisationId.describe(
    'what is its id, in small letters with hyphens, such as "europa-donna"? never changed later',
  ),
  name: plainName.describe('what is it called now?'),
  nameOnPage: plainName
    .nullable()
    .default(null)
    .describe("what does the society's page call it? null where it is not on the page"),
  formerNames: names.describe('which names did it have before? [] for none'),
  abbreviations: names.describe('how is its name shortened? [] for none'),
  aliases: names.describe('which other spellings or translations do people type? [] for none'),
  alsoWords: names.describe(
    'which of its names are also words, so that they mean it only alone or after "who is"? [] for none',
  ),
  section: z
    .enum(['international', 'european', 'other'])
    .nullable()
    .default(null)
    .describe("in which section of the society's page does it stand? international, european, other, or null"),
  list: z
    .enum(['society', 'wider'])
    .default('wider')
    .describe("is it on the society's list or on the wider one? left out: society in society.json, wider elsewhere"),
  status: z
    .enum(['active', 'renamed', 'merged', 'closed', 'unknown'])
    .default('active')
    .describe('does it still work? active, renamed, merged, closed or unknown'),
  statusNote: plainText.nullable().default(null).describe('what should a reader know of its state? null for nothing'),
  statusBasis: z
    .enum(['recent-evidence', 'older-evidence', 'undated-copy', 'unconfirmed'])
    .default('unconfirmed')
    .describe(
      'what does its state rest on? recent-evidence, older-evidence, undated-copy or unconfirmed, which the card says',
    ),
  successor: z
    .strictObject({
      name: plainName.describe('what is it called?'),
      url: httpsAddress.describe('what is the address of its website?'),
      note: plainText.nullable().default(null).describe('what is to be said of it? null for nothing'),
    })
    .nullable()
    .default(null)
    .describe('who took over from it? null for nobody'),
  alternatives: z
    .array(organisationId)
    .default([])
    .describe('which organisations can be used instead? their ids; [] for none'),
  linkAdvice: z
    .enum(['link', 'link-successor', 'check-first', 'do-not-link'])
    .default('link')
    .describe(
      'may its address be linked? link, link-successor, check-first (a person should open it first) or do-not-link (it is for the record only)',
    ),
  url: webAddress.describe('what is the address of its website? with http only where it is never linked'),
  links: z
    .strictObject({
      patientInfo: httpsAddress.optional().describe('where does it inform patients?'),
      members: httpsAddress.optional().describe('where does it list its member groups?'),
      contact: httpsAddress.optional().describe('how is it reached?'),
      community: httpsAddress.optional().describe('where do people meet?'),
    })
    .default({})
    .describe('which pages of its website help most? {} for none'),
  memberInfo: plainText
    .nullable()
    .default(null)
    .describe('does it have member groups in other countries? one sentence, or null'),
  helplines: z
    .array(organisationHelplineSchema)
    .default([])
    .describe('which numbers can people call there? [] for none'),
  // The id `all` inside a list is acute lymphoblastic leukaemia.
  cancerTypes: z
    .union([z.literal(['all', 'none']), z.array(cancerTypeId).min(1)], {
      error: 'is not "all", "none" or a list of ids of cancer-types.json',
    })
    .describe(
      'which cancers is it for? "all", "none" for one that is found only by its name, or a list of ids of cancer-types.json',
    ),
  cancerNote: plainText
    .nullable()
    .default(null)
    .describe('what is to be said beside its kinds of cancer, such as "rare cancers"? null for nothing'),
  topics: z.array(z.enum(topics)).min(1).default(['information']).describe('what does it offer?'),
  audiences: z.array(z.enum(audiences)).min(1).default(['patients', 'families']).describe('whom is it for?'),
  countries: z
    .array(countryCode)
    .default([])
    .describe(
      'which countries does it serve, or where is it at home? codes such as DE; left out: the country of the file; [] where it is for all',
    ),
  region: z
    .enum(['worldwide', 'europe'])
    .nullable()
    .default(null)
    .describe(
      'is it there worldwide or for all of Europe? left out: worldwide in worldwide.json, europe in europe.json; null for neither',
    ),
  languages: z.array(languageCode).min(1).describe('which languages does its website have? codes such as "de"'),
  commercial: z.boolean().default(false).describe('is it a company, or does nobody know who pays? true or false'),
  commercialNote: plainText.nullable().default(null).describe('who runs the company? null where it is none'),
  descriptions: z
    .record(languageCode, plainText)
    .refine((texts) => 'en' in texts, { error: 'has no English text' })
    .describe('what does a person get from it? one sentence in English at least: { "en": "…" }'),
  lastSign: yearOrMonth.nullable().default(null).describe('when was the latest sign of life? a year or month, or null'),
  // Never filled from another field.
  verifiedOn: day
    .nullable()
    .default(null)
    .describe('on which day did a person or the link checker open the address? null for nobody'),
  verifiedBy: plainName.nullable().default(null).describe('who opened the address? null for nobody'),
  // For the record, never shown as a link.
  source: z
    .union([webAddress, z.literal('a public third-party file')])
    .nullable()
    .default(null)
    .describe('where was the address seen? null for nowhere'),
});

/** A file of data/organisations/. */
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
