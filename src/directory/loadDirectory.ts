// Reads the data files, refuses faulty ones, and builds the directory in memory.

import { DataError, type Fault } from '../dataFiles/dataFile.ts';
import { plantTree } from './cancerTree.ts';
import { type CancerType, cancerTypeSchema } from './cancerType.ts';
import { checkCancerTypes } from './cancerTypeChecks.ts';
import type { Directory } from './directory.ts';
import { duplicates } from './duplicates.ts';
import { type Helplines, helplinesSchema } from './helpline.ts';
import { isEnded, type List, type Organisation, type Section } from './organisation.ts';
import { checkOrganisations } from './organisationChecks.ts';
import { readOrganisations } from './organisationFiles.ts';
import { inPrecedence } from './precedence.ts';
import { readEntries } from './readEntries.ts';

export type DirectoryData = {
  organisations: readonly Organisation[];
  cancerTypes: readonly CancerType[];
  helplines: readonly Helplines[];
};

/**
 * Loads the directory from `organisations/`, `cancer-types.json` and `helplines.json` in `dataFolder`, with the
 * organisations of the named lists. Throws one DataError that lists every fault of all these files.
 */
export function loadDirectory(options: { dataFolder: string; lists: readonly List[] }): Directory {
  const { data, faults } = readDirectoryData(options.dataFolder);
  if (faults.length > 0) throw new DataError(faults);
  return createDirectory(data, options.lists);
}

/** Reads and checks these files; throws nothing, and gives the entries that are without a fault of their own. */
export function readDirectoryData(dataFolder: string): { data: DirectoryData; faults: Fault[] } {
  const organisations = readOrganisations(dataFolder);
  const cancerTypes = readEntries(dataFolder, 'cancer-types.json', cancerTypeSchema, 'id');
  const helplines = readEntries(dataFolder, 'helplines.json', helplinesSchema, 'country');
  const faults = [
    ...organisations.faults,
    ...checkOrganisations(organisations.placed, { organisations: organisations.ids, cancerTypes: cancerTypes.ids }),
    ...cancerTypes.faults,
    ...checkCancerTypes(cancerTypes.entries, cancerTypes.ids),
    ...helplines.faults,
    ...checkCountries(helplines.ids),
  ];
  const data = {
    organisations: inPrecedence(organisations.placed.map(({ organisation }) => organisation)),
    cancerTypes: cancerTypes.entries,
    helplines: helplines.entries,
  };
  return { data, faults };
}

/**
 * Builds the directory from data without faults, with the organisations of the named lists. An alternative that is on
 * a list which is not loaded is dropped. Throws a DataError where the helplines for Europe are missing.
 */
export function createDirectory(data: DirectoryData, lists: readonly List[]): Directory {
  const loaded = data.organisations.filter((organisation) => lists.includes(organisation.list));
  const ids = new Set(loaded.map((organisation) => organisation.id));
  const organisations = loaded.map((organisation) => ({
    ...organisation,
    alternatives: organisation.alternatives.filter((id) => ids.has(id)),
  }));
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const typeById = new Map(data.cancerTypes.map((type) => [type.id, type]));
  const tree = plantTree(data.cancerTypes);
  const helplines = new Map<string, Helplines>(data.helplines.map((entry) => [entry.country, entry]));
  const forEurope = helplines.get('EU');
  if (forEurope === undefined) throw new DataError([numbersForEuropeMissing]);
  const working = organisations.filter((organisation) => !isEnded(organisation));
  const inSection = (section: Section) => organisations.filter((organisation) => organisation.section === section);
  const sections = {
    international: inSection('international'),
    european: inSection('european'),
    other: inSection('other'),
  };
  return {
    version: 0,
    organisations,
    organisation: (id) => byId.get(id),
    cancerTypes: data.cancerTypes,
    cancerType: (id) => typeById.get(id),
    ...tree,
    helplines: (country) => (country === null ? undefined : helplines.get(country)) ?? forEurope,
    bySection: () => sections,
    countriesServed: [...new Set(working.flatMap((organisation) => organisation.countries))].sort(),
  };
}

const numbersForEuropeMissing: Fault = {
  file: 'helplines.json',
  place: 'EU',
  message: 'is missing; add the entry for a country that is not listed or not known',
};

function checkCountries(countries: readonly string[]): Fault[] {
  const faults = duplicates('helplines.json', countries);
  // A file that could not be read at all has said so already.
  return countries.length === 0 || countries.includes('EU') ? faults : [...faults, numbersForEuropeMissing];
}
