import type { Fault } from '../dataFiles/dataFile.ts';

/** A fault for every id that stands in the file more than once. */
export function duplicates(file: string, ids: readonly string[]): Fault[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    file,
    place: id,
    message: 'stands in the file more than once; keep one entry, or give the other a different id',
  }));
}
