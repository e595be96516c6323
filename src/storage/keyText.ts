export const KEY_BYTES = 32;
/** Base64 and base64url (RFC 4648): Node itself skips every other sign without a word. */
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
/** Of 32 random bytes about 30 differ; fewer than 16 come once in more than 10^15 keys. */
const LEAST_DIFFERENT = 16;

/** Whether 32 bytes look drawn by lot: not one byte again and again, no halves alike, no counting, no words. */
function looksRandom(key: Uint8Array): boolean {
  const half = KEY_BYTES / 2;
  const steps = new Set(key.slice(1).map((byte, place) => byte - key[place]!));
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  const isTwice = key.slice(0, half).every((byte, place) => byte === key[half + place]);
  return new Set(key).size >= LEAST_DIFFERENT && steps.size > 2 && !isText && !isTwice;
}

/** Reads keys as `SEAL_KEYS` has them: 32 bytes each in base64 or base64url, separated by commas. */
export function readSealKeys(text: string): Uint8Array[] {
  return text.split(',').map((key) => new Uint8Array(Buffer.from(key.trim(), 'base64')));
}

/**
 * Says what is wrong with a key, in base64 or base64url.
 *
 * @returns the end of a sentence that begins with what holds the key; null for a good one
 */
export function faultOfSealKey(text: string): string | null {
  const written = text.trim();
  if (written === '') return 'is empty';
  if (!BASE64.test(written)) return 'is not base64';
  const bytes = Buffer.from(written, 'base64');
  if (bytes.length !== KEY_BYTES) return `has ${bytes.length} bytes instead of ${KEY_BYTES}`;
  return looksRandom(bytes) ? null : 'can be guessed';
}
