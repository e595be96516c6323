import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Entry, type Kept, type Store, StoreConflict, StoreError } from './store.ts';

/** Raised with each change of the table. */
const SCHEMA_VERSION = 1;
const BUSY_MS = 5000;
const OWNER_ONLY = 0o600;

/** Plain SQL, which PostgreSQL takes as well. */
const SQL = {
  create: `CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL, until BIGINT)`,
  index: 'CREATE INDEX IF NOT EXISTS entries_until ON entries (until)',
  read: 'SELECT value, version FROM entries WHERE key = ? AND (until IS NULL OR until > ?)',
  write: `INSERT INTO entries (key, value, version, until) VALUES (?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version, until = excluded.until`,
  rewrite: 'UPDATE entries SET value = ?, version = ?, until = ? WHERE key = ? AND version = ? AND (until IS NULL OR until > ?)',
  delete: 'DELETE FROM entries WHERE key = ?',
  forget: 'DELETE FROM entries WHERE until <= ?',
};

/** Makes the file, for its owner only; the files beside it get the same rights from SQLite. */
function makeFile(folder: string): string {
  const file = join(folder, 'state.db');
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(file, 'a', OWNER_ONLY));
    chmodSync(file, OWNER_ONLY);
  } catch (error) {
    throw new StoreError(
      `The folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): set DATA_DIR to a folder of the program's own, or give it the right to write there.`,
    );
  }
  return file;
}

function prepare(database: DatabaseSync, file: string): void {
  // Deleted text is overwritten, and the log of changes is emptied: a deletion leaves nothing behind.
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON`);
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      `${file} was written by a newer version of the program: start that version, or move the file away to begin anew.`,
    );
  }
  database.exec(`${SQL.create}; ${SQL.index}; PRAGMA user_version = ${SCHEMA_VERSION}`);
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    prepare(database, file);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      `${file} cannot be read (${(error as Error).message}). Talks that were under way are kept in it, for half an hour at most: move it away, and the program makes a new one.`,
    );
  }
}

/**
 * Opens the store in a folder; makes both where they are missing. Several processes may have it open.
 *
 * @param now the time, in milliseconds since 1970
 * @throws StoreError where the folder cannot be written, or the file is damaged or of a newer version
 */
export function openSqliteStore(folder: string, now: () => number = Date.now): Store {
  const database = open(makeFile(folder));
  const [read, write, rewrite, remove, forget] = (['read', 'write', 'rewrite', 'delete', 'forget'] as const).map(
    (name) => database.prepare(SQL[name]),
  ) as [StatementSync, StatementSync, StatementSync, StatementSync, StatementSync];
  const together = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
  const emptyLog = (): void => database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const put = ({ key, value, until, seen }: Entry): void => {
    const text = JSON.stringify(value);
    if (seen === null) write.run(key, text, randomUUID(), until);
    else if (rewrite.run(text, randomUUID(), until, key, seen, now()).changes === 0) throw new StoreConflict();
  };
  const forgetExpired = (): void => {
    if (forget.run(now()).changes > 0) emptyLog();
  };
  forgetExpired();
  emptyLog();
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
      together(() => entries.forEach(put));
    },
    async delete(keys) {
      together(() => {
        for (const key of keys) remove.run(key);
      });
      emptyLog();
    },
    async forgetExpired() {
      forgetExpired();
    },
    async close() {
      database.close();
    },
  };
}
