import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { closeSync, fchmodSync, fdatasync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

/** Of AES-256, and of a slot. A slot lies within one page and one sector: it is never half written. */
export const KEY_BYTES = 32;
const NO_KEY = Buffer.alloc(KEY_BYTES);
/** How long the disc itself may lag behind the file: what a power cut can take back. A killed process loses nothing. */
const SYNC_AFTER_MS = 1000;
const syncData = promisify(fdatasync);

/**
 * The keys of what is kept, one in each slot of a file, found by the slot's number. A key is thrown away where it
 * stands, by zeros: no journal, log or free page ever holds a copy, no new space is needed on a full disc, and no other
 * key moves. Slot 0 holds the secret of the file itself. Every process reads the file anew each time: what one threw
 * away is gone for all. Who owns which slot stands in the database, and slots are changed under its lock only.
 */
export class KeyFile {
  readonly #file: number;
  readonly #secret: Buffer;
  /** The same for OpenSSL: made of bytes each time it takes eight times as long. */
  readonly #secretKey: KeyObject;
  #dirty = false;
  #timer: NodeJS.Timeout | undefined;

  private constructor(file: number) {
    this.#file = file;
    this.#secret = this.#read(0);
    this.#secretKey = createSecretKey(this.#secret);
  }

  /** Makes the file anew, for its owner only, with a secret of 32 random bytes. */
  static make(path: string, secret: Buffer): KeyFile {
    const file = openSync(path, 'w+', 0o600);
    fchmodSync(file, 0o600);
    writeSync(file, secret, 0, KEY_BYTES, 0);
    return new KeyFile(file);
  }

  /** @throws where the file is missing or cannot be written */
  static open(path: string): KeyFile {
    const file = openSync(path, 'r+');
    fchmodSync(file, 0o600);
    return new KeyFile(file);
  }

  /** What the database keeps, to know its own file of keys by. */
  get mark(): Buffer {
    return createHash('sha256').update(this.#secret).digest();
  }

  /** What stands in the database in place of a name: without this file nobody can tell whose it was. */
  digestOf(name: string): Buffer {
    return createHmac('sha256', this.#secretKey).update(name).digest();
  }

  /** The key in a slot; null where there is none. */
  keyAt(slot: number): Buffer | null {
    const key = this.#read(slot);
    return key.equals(NO_KEY) ? null : key;
  }

  put(slot: number, key: Buffer): void {
    this.#write(slot, key);
  }

  throwAway(slot: number): void {
    this.#write(slot, NO_KEY);
  }

  /** How many slots the file has, used or not. */
  get slots(): number {
    return Math.ceil(fstatSync(this.#file).size / KEY_BYTES);
  }

  /** Brings what was changed to the disc itself, without holding anybody up. */
  async sync(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#dirty) return;
    this.#dirty = false;
    await syncData(this.#file).catch((error) => {
      this.#dirty = true;
      throw error;
    });
  }

  async close(): Promise<void> {
    await this.sync().finally(() => closeSync(this.#file));
  }

  #read(slot: number): Buffer {
    const key = Buffer.alloc(KEY_BYTES);
    readSync(this.#file, key, 0, KEY_BYTES, slot * KEY_BYTES);
    return key;
  }

  #write(slot: number, key: Buffer): void {
    writeSync(this.#file, key, 0, KEY_BYTES, slot * KEY_BYTES);
    this.#dirty = true;
    // A failure shows at the next sweep, which brings the changes to the disc as well.
    this.#timer ??= setTimeout(() => void this.sync().catch(() => {}), SYNC_AFTER_MS).unref();
  }
}
