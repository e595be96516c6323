import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultOfSealKey, KEY_BYTES, readSealKeys } from './keyText.ts';
import { StoreError } from './store.ts';

const OWNER_ONLY = 0o600;
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

/** What can be done about a key that is there, but of no use. */
const REMEDY =
  'Put back the copy of it, or delete it: the next start makes a new one, and the talks that are under way are lost.';

/** The key of a file; null where there is none. */
function readKey(file: string): Uint8Array | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    if (code === 'EISDIR') {
      throw new StoreError(
        `The key of the talks, ${file}, is a folder. Put back the copy of the file, or delete it: the next start makes a new key, and the talks that are under way are lost.`,
      );
    }
    throw new StoreError(
      `The key of the talks, ${file}, cannot be read (${code}): give the user that runs the program the right to read it, or set DATA_DIR to a folder of the program's own.`,
    );
  }
  const fault = faultOfSealKey(text);
  if (fault) throw new StoreError(`The key of the talks, ${file}, ${fault}. ${REMEDY}`);
  return readSealKeys(text)[0]!;
}

/** Writes a new key, whole or not at all; where another process was first, its key stays. */
function makeKey(folder: string, file: string): void {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true });
    const key = `${randomBytes(KEY_BYTES).toString('base64url')}\n`;
    writeFileSync(beside, key, { mode: OWNER_ONLY, flag: 'wx', flush: true });
    linkSync(beside, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    throw new StoreError(
      `The key of the talks, ${file}, cannot be written (${codeOf(error)}): give the program the right and the room to write there, set DATA_DIR to a folder of the program's own, or set SEAL_KEYS.`,
    );
  } finally {
    rmSync(beside, { force: true });
  }
}

/**
 * The key kept in a folder of the program's own; made there the first time, readable by its owner only.
 *
 * @throws StoreError where it cannot be read or made, or is none: the message names the file, the cause and the remedy
 */
export function keptSealKey(folder: string): Uint8Array {
  const file = resolve(join(folder, 'seal.key'));
  const kept = readKey(file);
  if (kept) return kept;
  makeKey(folder, file);
  const made = readKey(file);
  if (!made) throw new StoreError(`The key of the talks, ${file}, was taken away while it was made. Start again.`);
  return made;
}
