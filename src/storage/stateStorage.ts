import { createHash } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { Store } from './store.ts';

/** Keys hold the ids of people and of conversations: only a digest is kept. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** A botbuilder Storage over a store: what a bot remembers between two messages of one person. */
export class StateStorage implements Storage {
  readonly #store: Store;
  readonly #minutes: number | null;
  readonly #now: () => number;

  /**
   * @param minutes after which what was written is forgotten; null to keep it until it is deleted
   * @param now the time, in milliseconds since 1970
   */
  constructor(store: Store, minutes: number | null, now: () => number = Date.now) {
    this.#store = store;
    this.#minutes = minutes;
    this.#now = now;
  }

  async read(keys: string[]): Promise<StoreItems> {
    const found = await this.#store.read(keys.map(digest));
    const items: [string, StoreItem][] = keys.flatMap((key) => {
      const kept = found.get(digest(key));
      return kept ? [[key, { ...(kept.value as object), eTag: kept.version }]] : [];
    });
    return Object.fromEntries(items);
  }

  /** @throws StoreConflict where an item was changed since its eTag was read; "*" and no eTag write in any case */
  async write(changes: StoreItems): Promise<void> {
    const until = this.#minutes === null ? null : this.#now() + this.#minutes * 60_000;
    await this.#store.write(
      Object.entries(changes as Record<string, StoreItem>).map(([key, { eTag, ...value }]) => ({
        key: digest(key),
        value,
        until,
        seen: !eTag || eTag === '*' ? null : eTag,
      })),
    );
  }

  async delete(keys: string[]): Promise<void> {
    await this.#store.delete(keys.map(digest));
  }
}
