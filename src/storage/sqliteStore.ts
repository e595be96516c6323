import { setTimeout } from 'node:timers/promises';
import { LogFolding } from './logFolding.ts';
import { openEntries, type Reached } from './sealedEntries.ts';
import { openSqliteFile } from './sqliteFile.ts';
import type { Store } from './store.ts';
import { problemOf } from './storeProblem.ts';

/** How long a sweep lets others through between two slices, in milliseconds: keys are pressing, the space is not. */
const PAUSE_MS = 2;
const LONG_PAUSE_MS = 15;

/**
 * Opens the store in a folder; makes it where it is missing. Several processes may have it open.
 *
 * Each entry is sealed with a key of its own (AES-256-GCM); the keys stand in `state.keys`, the rest in `state.db`. What
 * is deleted loses its key at once, where it stands; the disc itself follows within two seconds, so that a power cut
 * brings back nothing older than that. What has expired loses its key with the next sweep. Without its key nothing of it
 * can be read in any file that exists. Out of reach are copies that somebody made of both files, and what a drive or a
 * file system that never writes in place still holds of sectors given up. While an entry is kept, what it was before
 * its last write may be readable with the same key; it ends with it.
 *
 * @param now the time, in milliseconds since 1970
 * @throws StoreError where the folder cannot be written, or a file is damaged or of a newer version: all then stay as they are
 */
export function openSqliteStore(folder: string, now: () => number = Date.now): Store {
  const { database, keys, file } = openSqliteFile(folder);
  const entries = openEntries(database, keys);
  const folding = new LogFolding(file);
  /** Runs work and says what to do where it fails. */
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw problemOf(error, folder);
    }
  };
  let closed = false;
  let tidying: Promise<void> | undefined;
  const sweep = async (): Promise<void> => {
    const time = now();
    let reached: Reached | null = { until: Number.MIN_SAFE_INTEGER, slot: 0 };
    while (reached && !closed) {
      const from: Reached = reached;
      reached = attempt(() => entries.expireSome(time, from));
      if (reached) await setTimeout(PAUSE_MS);
    }
    await keys.sync().catch((error) => {
      throw problemOf(error, folder);
    });
    tidying ??= tidy(time).finally(() => {
      tidying = undefined;
    });
  };
  /** Gives the space of what has expired to what comes; where it cannot, the disc being full, the next sweep does. */
  const tidy = async (time: number): Promise<void> => {
    try {
      while (!closed && entries.clearSome(time)) await Promise.all([folding.begin(), setTimeout(LONG_PAUSE_MS)]);
    } catch {}
  };
  attempt(() => entries.clearFree());
  // What expired while nobody swept goes at once. A failure shows at the next sweep.
  let swept = sweep();
  swept.catch(() => {});
  return {
    async read(names) {
      const time = now();
      return attempt(
        () =>
          new Map(
            names.flatMap((name) => {
              const kept = entries.read(name, time);
              return kept ? [[name, kept] as const] : [];
            }),
          ),
      );
    },
    async write(changes) {
      attempt(() => entries.write(changes, now()));
      folding.begin();
    },
    async delete(names) {
      attempt(() => entries.remove(names));
      folding.begin();
    },
    forgetExpired() {
      swept = swept.catch(() => {}).then(sweep);
      return swept;
    },
    async close() {
      closed = true;
      await swept.catch(() => {});
      await tidying;
      await folding.end;
      await keys.close();
      database.close();
    },
  };
}
