import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { KEY_BYTES, type KeyFile } from './keyFile.ts';
import { openText, sealText } from './sealedValue.ts';
import { together } from './sqliteFile.ts';
import { type Entry, type Kept, StoreConflict } from './store.ts';
import { isFull } from './storeProblem.ts';

/** How many keys are thrown away, and how many rows let go, while the lock is held: a millisecond or two each. */
const KEYS_AT_ONCE = 500;
const ROWS_AT_ONCE = 10;

/** Plain SQL, which PostgreSQL takes as well. */
const SQL = {
  find: 'SELECT slot, value, version, until FROM sealed WHERE key = ?',
  free: 'SELECT slot FROM sealed WHERE key IS NULL LIMIT 1',
  last: 'SELECT MAX(slot) AS slot FROM sealed',
  allFree: 'SELECT slot FROM sealed WHERE key IS NULL',
  owner: 'SELECT slot FROM sealed WHERE slot = ? AND key IS NOT NULL',
  write: `INSERT INTO sealed (slot, key, value, version, until) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (slot) DO UPDATE SET key = excluded.key, value = excluded.value, version = excluded.version,
    until = excluded.until`,
  clear: 'UPDATE sealed SET key = NULL, value = NULL, version = NULL, until = NULL WHERE slot = ?',
  expired: `SELECT slot, until FROM sealed WHERE until <= ? AND (until, slot) > (?, ?)
    ORDER BY until, slot LIMIT ${KEYS_AT_ONCE}`,
  first: `SELECT slot FROM sealed WHERE until <= ? LIMIT ${ROWS_AT_ONCE}`,
};

interface Row {
  readonly slot: number;
  readonly value: Uint8Array;
  readonly version: string;
  readonly until: number | null;
}

/** The last entry that a sweep has come to. */
export interface Reached {
  readonly until: number;
  readonly slot: number;
}

/** Statements over the rows and their keys: each entry has a key of its own from its first write to its end. */
export function openEntries(database: DatabaseSync, keys: KeyFile) {
  const find = database.prepare(SQL.find);
  const free = database.prepare(SQL.free);
  const last = database.prepare(SQL.last);
  const owner = database.prepare(SQL.owner);
  const writeRow = database.prepare(SQL.write);
  const clear = database.prepare(SQL.clear);
  const expired = database.prepare(SQL.expired);
  const first = database.prepare(SQL.first);

  const isOver = ({ until }: Row, time: number): boolean => until !== null && until <= time;

  /** Writes one entry; notes the slot where it had to put a key. */
  function put({ key: name, value, until, seen }: Entry, time: number, filled: number[]): void {
    const place = keys.digestOf(name);
    const row = find.get(place) as Row | undefined;
    const old = row && !isOver(row, time) ? keys.keyAt(row.slot) : null;
    if (seen !== null && (old === null || row!.version !== seen)) throw new StoreConflict();
    const slot = row?.slot ?? (free.get()?.slot as number | undefined) ?? Number(last.get()!.slot ?? 0) + 1;
    const key = old ?? randomBytes(KEY_BYTES);
    if (old === null) {
      // The key first: where the program dies in between, a key is left that opens nothing, never an entry without one.
      filled.push(slot);
      keys.put(slot, key);
    }
    writeRow.run(slot, place, sealText(JSON.stringify(value), key, place), randomUUID(), until);
  }

  /** Throws away keys of a write that came to nothing. */
  function takeBack(slots: readonly number[]): void {
    together(database, () => {
      for (const slot of slots) if (!owner.get(slot)) keys.throwAway(slot);
    });
  }

  return {
    read(name: string, time: number): Kept | null {
      const place = keys.digestOf(name);
      const row = find.get(place) as Row | undefined;
      if (!row || isOver(row, time)) return null;
      const key = keys.keyAt(row.slot);
      const text = key && openText(row.value, key, place);
      return text === null ? null : { value: JSON.parse(text), version: row.version };
    },

    /** Writes all, or none. */
    write(entries: readonly Entry[], time: number): void {
      const filled: number[] = [];
      try {
        together(database, () => {
          for (const entry of entries) put(entry, time, filled);
        });
      } catch (error) {
        if (filled.length > 0) takeBack(filled);
        throw error;
      }
    },

    /** Throws the keys away, then lets the rows go; on a full disc the rows stay and nobody can open them. */
    remove(names: readonly string[]): void {
      try {
        together(database, () => {
          for (const name of names) {
            const row = find.get(keys.digestOf(name)) as Row | undefined;
            if (!row) continue;
            keys.throwAway(row.slot);
            clear.run(row.slot);
          }
        });
      } catch (error) {
        if (!isFull(error)) throw error;
        together(database, () => {
          for (const name of names) {
            const row = find.get(keys.digestOf(name)) as Row | undefined;
            if (row) keys.throwAway(row.slot);
          }
        });
      }
    },

    /** Throws away some keys of what has expired, a full disc or not; gives back how far it came, null at the end. */
    expireSome(time: number, after: Reached): Reached | null {
      return together(database, () => {
        const rows = expired.all(time, after.until, after.slot) as unknown as Reached[];
        for (const { slot } of rows) keys.throwAway(slot);
        return rows.length < KEYS_AT_ONCE ? null : rows.at(-1)!;
      });
    },

    /** Lets some rows go that have expired; gives back whether there may be more. */
    clearSome(time: number): boolean {
      return together(database, () => {
        const rows = first.all(time) as unknown as { slot: number }[];
        for (const { slot } of rows) {
          keys.throwAway(slot);
          clear.run(slot);
        }
        return rows.length === ROWS_AT_ONCE;
      });
    },

    /** Throws away what a program left that died while it wrote: keys in slots that nobody owns. */
    clearFree(): void {
      together(database, () => {
        for (const { slot } of database.prepare(SQL.allFree).iterate()) {
          if (keys.keyAt(Number(slot))) keys.throwAway(Number(slot));
        }
        for (let slot = Number(last.get()!.slot ?? 0) + 1; slot < keys.slots; slot += 1) keys.throwAway(slot);
      });
    },
  };
}
