import { AsyncLocalStorage } from 'node:async_hooks';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';

/** What a talk must remember, as plain data: it travels sealed in the visitor's browser. */
export type Memory = Readonly<Record<string, unknown>>;

/**
 * A botbuilder Storage that lives for one turn: it holds what came with the message, and gives back what the turn left.
 * Nothing is kept on the server, and two turns at the same time never see each other.
 */
export class TurnStorage implements Storage {
  readonly #turns = new AsyncLocalStorage<Map<string, StoreItem>>();

  /** Runs a turn with a memory; gives back the memory after it. */
  async run(memory: Memory | null, turn: () => Promise<void>): Promise<Memory> {
    const items = new Map(Object.entries(memory ?? {}) as [string, StoreItem][]);
    await this.#turns.run(items, turn);
    return Object.fromEntries(items);
  }

  async read(keys: string[]): Promise<StoreItems> {
    const items = this.#turns.getStore();
    const found: StoreItems = {};
    for (const key of keys) {
      const item = items?.get(key);
      if (item) found[key] = structuredClone(item);
    }
    return found;
  }

  async write(changes: StoreItems): Promise<void> {
    const items = this.#turns.getStore();
    for (const [key, { eTag: _, ...item }] of Object.entries(changes)) items?.set(key, item);
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.#turns.getStore()?.delete(key);
  }
}
