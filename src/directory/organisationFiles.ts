// The files of data/organisations/, a file for each place, and what the name of a file says of its entries.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../dataFiles/dataFile.ts';
import { isCountryCode } from './fields.ts';
import { type Organisation, organisationSchema } from './organisation.ts';
import { readEntries } from './readEntries.ts';

const FOLDER = 'organisations';
/** Files that are always there; those of countries come and go with their organisations. */
const KEPT = ['society', 'worldwide', 'europe'] as const;

/** The society's page, in its order. */
export const SOCIETY_FILE = `${FOLDER}/society.json`;

/** An entry, and the file below the data folder that it stands in. */
export type Placed = { organisation: Organisation; file: string };

/** The id of an entry, be it sound or faulty, and its file. */
export type PlacedId = { id: string; file: string };

/** The country that a file is for, from its name: `DE` for `organisations/de.json`; null for the three that are kept. */
export function countryOfFile(file: string): string | null {
  const place = placeOf(file);
  return KEPT.some((kept) => kept === place) ? null : place.toUpperCase();
}

const placeOf = (file: string): string => file.slice(FOLDER.length + 1, -'.json'.length);

/** What an entry of the file need not say, since the file's name says it. */
function saidByName(file: string): Partial<Organisation> {
  switch (placeOf(file)) {
    case 'society':
      return { list: 'society' };
    case 'worldwide':
      return { region: 'worldwide' };
    case 'europe':
      return { region: 'europe' };
    default:
      return { countries: [placeOf(file).toUpperCase()] };
  }
}

/** The files of the folder that are there, and those that must be. */
function filesIn(dataFolder: string): string[] {
  let found: string[] = [];
  try {
    found = readdirSync(join(dataFolder, FOLDER)).filter((file) => file.endsWith('.json'));
  } catch {
    // A folder that is missing is told of by the files that must be in it.
  }
  return [...new Set([...KEPT.map((place) => `${place}.json`), ...found])].sort().map((file) => `${FOLDER}/${file}`);
}

function faultOfName(file: string): Fault[] {
  const place = placeOf(file);
  if (countryOfFile(file) === null || (place === place.toLowerCase() && isCountryCode(place.toUpperCase()))) return [];
  const message = `is named after no place; call it by the code of a country such as "de.json", or move its entries`;
  return [{ file, place: 'the file', message }];
}

/**
 * Reads all files of `data/organisations/`. Throws nothing: gives the entries without a fault of their own, the ids
 * of all entries, and the faults, all in the order of the files' names.
 */
export function readOrganisations(dataFolder: string): { placed: Placed[]; ids: PlacedId[]; faults: Fault[] } {
  const read = filesIn(dataFolder).map((file) => ({
    file,
    ...readEntries(dataFolder, file, organisationSchema, 'id', saidByName(file)),
  }));
  return {
    placed: read.flatMap(({ file, entries }) => entries.map((organisation) => ({ organisation, file }))),
    ids: read.flatMap(({ file, ids }) => ids.map((id) => ({ id, file }))),
    faults: read.flatMap(({ file, faults }) => [...faultOfName(file), ...faults]),
  };
}
