import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { wordsFor } from './faultWords.ts';

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

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Why a file cannot be read, and what to do, by the code of the system's error. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'is missing; restore it from the repository or, for a new language, write it (docs/translating.md)',
  ENOTDIR: 'is missing, since a file stands where its folder should be; restore both from the repository',
  EISDIR: 'is a folder and should be a file; restore it from the repository',
  EACCES: 'may not be read; give the program the right to read it',
  EPERM: 'may not be read; give the program the right to read it',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function faultOfFile(file: string, message: string): DataError {
  return new DataError([{ file, place: 'the file', message }]);
}

/** Reads a file of `data/` that is no text. @throws DataError where it cannot be read */
export function readBytes(dataFolder: string, file: string): Buffer {
  try {
    return readFileSync(join(dataFolder, file));
  } catch (error) {
    const code = codeOf(error);
    throw faultOfFile(
      file,
      UNREADABLE[code] ?? `cannot be read (${code || String(error)}); restore it from the repository`,
    );
  }
}

/**
 * Reads a text file of `data/`.
 *
 * @throws DataError where it cannot be read, is empty or is not written in UTF-8
 */
export function readText(dataFolder: string, file: string): string {
  const bytes = readBytes(dataFolder, file);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw faultOfFile(file, 'is not written in UTF-8; save it with the encoding "UTF-8"');
  }
  if (text.startsWith('\uFEFF')) {
    throw faultOfFile(file, 'begins with a byte order mark; save it with the encoding "UTF-8 without BOM"');
  }
  if (text.trim() === '') throw faultOfFile(file, 'is empty; restore it from the repository');
  return text;
}

/**
 * The lines of a text file of `data/`, without empty lines and comments (`#`).
 *
 * @throws DataError as `readText`, and where no line is left
 */
export function readLines(dataFolder: string, file: string): string[] {
  const lines = readText(dataFolder, file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0)
    throw faultOfFile(file, 'holds only comments; write a line, or restore it from the repository');
  return lines;
}

/** Characters of the text that V8 shows on either side of what it cannot read. */
const SHOWN = 10;

/** Where the parser stopped: it gives a number, or some of the text around. Null where that is not to be found. */
function placeOfError(text: string, message: string): number | null {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, before, shown, after] = /, (\.\.\.)?"(.*)"(\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  const start = shown === undefined ? -1 : text.indexOf(shown);
  if (shown === undefined || start === -1 || start !== text.lastIndexOf(shown)) return null;
  if (before) return start + SHOWN;
  return after ? start + shown.length - SHOWN : null;
}

/** What the parser says of a text that is not JSON: the line, and the parser's reason. */
function faultOfJson(file: string, text: string, error: Error): Fault {
  const endsEarly = error.message.startsWith('Unexpected end');
  const position = endsEarly ? text.trimEnd().length : placeOfError(text, error.message);
  const reason = error.message.replace(/(?: in JSON| after JSON)? at position \d+.*$|, (?:\.\.\.)?".*$/s, '');
  return {
    file,
    place: position === null ? 'the whole file' : `line ${text.slice(0, position).split('\n').length}`,
    message: `is not valid JSON: ${reason}; look there and just before for a comma, quote or bracket that is missing or too many`,
  };
}

/** @throws DataError where a file cannot be read or is not JSON */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataError([faultOfJson(file, text, error as Error)]);
  }
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
  const content = parseJson(file, readText(dataFolder, file));
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new DataError(
    result.error.issues.map((issue) => ({
      file,
      place: placeOf(issue.path, content),
      message: wordsFor(issue, content, schema),
    })),
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

/** The faults that a reader finds; none where it can read everything. Any other error is thrown on. */
export function faultsOf(read: () => unknown): readonly Fault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof DataError) return error.faults;
    throw error;
  }
}

/** @throws DataError where there are faults */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DataError(faults);
}
