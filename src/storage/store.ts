/** What is kept under a key. */
export interface Kept {
  /** Any JSON. */
  readonly value: unknown;
  /** Changes with each write. */
  readonly version: string;
}

/** One write. */
export interface Entry {
  readonly key: string;
  /** Any JSON. */
  readonly value: unknown;
  /** When it may no longer be given back, in milliseconds since 1970; null for never. */
  readonly until: number | null;
  /** The version that the writer has seen: the write fails where it is no longer so. Null to write whatever is there. */
  readonly seen: string | null;
}

/** A write that came too late: somebody else has changed the entry since. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';
  readonly code = 'CONFLICT';

  constructor() {
    super('The entry was changed in the meantime.');
  }
}

/** A store that cannot be used: the message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code = 'STORE';
}

/** Keeps entries by key until they expire. Each engine passes the same tests (test/storage/storeSuite.ts). */
export interface Store {
  /** What is kept under the keys and has not expired. */
  read(keys: readonly string[]): Promise<Map<string, Kept>>;
  /**
   * Writes all entries, or none.
   *
   * @throws StoreConflict where one of them was changed since its version was seen
   * @throws StoreError where the store cannot be written, the disc being full for one
   */
  write(entries: readonly Entry[]): Promise<void>;
  /**
   * Deletes entries so that nothing of them can be read in any file once this is done, nor after a power cut two seconds
   * later.
   *
   * @throws StoreError where the store cannot be written; a full disc does not hinder it
   */
  delete(keys: readonly string[]): Promise<void>;
  /** Deletes in the same way what has expired, in slices that let others through. */
  forgetExpired(): Promise<void>;
  close(): Promise<void>;
}
