// The command behind `npm run --silent directory -- check [--data FOLDER]` and `directory -- schemas`.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultLine } from '../dataFiles/dataFile.ts';
import { type Coverage, check, type Validator } from '../directory/check.ts';
import { writeSchemas } from './schemasCommand.ts';

const usage = 'usage: npm run --silent directory -- check|schemas [--data FOLDER]';
const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Runs the command. `check` prints every fault with its place, or the notes where there are none, then what the directory
 * lacks; `schemas` writes docs/data.md and data/schemas/, and prints their names.
 * Gives the exit code: 0 without faults, 1 with faults, 2 where the command is not understood.
 */
export function runDirectoryCommand(
  args: readonly string[],
  print: (line: string) => void,
  validators: readonly Validator[] = [],
  notes: readonly Validator[] = [],
): number {
  const options = readOptions(args);
  if (options === null) {
    print(usage);
    return 2;
  }
  if (options.command === 'schemas') {
    for (const file of writeSchemas(ROOT)) print(file);
    return 0;
  }
  const { faults, notes: found, coverage } = check({ dataFolder: options.dataFolder, validators, notes });
  for (const fault of faults) print(faultLine(fault));
  for (const note of found) print(`Note: ${note.file}, ${note.place}: ${note.message}`);
  if (coverage !== null) printCoverage(coverage, print);
  print(faults.length === 0 ? 'The data are without faults.' : `${faults.length} to put right.`);
  return faults.length === 0 ? 0 : 1;
}

function readOptions(args: readonly string[]): { command: 'check' | 'schemas'; dataFolder: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' } },
      allowPositionals: true,
    });
    const [command] = positionals;
    if (positionals.length !== 1 || (command !== 'check' && command !== 'schemas')) return null;
    if (command === 'schemas' && values.data !== undefined) return null;
    return { command, dataFolder: values.data ?? join(ROOT, 'data') };
  } catch {
    return null;
  }
}

function printCoverage({ cancerTypes, countries }: Coverage, print: (line: string) => void): void {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'region' });
  print(
    `Countries without an organisation of their own: ${countries.map((code) => `${names.of(code)} (${code})`).join(', ') || 'none'}.`,
  );
  for (const served of ['by its parent', 'by its kinds', 'only by organisations for all cancers'] as const) {
    const ids = cancerTypes.filter((type) => type.served === served).map((type) => type.id);
    print(`Cancer types without an organisation of their own, served ${served}: ${ids.join(', ') || 'none'}.`);
  }
}

if (import.meta.main) {
  process.exitCode = runDirectoryCommand(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}
