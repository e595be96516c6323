import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';
import { DataError } from '../dataFiles/dataFile.ts';
import { buildPackage } from './buildPackage.ts';
import { readPackageSettings } from './packageSettings.ts';

/** Where the command takes its things from, and where it puts the package. */
export interface PackagePlaces {
  readonly dataFolder: string;
  readonly zipFile: string;
}

/**
 * Builds the app package for Teams. Where something is missing or wrong it says what, and leaves no package behind, not
 * even an older one.
 *
 * @param out takes a line for the person at the terminal
 * @returns the exit code: 0 where the package is there, 1 where not
 */
export function runPackageCommand(
  environment: Readonly<Record<string, string | undefined>>,
  { dataFolder, zipFile }: PackagePlaces,
  out: (line: string) => void,
): number {
  rmSync(zipFile, { force: true });
  try {
    const built = buildPackage(dataFolder, readPackageSettings(environment));
    mkdirSync(dirname(zipFile), { recursive: true });
    writeFileSync(zipFile, built.zip);
    out(
      `${zipFile}: ${built.name} ${built.version}, manifest ${built.manifestVersion}, ${built.files.length} files, checked.`,
    );
    out('How to install it: docs/teams.md');
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError) && !(error instanceof DataError)) throw error;
    out(error.message);
    return 1;
  }
}
