import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** Something wrong in a file of `data/`: where it is, and what to do. */
export interface Fault {
  /** Path below the data folder. */
  readonly file: string;
  /** Where in the file: an id and a field, or a line. */
  readonly place: string;
  /** What is wrong and how it is put right, for an editor. */
  readonly message: string;
}

/** Faults in `data/`, all of them at once. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(
      `data/ has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map(faultLine).join('\n')}`,
    );
    this.faults = faults;
  }
}

export function faultLine(fault: Fault): string {
  return `- ${fault.file}, ${fault.place}: ${fault.message}`;
}

/**
 * Reads a text file of `data/`.
 *
 * @throws DataError where it cannot be read
 */
export function readText(dataFolder: string, file: string): string {
  try {
    return readFileSync(join(dataFolder, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DataError([
      { file, place: 'the file', message: `cannot be read (${reason}); restore it from the repository` },
    ]);
  }
}

/** The lines of a text file of `data/`, without empty lines and comments (`#`). @throws DataError as `readText` */
export function readLines(dataFolder: string, file: string): string[] {
  return readText(dataFolder, file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * Reads a JSON file of `data/` and checks it against its schema.
 *
 * @param placeOf names a place for the editor, from the path that zod gives; by default the path itself
 * @throws DataError with every fault of the file
 */
export function readJson<Schema extends z.ZodType>(
  dataFolder: string,
  file: string,
  schema: Schema,
  placeOf: (path: readonly PropertyKey[], content: unknown) => string = (path) =>
    path.map(String).join('.') || 'the whole file',
): z.output<Schema> {
  let content: unknown;
  try {
    content = JSON.parse(readText(dataFolder, file));
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError([{ file, place: 'the whole file', message: `is not valid JSON: ${(error as Error).message}` }]);
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new DataError(
    result.error.issues.map((issue) => ({ file, place: placeOf(issue.path, content), message: issue.message })),
  );
}

/**
 * Runs several readers and gathers the faults of all of them, so that an editor sees everything at once.
 *
 * @throws DataError with the faults of every reader that failed
 */
export function readAll<Readers extends Record<string, () => unknown>>(
  readers: Readers,
): { [Key in keyof Readers]: ReturnType<Readers[Key]> } {
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(readers)) {
    try {
      values[name] = read();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new DataError(faults);
  return values as { [Key in keyof Readers]: ReturnType<Readers[Key]> };
}
