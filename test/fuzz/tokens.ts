// Sealed tokens, as they were given and altered.

import type { Random } from './random.ts';

const flipped = (token: string, random: Random): string => {
  const bytes = Buffer.from(token);
  const at = random.below(bytes.length || 1);
  if (bytes.length > 0) bytes[at] = bytes[at]! ^ (1 << random.below(7));
  return bytes.toString('latin1');
};

/** A token that somebody has tampered with. */
export function alteredToken(token: string, random: Random): string {
  const parts = token.split('.');
  const from = random.below(parts.length);
  const swapped = [...parts];
  [swapped[0], swapped[from]] = [swapped[from]!, swapped[0]!];
  return random.pick([
    () => flipped(token, random),
    () => token.slice(0, random.below(token.length + 1)),
    () => token + token,
    () => `${token}.`,
    () => swapped.join('.'),
    () => parts.with(-1, '').join('.'),
    () => [Buffer.from('{"alg":"none"}').toString('base64url'), ...parts.slice(1)].join('.'),
    () => [Buffer.from('{"alg":"dir","enc":"A256GCM","zip":"DEF"}').toString('base64url'), ...parts.slice(1)].join('.'),
    () =>
      [Buffer.from('{"alg":"dir","enc":"A256GCM","crit":["x"]}').toString('base64url'), ...parts.slice(1)].join('.'),
    () => random.bytes(60).toString('base64url'),
    () => '....',
    () => '',
    () => 'x'.repeat(random.below(25_000)),
  ])();
}

/** The last tokens that the program gave, by what they are for: those of one purpose are tried for the other. */
export interface Tokens {
  keep(purpose: Purpose, token: string): void;
  /** One of the last; an empty string while there is none. */
  some(purpose: Purpose, random: Random): string;
}

export type Purpose = 'chat' | 'form';

/** So many of each purpose are kept. */
const KEPT = 8;

export function createTokens(): Tokens {
  const kept: Record<Purpose, string[]> = { chat: [], form: [] };
  return {
    keep(purpose, token) {
      kept[purpose] = [token, ...kept[purpose]].slice(0, KEPT);
    },
    some: (purpose, random) => (kept[purpose].length > 0 ? random.pick(kept[purpose]) : ''),
  };
}
