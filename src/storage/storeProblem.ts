import { StoreConflict, StoreError } from './store.ts';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const BUSY = 5;
const READ_ONLY = 8;
const INPUT_OUTPUT = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NO_DATABASE = 26;

interface Failure extends Error {
  readonly code?: string;
  /** SQLite's result code, extended: its last byte is the primary one. */
  readonly errcode?: number;
}

/** Whether there was no space left on the disc. */
export function isFull(error: unknown): boolean {
  const { code, errcode = 0 } = error as Failure;
  return code === 'ENOSPC' || code === 'EDQUOT' || (errcode & 0xff) === FULL;
}

/** Whether SQLite found its file damaged, or none of its own. */
export function isDamage(error: unknown): boolean {
  return [CORRUPT, NO_DATABASE].includes(((error as Failure).errcode ?? 0) & 0xff);
}

/** Says of an error of SQLite's or of the file system's what happened and what to do; gives back any other as it is. */
export function problemOf(error: unknown, folder: string): unknown {
  if (error instanceof StoreError || error instanceof StoreConflict) return error;
  const { code, errcode = 0, message } = error as Failure;
  const primary = errcode & 0xff;
  if (isFull(error)) {
    return new StoreError(
      `The disc with ${folder} is full: nothing was written, what was kept can still be read and deleted. Make space; no restart is needed.`,
    );
  }
  if (['EROFS', 'EACCES', 'EPERM'].includes(code ?? '') || primary === READ_ONLY || primary === CANNOT_OPEN) {
    return new StoreError(
      `The folder ${folder} cannot be written (${message}): set DATA_DIR to a folder of the program's own, or give it the right to write there.`,
    );
  }
  if (primary === BUSY) {
    return new StoreError(`Another process keeps the store in ${folder} busy: try again, and end what holds it.`);
  }
  if (code === 'EIO' || primary === INPUT_OUTPUT || isDamage(error)) {
    return new StoreError(`The store in ${folder} cannot be used (${message}): look at the disc, then start again.`);
  }
  return error;
}
