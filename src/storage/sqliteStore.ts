import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { type Entry, type Kept, type Store, StoreConflict, StoreError } from './store.ts';

const OWNER_ONLY = 0o600;
const BUSY_MS = 2000;
/** What SQLite puts aside while it works stays in memory, not in a file. */
const SETTINGS = `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON`;

/** Each step leads from one format of the file to the next: add steps, never change one. */
const MIGRATIONS = [
  `CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL, until BIGINT);
   CREATE INDEX IF NOT EXISTS entries_until ON entries (until)`,
] as const;

/** Plain SQL, which PostgreSQL takes as well. */
const SQL = {
  read: 'SELECT value, version FROM entries WHERE key = ? AND (until IS NULL OR until > ?)',
  write: `INSERT INTO entries (key, value, version, until) VALUES (?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version, until = excluded.until`,
  rewrite: `UPDATE entries SET value = ?, version = ?, until = ?
    WHERE key = ? AND version = ? AND (until IS NULL OR until > ?)`,
  delete: 'DELETE FROM entries WHERE key = ?',
  forget: 'DELETE FROM entries WHERE until <= ?',
};

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

/** Looks whether the file can be used, without changing a byte of it. */
function inspect(file: string): void {
  const log = `${file}-wal`;
  // SQLite would throw such a log away.
  if (statSync(file).size === 0 && existsSync(log) && statSync(log).size > 0) {
    throw new Error('it is empty, but the log of its changes is not');
  }
  // Where a process was killed while it made the file, SQLite must take that back first, which is a write.
  const database = new DatabaseSync(file, { readOnly: !existsSync(`${file}-journal`) });
  try {
    database.exec(SETTINGS);
    if (formatOf(database) > MIGRATIONS.length) {
      throw new StoreError(
        `${file} was written by a newer version of the program: start that version, or move the file away to begin anew.`,
      );
    }
    const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get()!;
    if (found !== 'ok') throw new Error(String(found).replaceAll('\n', ' '));
  } finally {
    database.close();
  }
}

function prepare(database: DatabaseSync): void {
  // With NORMAL a power cut may take the last writes, but never harms the file; a killed process loses nothing.
  database.exec(`${SETTINGS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`);
  together(database, () => {
    for (const step of MIGRATIONS.slice(formatOf(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function open(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    inspect(file);
    database = new DatabaseSync(file);
    prepare(database);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      `${file} cannot be read (${(error as Error).message}). Talks that were under way are kept in it, for half an hour at most, and whom the bot has welcomed: put back a copy, or move it away with its -wal and -shm files, and the program makes a new one.`,
    );
  }
}

function together(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    // Where the disc is full, SQLite has taken the writes back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Empties the log of changes; gives back whether it could: another process may just be doing so. */
function emptyLog(database: DatabaseSync): boolean {
  return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()!.busy === 0;
}

/**
 * Takes what was deleted or written over out of every file. secure_delete alone leaves copies in pages from which their
 * entries once moved, so the file is written anew, and then the log of changes emptied.
 *
 * @throws StoreError where other processes leave no moment for it
 */
async function scrub(database: DatabaseSync): Promise<void> {
  database.exec('VACUUM');
  const end = performance.now() + BUSY_MS;
  while (!emptyLog(database)) {
    if (performance.now() > end) {
      throw new StoreError('Another process keeps the store busy: deleted text may still be in its files.');
    }
    await setTimeout(10);
  }
}

/**
 * Opens the store in a folder; makes both where they are missing. Several processes may have it open.
 *
 * @param now the time, in milliseconds since 1970
 * @throws StoreError where the folder cannot be written, or the file is damaged or of a newer version: it then stays as it is
 */
export function openSqliteStore(folder: string, now: () => number = Date.now): Store {
  const database = open(makeFile(folder));
  const [read, write, rewrite, remove, forget] = (['read', 'write', 'rewrite', 'delete', 'forget'] as const).map(
    (name) => database.prepare(SQL[name]),
  ) as [StatementSync, StatementSync, StatementSync, StatementSync, StatementSync];
  forget.run(now());
  // A process that was killed may have left old text; where another one is busy, the next sweep takes it away.
  database.exec('VACUUM');
  /** Whether old text may still be in the files. */
  let stained = !emptyLog(database);
  const put = ({ key, value, until, seen }: Entry): void => {
    const text = JSON.stringify(value);
    if (seen === null) write.run(key, text, randomUUID(), until);
    else if (rewrite.run(text, randomUUID(), until, key, seen, now()).changes === 0) throw new StoreConflict();
  };
  const scrubStains = async (): Promise<void> => {
    if (!stained) return;
    // Set first: what is written while this waits stains anew.
    stained = false;
    await scrub(database).catch((error) => {
      stained = true;
      throw error;
    });
  };
  return {
    async read(keys) {
      const time = now();
      const found = new Map<string, Kept>();
      for (const key of keys) {
        const row = read.get(key, time) as { value: string; version: string } | undefined;
        if (row) found.set(key, { value: JSON.parse(row.value), version: row.version });
      }
      return found;
    },
    async write(entries) {
      together(database, () => entries.forEach(put));
      stained = true;
    },
    async delete(keys) {
      together(database, () => {
        for (const key of keys) if (remove.run(key).changes > 0) stained = true;
      });
      await scrubStains();
    },
    async forgetExpired() {
      if (forget.run(now()).changes > 0) stained = true;
      await scrubStains();
    },
    async close() {
      database.close();
    },
  };
}
