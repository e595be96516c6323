import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** A token that cannot be opened: it is too old, or it is not one of ours. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly code: 'expired' | 'invalid';

  constructor(code: 'expired' | 'invalid') {
    super(code === 'expired' ? 'The token is too old.' : 'The token cannot be opened.');
    this.code = code;
  }
}

/** Seals what a visitor's browser keeps for us, so that nobody else can read or change it. */
export interface Seal {
  /** @param minutes after which the token can no longer be opened */
  seal(value: unknown, minutes: number): Promise<string>;
  /** @throws SealError where the token is too old, changed, or sealed with another key */
  open(token: string): Promise<unknown>;
}

const KEY_BYTES = 32;
/** JWE in its compact form (RFC 7516), the key used directly, AES-256-GCM. */
const HEADER = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * Makes a seal.
 *
 * @param keys of 32 bytes each: the first seals, all open, so that a key can be changed without losing a talk
 * @param now the time, in milliseconds since 1970
 */
export function createSeal(keys: readonly Uint8Array[], now: () => number = Date.now): Seal {
  const [first] = keys;
  if (!first || keys.some((key) => key.length !== KEY_BYTES)) throw new RangeError('Seal keys have 32 bytes each.');
  // jose remembers what it makes of a key object; of bytes it makes a new one each time (0.1 ms).
  const secrets = keys.map((key) => createSecretKey(key));
  return {
    seal: (value, minutes) =>
      new CompactEncrypt(Buffer.from(JSON.stringify({ until: now() + minutes * 60_000, value })))
        .setProtectedHeader(HEADER)
        .encrypt(secrets[0]!),
    async open(token) {
      for (const secret of secrets) {
        let content: { until: number; value: unknown };
        try {
          const { plaintext } = await compactDecrypt(token, secret, {
            keyManagementAlgorithms: [HEADER.alg],
            contentEncryptionAlgorithms: [HEADER.enc],
          });
          content = JSON.parse(Buffer.from(plaintext).toString('utf8'));
        } catch {
          continue;
        }
        if (content.until < now()) throw new SealError('expired');
        return content.value;
      }
      throw new SealError('invalid');
    },
  };
}

/** Reads keys as `SEAL_KEYS` has them: 32 bytes each in base64 or base64url, parted by commas. */
export function readSealKeys(text: string): Uint8Array[] {
  return text.split(',').map((key) => new Uint8Array(Buffer.from(key.trim(), 'base64')));
}

/** The key kept in a folder of the program's own; made there the first time, readable by its owner only. */
export function keptSealKey(folder: string): Uint8Array {
  const file = join(folder, 'seal.key');
  try {
    const [key] = readSealKeys(readFileSync(file, 'utf8'));
    if (key?.length === KEY_BYTES) return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(KEY_BYTES);
  try {
    // Another process may be making the key at the same moment: the first one wins.
    writeFileSync(file, `${key.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    return new Uint8Array(key);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readSealKeys(readFileSync(file, 'utf8'))[0]!;
  }
}
