import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { buildPackage } from '../../src/teamsPackage/buildPackage.ts';
import { readPackageSettings } from '../../src/teamsPackage/packageSettings.ts';

export const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** Settings with which the package can be built. */
export const ENVIRONMENT = {
  MicrosoftAppId: '2b1c1c6e-8a57-4e0e-9d0e-3f5a1a2b3c4d',
  PUBLIC_URL: 'https://guide.example.org/',
  SOCIETY_NAME: 'Cancer Society',
  SOCIETY_URL: 'https://example.org',
};

/** A file of `data/teams`, as it is committed. */
export function readTeamsFile<Content = Record<string, string>>(name: string): Content {
  return JSON.parse(readFileSync(join(DATA, 'teams', name), 'utf8'));
}

/** The files of the package by their names; JSON files parsed. */
export function builtFiles(environment: Record<string, string> = ENVIRONMENT) {
  const { zip } = buildPackage(DATA, readPackageSettings(environment));
  const files = unzipSync(zip);
  const json = <Content = Record<string, string>>(name: string): Content => JSON.parse(strFromU8(files[name]!));
  return { files, json };
}

/** Runs something on a data folder of its own, whose files may be changed. */
export function withData<Result>(
  change: (edit: (file: string, of: (text: string) => string | Uint8Array) => void) => void,
  run: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'teams-'));
  try {
    cpSync(join(DATA, 'teams'), join(folder, 'teams'), { recursive: true });
    change((file, of) => {
      const path = join(folder, 'teams', file);
      writeFileSync(path, of(readFileSync(path, 'utf8')));
    });
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
