import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KEY_BYTES, KeyFile } from './keyFile.ts';
import { sealText } from './sealedValue.ts';
import { StoreError } from './store.ts';
import { isDamage, problemOf } from './storeProblem.ts';

const OWNER_ONLY = 0o600;
const BUSY_MS = 2000;
/** What is left of the log's file when it begins anew, in bytes. */
const LOG_KEPT = 1 << 20;
/** Pages kept in memory, in KiB: names are scattered, so each write touches other pages of the index. */
const CACHE_KIB = 16_000;
/** What SQLite puts aside while it works stays in memory, not in a file. */
const SETTINGS = `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON`;

/** The format before the last: whether old text is still to be taken out of the file. */
const SEALED = 2;
const FORMAT = 3;

interface Unsealed {
  readonly key: string;
  readonly value: string;
  readonly version: string;
  readonly until: number | null;
}

/**
 * Seals what the former format kept as plain text. A row is a slot of the file of keys; where it has no key of its own it
 * is free. Rows are never deleted, so that a slot has one owner, whatever process asks.
 */
function sealEntries(database: DatabaseSync, keysFile: string): void {
  const keys = KeyFile.make(keysFile, randomBytes(KEY_BYTES));
  database.exec(`CREATE TABLE sealed (slot INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB, version TEXT, until BIGINT);
    CREATE INDEX sealed_until ON sealed (until) WHERE until IS NOT NULL;
    CREATE TABLE key_file (mark BLOB NOT NULL)`);
  database.prepare('INSERT INTO key_file (mark) VALUES (?)').run(keys.mark);
  const insert = database.prepare('INSERT INTO sealed (slot, key, value, version, until) VALUES (?, ?, ?, ?, ?)');
  let slot = 0;
  for (const row of database.prepare('SELECT key, value, version, until FROM entries').iterate()) {
    const { key: name, value, version, until } = row as unknown as Unsealed;
    slot += 1;
    const [key, place] = [randomBytes(KEY_BYTES), keys.digestOf(name)];
    keys.put(slot, key);
    insert.run(slot, place, sealText(value, key, place), version, until);
  }
  database.exec('DROP TABLE entries');
  void keys.close();
}

/** Each step leads from one format of the file to the next: add steps, never change one. */
const MIGRATIONS: readonly ((database: DatabaseSync, keysFile: string) => void)[] = [
  (database) =>
    database.exec(`CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL, until BIGINT);
   CREATE INDEX IF NOT EXISTS entries_until ON entries (until)`),
  sealEntries,
];

/** Makes the file, for its owner only; SQLite gives the files beside it the same rights. */
function makeFile(folder: string): string {
  const file = join(folder, 'state.db');
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(file, 'a', OWNER_ONLY));
    for (const each of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(each)) chmodSync(each, OWNER_ONLY);
  } catch (error) {
    throw new StoreError(
      `The folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): set DATA_DIR to a folder of the program's own, or give it the right to write there.`,
    );
  }
  return file;
}

function formatOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()!.user_version);
}

/** Whether a file of keys is the one that the database was sealed with. */
function areKeysOf(database: DatabaseSync, keysFile: string): boolean {
  if (!existsSync(keysFile)) return false;
  const keys = KeyFile.open(keysFile);
  const mark = database.prepare('SELECT mark FROM key_file').get()?.mark as Uint8Array | undefined;
  void keys.close();
  return mark !== undefined && keys.mark.equals(mark);
}

/** Looks whether the file can be used, without changing a byte of it. */
function inspect(file: string, keysFile: string): void {
  const log = `${file}-wal`;
  // SQLite would throw such a log away.
  if (statSync(file).size === 0 && existsSync(log) && statSync(log).size > 0) {
    throw new Error('it is empty, but the log of its changes is not');
  }
  // Where a process was killed while it made the file, SQLite must take that back first, which is a write.
  const database = new DatabaseSync(file, { readOnly: !existsSync(`${file}-journal`) });
  try {
    database.exec(SETTINGS);
    const format = formatOf(database);
    if (format > FORMAT) {
      throw new StoreError(
        `${file} was written by a newer version of the program: start that version, or move the file away to begin anew.`,
      );
    }
    const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get()!;
    if (found !== 'ok') throw new Error(String(found).replaceAll('\n', ' '));
    if (format >= SEALED && !areKeysOf(database, keysFile)) throw new Error(`${keysFile} does not hold its keys`);
  } finally {
    database.close();
  }
}

/** Runs work in a transaction that no other process's can come between. */
export function together<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // Where the disc is full, SQLite has taken the writes back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Takes what the former format kept as plain text out of every file, once: the file is written anew and the log emptied.
 * Where another process leaves no moment for it, the next start does it.
 */
function scrub(database: DatabaseSync): void {
  database.exec('VACUUM');
  if (database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()!.busy === 0) {
    database.exec(`PRAGMA user_version = ${FORMAT}`);
  }
}

function prepare(database: DatabaseSync, keysFile: string): void {
  // With NORMAL a power cut may take the last writes, but never harms the file; a killed process loses nothing.
  // The log is brought into the file by a thread of its own (logThread.ts): that waits for the disc.
  database.exec(`${SETTINGS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = ${LOG_KEPT}; PRAGMA cache_size = -${CACHE_KIB}`);
  together(database, () => {
    const format = formatOf(database);
    if (format >= SEALED) return;
    for (const step of MIGRATIONS.slice(format)) step(database, keysFile);
    database.exec(`PRAGMA user_version = ${SEALED}`);
  });
  if (formatOf(database) === SEALED) scrub(database);
}

/** The database and the keys to what is in it. */
export interface SqliteFile {
  readonly database: DatabaseSync;
  readonly keys: KeyFile;
  /** Where the database is. */
  readonly file: string;
}

/**
 * Opens the files in a folder; makes them where they are missing, and brings them to today's format.
 *
 * @throws StoreError where the folder cannot be written, or a file is damaged, missing or of a newer version: all then stay as they are
 */
export function openSqliteFile(folder: string): SqliteFile {
  const file = makeFile(folder);
  const keysFile = join(folder, 'state.keys');
  let database: DatabaseSync | undefined;
  try {
    inspect(file, keysFile);
    database = new DatabaseSync(file);
    prepare(database, keysFile);
    return { database, keys: KeyFile.open(keysFile), file };
  } catch (error) {
    database?.close();
    const problem = isDamage(error) ? error : problemOf(error, folder);
    if (problem instanceof StoreError) throw problem;
    throw new StoreError(
      `${file} cannot be read (${(error as Error).message}). Talks that were under way are kept in it, for half an hour at most, and whom the bot has welcomed: put back a copy, or move it away with its -wal and -shm files and state.keys, and the program makes new ones.`,
    );
  }
}
