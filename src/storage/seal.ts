import { createSecretKey } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { KEY_BYTES } from './keyText.ts';

/** A token that cannot be opened: it is too old, or it is not one of ours. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly code: 'expired' | 'invalid';

  constructor(code: 'expired' | 'invalid') {
    super(code === 'expired' ? 'The token is too old.' : 'The token cannot be opened.');
    this.code = code;
  }
}

/** What a token is for. It stands in the token's authenticated head, and a token opens for its own purpose only. */
const PURPOSES = {
  /** What the live chat must remember. */
  chat: { packed: false },
  /** The talk that a page without JavaScript shows; its texts are long and repeat much. */
  form: { packed: true },
} as const;

export type Purpose = keyof typeof PURPOSES;

/** Seals what a visitor's browser keeps for us, so that nobody else can read or change it. */
export interface Seal {
  /**
   * @param minutes after which the token can no longer be opened
   * @throws RangeError where the value has more than `MOST_BYTES` as JSON
   */
  seal(purpose: Purpose, value: unknown, minutes: number): Promise<string>;
  /** @throws SealError where the token is too old, changed, of another purpose, or sealed with another key */
  open(purpose: Purpose, token: string): Promise<unknown>;
}

/** The most that a token holds, as JSON in UTF-8: a small one that unpacks to more is not ours. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** JWE in its compact form (RFC 7516), the key used directly, AES-256-GCM. */
const HEADER = { alg: 'dir', enc: 'A256GCM' } as const;
/** Somebody waits for it: a third of the usual level's time, for a fifth more (112 KB of talk: 8.5 KB in 0.3 ms). */
const PACKING = { level: 3 };

interface Content {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly value: unknown;
}

function pack(purpose: Purpose, content: Content): Uint8Array {
  const json = Buffer.from(JSON.stringify(content));
  if (json.length > MOST_BYTES) throw new RangeError(`A token holds at most ${MOST_BYTES} bytes.`);
  return PURPOSES[purpose].packed ? deflateRawSync(json, PACKING) : json;
}

function unpack(purpose: Purpose, bytes: Uint8Array): Content {
  const json = PURPOSES[purpose].packed ? inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }) : Buffer.from(bytes);
  return JSON.parse(json.toString('utf8'));
}

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
    seal: async (purpose, value, minutes) =>
      new CompactEncrypt(pack(purpose, { until: now() + minutes * 60_000, value }))
        .setProtectedHeader({ ...HEADER, typ: purpose })
        .encrypt(secrets[0]!),
    async open(purpose, token) {
      for (const secret of secrets) {
        let content: Content;
        try {
          const { plaintext, protectedHeader } = await compactDecrypt(token, secret, {
            keyManagementAlgorithms: [HEADER.alg],
            contentEncryptionAlgorithms: [HEADER.enc],
          });
          if (protectedHeader.typ !== purpose) break;
          content = unpack(purpose, plaintext);
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
