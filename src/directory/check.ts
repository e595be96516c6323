// Checks all of data/: the files of the directory, then whatever validators others add, and what the directory lacks.

import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { type Fault, faultLine, faultsOf, parseJson, readText, refuse } from '../dataFiles/dataFile.ts';
import { doubledKeys } from '../dataFiles/doubledKeys.ts';
import { generalTypes } from './cancerType.ts';
import { countriesToCover } from './countries.ts';
import type { Directory } from './directory.ts';
import { createDirectory, readDirectoryData } from './loadDirectory.ts';
import { isEnded, namedCancerTypes } from './organisation.ts';

/** Checks some files of the data folder and gives their faults; throws nothing. */
export type Validator = (dataFolder: string) => readonly Fault[];

export type Coverage = {
  /** Cancer types that no working organisation names. */
  cancerTypes: { id: string; served: 'by its kinds' | 'by its parent' | 'only by organisations for all cancers' }[];
  /** Countries of the EU, the EEA, the United Kingdom and Switzerland without a working organisation of their own. */
  countries: string[];
};

/**
 * Checks the data folder. Gives every fault of every file, what `notes` finds where there are none, and the coverage, or null where the faults leave no
 * directory to look at. Throws nothing.
 */
export function check(options: {
  dataFolder: string;
  validators?: readonly Validator[];
  notes?: readonly Validator[];
}): {
  faults: Fault[];
  notes: Fault[];
  coverage: Coverage | null;
} {
  const { dataFolder, validators = [], notes = [] } = options;
  const { data, faults } = readDirectoryData(dataFolder);
  const all = [...faults, ...checkJson(dataFolder), ...validators.flatMap((validate) => validate(dataFolder))];
  return {
    faults: withoutRepeats(all),
    // Where the data have faults, what is noted may come of them.
    notes: all.length > 0 ? [] : notes.flatMap((note) => note(dataFolder)),
    coverage: faults.length > 0 ? null : coverageOf(createDirectory(data, ['society', 'wider'])),
  };
}

/** What the directory has no organisation of its own for. */
export function coverageOf(directory: Directory): Coverage {
  const working = directory.organisations.filter((organisation) => !isEnded(organisation));
  const named = new Set(working.flatMap((organisation) => namedCancerTypes(organisation)));
  const cancerTypes = directory.cancerTypes
    .filter(({ id }) => !named.has(id) && !generalTypes.includes(id))
    .map(({ id }): Coverage['cancerTypes'][number] => {
      if (directory.kindsOf(id).some((kind) => named.has(kind))) return { id, served: 'by its kinds' };
      if (directory.ancestorsOf(id).some((parent) => named.has(parent))) return { id, served: 'by its parent' };
      return { id, served: 'only by organisations for all cancers' };
    });
  return { cancerTypes, countries: countriesToCover.filter((country) => !directory.countriesServed.includes(country)) };
}

/** Every JSON file must be JSON, and say nothing twice. */
const checkJson: Validator = (dataFolder) =>
  jsonFilesIn(dataFolder).flatMap((file) =>
    faultsOf(() => {
      const text = readText(dataFolder, file);
      parseJson(file, text);
      refuse(
        doubledKeys(text).map(({ key, line }) => ({
          file,
          place: `line ${line}`,
          message: `has "${key}" a second time, and only the last is read; remove one`,
        })),
      );
    }),
  );

/** A validator that reads a whole file finds again that it is not JSON: once is enough. */
function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [faultLine(fault), fault])).values()];
}

function jsonFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => extname(file) === '.json')
      .sort();
  } catch {
    // A folder that cannot be read is reported once, by the files that are missing in it.
    return [];
  }
}
