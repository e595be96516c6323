import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { KEY_BYTES, type KeyFile } from './keyFile.ts';
import { openText, sealText } from './sealedValue.ts';
import { together } from './sqliteFile.ts';
import { type Entry, type Kept, StoreConflict } from './store.ts';
import { isFull } from './storeProblem.ts';

/** How many expired entries are looked up at once, and how long a sweep holds the lock, in milliseconds. */
const BATCH = 50;
const SLICE_MS = 3;

/** Plain SQL, which PostgreSQL takes as well. */
const SQL = {
  find: 'SELECT slot, value, version, until FROM sealed WHERE key = ?',
  free: 'SELECT slot FROM sealed WHERE key IS NULL LIMIT 1',
  last: 'SELECT MAX(slot) AS slot FROM sealed',
  owned: 'SELECT slot FROM sealed WHERE key IS NOT NULL',
  owner: 'SELECT slot FROM sealed WHERE slot = ? AND key IS NOT NULL',
  write: `INSERT INTO sealed (slot, key, value, version, until) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (slot) DO UPDATE SET key = excluded.key, value = excluded.value, version = excluded.version,
    until = excluded.until`,
  clear: 'UPDATE sealed SET key = NULL, value = NULL, version = NULL, until = NULL WHERE slot = ?',
  expired: `SELECT slot FROM sealed WHERE until <= ? ORDER BY until, slot LIMIT ${BATCH} OFFSET ?`,
};

interface Row {
  readonly slot: number;
  readonly value: Uint8Array;
  readonly version: string;
  readonly until: number | null;
}

/**
 * What a sweep has still to do: entries whose keys are gone but whose rows a full disc would not let go are stepped over.
 */
export interface Progress {
  readonly stepOver: number;
  readonly done: boolean;
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

    /** Does a slice of a sweep. */
    sweepSlice(time: number, { stepOver }: Progress): Progress {
      const end = performance.now() + SLICE_MS;
      let slots: number[] = [];
      const slice = (letGo: boolean): Progress =>
        together(database, () => {
          let over = stepOver;
          do {
            slots = expired.all(time, over).map(({ slot }) => Number(slot));
            for (const slot of slots) {
              keys.throwAway(slot);
              if (letGo) clear.run(slot);
            }
            if (!letGo) over += slots.length;
          } while (slots.length === BATCH && performance.now() < end);
          return { stepOver: over, done: slots.length < BATCH };
        });
      if (stepOver > 0) return slice(false);
      try {
        return slice(true);
      } catch (error) {
        if (!isFull(error)) throw error;
        return slice(false);
      }
    },

    /** Throws away what a program left that died while it wrote: keys in slots that nobody owns. */
    clearFree(): void {
      together(database, () => {
        const owned = new Set(
          database
            .prepare(SQL.owned)
            .all()
            .map(({ slot }) => slot),
        );
        for (const slot of keys.usedSlots()) if (!owned.has(slot)) keys.throwAway(slot);
      });
    },
  };
}
