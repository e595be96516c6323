import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** The keys that stand in the file of keys in a folder, without the secret of the file itself. */
export function keysIn(folder: string): Buffer[] {
  const bytes = readFileSync(join(folder, 'state.keys'));
  return Array.from({ length: bytes.length / KEY_BYTES - 1 }, (_, n) =>
    bytes.subarray((n + 1) * KEY_BYTES, (n + 2) * KEY_BYTES),
  ).filter((key) => key.some((byte) => byte !== 0));
}

/** The files of a folder that hold a text or a key, as bytes. */
export const filesWith = (folder: string, what: string | Buffer): string[] =>
  readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(what));
