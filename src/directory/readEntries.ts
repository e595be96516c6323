// Reads a data file that is a list of entries, each checked on its own so that one fault does not hide the next.

import { z } from 'zod';
import { DataError, type Fault, readJson } from '../dataFiles/dataFile.ts';
import { wordsFor } from '../dataFiles/faultWords.ts';

export type Entries<T> = {
  /** The entries without a fault, in the order of the file. */
  entries: T[];
  /** The ids (or countries) of all entries, the faulty ones as well: what refers to a faulty entry is not a fault. */
  ids: string[];
  faults: readonly Fault[];
};

const anyList = z.array(z.unknown(), { error: 'is not a list; put all entries between [ and ]' });

/**
 * Reads `file` in `dataFolder` and checks each entry against the schema. Throws nothing: a file that is missing or is
 * not a list of entries is a fault, too. `key` names the field that tells entries apart; `defaults` are the fields that an
 * entry has where it does not say otherwise.
 */
export function readEntries<T>(
  dataFolder: string,
  file: string,
  schema: z.ZodType<T>,
  key: 'id' | 'country',
  defaults: Readonly<Record<string, unknown>> = {},
): Entries<T> {
  let list: readonly unknown[];
  try {
    list = readJson(dataFolder, file, anyList);
  } catch (error) {
    if (error instanceof DataError) return { entries: [], ids: [], faults: error.faults };
    throw error;
  }
  const entries: T[] = [];
  const ids: string[] = [];
  const faults: Fault[] = [];
  for (const [index, written] of list.entries()) {
    const entry = isFields(written) ? { ...defaults, ...written } : written;
    const id = idOf(entry, key);
    if (id !== null) ids.push(id);
    const result = schema.safeParse(entry);
    if (result.success) entries.push(result.data);
    else
      faults.push(
        ...result.error.issues.map((issue) => ({
          file,
          place: placeOf(id ?? `entry ${index + 1}`, issue.path),
          message: wordsFor(issue, entry, schema),
        })),
      );
  }
  return { entries, ids, faults };
}

const isFields = (entry: unknown): entry is Readonly<Record<string, unknown>> =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry);

function idOf(entry: unknown, key: string): string | null {
  const id: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined;
  return typeof id === 'string' && id !== '' ? id : null;
}

function placeOf(entry: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  const field = steps.join('').replace(/^\./, '');
  return field === '' ? entry : `${entry}, ${field}`;
}
