// Made-up organisations, cancer types and queries for the tests: only what a test is about needs to be said.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CancerType } from '../../src/directory/cancerType.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { Helplines } from '../../src/directory/helpline.ts';
import { createDirectory } from '../../src/directory/loadDirectory.ts';
import type { Organisation } from '../../src/directory/organisation.ts';
import type { Match, Query } from '../../src/directory/query.ts';

/** An organisation on the wider list that is sound and serves patients with any cancer, anywhere. */
export function makeOrganisation(fields: Partial<Organisation> & { id: string }): Organisation {
  return {
    name: fields.id
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' '),
    nameOnPage: null,
    formerNames: [],
    abbreviations: [],
    aliases: [],
    alsoWords: [],
    section: null,
    list: 'wider',
    status: 'active',
    statusNote: null,
    statusBasis: 'recent-evidence',
    successor: null,
    alternatives: [],
    linkAdvice: 'link',
    url: `https://${fields.id}.example/`,
    links: {},
    memberInfo: null,
    helplines: [],
    cancerTypes: 'all',
    cancerNote: null,
    topics: ['information'],
    audiences: ['patients'],
    countries: [],
    region: 'worldwide',
    languages: ['en'],
    commercial: false,
    commercialNote: null,
    descriptions: { en: 'It helps.' },
    lastSign: null,
    verifiedOn: null,
    verifiedBy: null,
    source: null,
    ...fields,
  };
}

export function makeCancerType(fields: Partial<CancerType> & { id: string }): CancerType {
  return {
    parent: null,
    alsoUnder: [],
    listedAs: fields.id,
    frequent: false,
    words: {
      en: {
        name: `${fields.id} cancer`,
        names: [],
        lay: [],
        abbreviations: [],
        ambiguous: [],
        misspellings: [],
        sites: [],
        siteMisspellings: [],
      },
    },
    ...fields,
  };
}

export function makeHelplines(country: string, number = '112'): Helplines {
  return {
    country,
    emergency: { number, alsoWorks: [], source: 'https://numbers.example/', sourceDate: null, confirmedOn: null },
    crisisLines: [],
  };
}

/** Breast with two kinds, lung, the blood cancers, and a cancer of the eye that is one of children, too. */
export const someCancerTypes: readonly CancerType[] = [
  makeCancerType({ id: 'any-cancer' }),
  makeCancerType({ id: 'secondary' }),
  makeCancerType({ id: 'breast' }),
  makeCancerType({ id: 'male-breast', parent: 'breast' }),
  makeCancerType({ id: 'metastatic-breast', parent: 'breast' }),
  makeCancerType({ id: 'lung' }),
  makeCancerType({ id: 'nsclc', parent: 'lung' }),
  makeCancerType({ id: 'alk-positive', parent: 'nsclc', listedAs: 'nsclc' }),
  makeCancerType({ id: 'leukaemia' }),
  makeCancerType({ id: 'aml', parent: 'leukaemia' }),
  makeCancerType({ id: 'all', parent: 'leukaemia' }),
  makeCancerType({ id: 'eye' }),
  makeCancerType({ id: 'childhood' }),
  makeCancerType({ id: 'retinoblastoma', parent: 'eye', alsoUnder: ['childhood'] }),
  makeCancerType({ id: 'glioma' }),
];

export function makeDirectory(organisations: readonly Organisation[], cancerTypes = someCancerTypes): Directory {
  return createDirectory({ organisations, cancerTypes, helplines: [makeHelplines('EU')] }, ['society', 'wider']);
}

export function makeQuery(fields: Partial<Query> = {}): Query {
  return {
    cancerTypes: [],
    country: null,
    topic: null,
    audience: null,
    language: 'en',
    purpose: 'help',
    onlyWithHelpline: false,
    ...fields,
  };
}

export function idsOf(matches: readonly Match[]): string[] {
  return matches.map((match) => match.organisation.id);
}

/**
 * Writes data files into a new temporary folder; what is a string is written as it stands. Organisations that are not on
 * the society's list go to `organisations/worldwide.json`.
 */
export function writeDataFolder(files: {
  organisations?: unknown;
  cancerTypes?: unknown;
  helplines?: unknown;
}): string {
  const folder = mkdtempSync(join(tmpdir(), 'directory-'));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  mkdirSync(join(folder, 'organisations'));
  const { organisations = [] } = files;
  const isOfSociety = (entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'list' in entry && entry.list === 'society';
  const [society, others] = Array.isArray(organisations)
    ? [organisations.filter(isOfSociety), organisations.filter((entry) => !isOfSociety(entry))]
    : [[], organisations];
  write('organisations/society.json', society);
  write('organisations/worldwide.json', others);
  write('organisations/europe.json', []);
  write('cancer-types.json', files.cancerTypes ?? someCancerTypes);
  write('helplines.json', files.helplines ?? [makeHelplines('EU')]);
  return folder;
}
