import type { IncomingMessage, ServerResponse } from 'node:http';

/** Longer addresses lead nowhere here; the longest search has about 4,000 characters, each up to nine when encoded. */
const MOST_CHARACTERS = 40_000;
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const ENCODED = /%([0-9a-f]{2})/gi;

/** "/%63hat" is the same address as "/chat": signs that need no encoding are written plainly (RFC 3986, 6.2.2.2). */
function plainly(path: string): string {
  return path.replace(ENCODED, (encoded, hex: string) => {
    const sign = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(sign) ? sign : encoded.toUpperCase();
  });
}

/** The address that a request asks for, in one form for each; null where it is none. */
export function canonicalTarget(target: string): string | null {
  if (target.length > MOST_CHARACTERS || !/^(?:\/|https?:\/\/)/i.test(target)) return null;
  try {
    const { pathname, search } = new URL(target.startsWith('/') ? `http://localhost${target}` : target);
    const path = new URL(`http://localhost${plainly(pathname)}`).pathname;
    decodeURIComponent(path);
    return path + search;
  } catch {
    return null;
  }
}

/** True for a name, or an address, that can stand in an address of ours. HTTP/1.0 needs none. */
function isHost(host: string | undefined): boolean {
  return host === undefined || (HOST.test(host) && URL.canParse(`http://${host}`));
}

/**
 * Puts the address of a request into one form, before restify looks at it.
 *
 * @returns false where it cannot be used: the refusal has then been sent
 */
export function admitTarget(request: IncomingMessage, response: ServerResponse): boolean {
  const target = canonicalTarget(request.url ?? '');
  if (target !== null && isHost(request.headers.host)) {
    request.url = target;
    return true;
  }
  response.writeHead(400, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end('This address cannot be read. Please begin at the first page.');
  return false;
}
