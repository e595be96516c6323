// Sends pages and files: compressed, with what keeps them safe and what browsers may keep of them.

import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'restify';
import type { Asset, Encoding } from './assets.ts';

/** Nothing from other hosts, nothing inline, nobody's frame. JSON-LD is data and no script to this rule. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** The same for a page that the sites of this list may show within theirs. */
export function framePolicy(origins: readonly string[]): string {
  return PAGE_POLICY.replace(/(?<=frame-ancestors ).*/, origins.join(' ') || "'none'");
}
/** A file that somebody opens by itself runs nothing. */
const ASSET_POLICY = "default-src 'none'; sandbox";

const PAGE_SECONDS = 300;
const YEAR_SECONDS = 31_536_000;
/** Pages are made anew for each request: a middling quality takes 1 ms for 100 KB. */
const PAGE_QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** What the browser takes, the smaller one first. */
export function encodingOf(request: Request): Encoding | null {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]!.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? null;
}

/** The chat, in any language and within other sites' pages: it is made for one visitor. */
const OWN = /^(?:\/[a-z]{2})?\/(?:chat|embed)(?:\/|$)/;

/** An answer to a visitor's own words is for them alone: nobody keeps it. */
function mayBeKept(request: Request, status: number): boolean {
  return status === 200 && request.method !== 'POST' && !request.getQuery() && !OWN.test(request.getPath());
}

/** Names one more header that the answer depends on. */
export function vary(response: Response, field: string): void {
  const before = response.getHeader('Vary');
  response.setHeader('Vary', before ? `${before}, ${field}` : field);
}

function isKnown(request: Request, etag: string): boolean {
  return String(request.headers['if-none-match'] ?? '')
    .split(',')
    .some((known) => known.trim() === etag);
}

/** Names the content, and says only "unchanged" to a browser that has it already. */
function sendUnchanged(request: Request, response: Response, content: string | Buffer): boolean {
  const etag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  response.setHeader('ETag', etag);
  if (!isKnown(request, etag)) return false;
  vary(response, 'Accept-Encoding');
  response.sendRaw(304, '');
  return true;
}

function finish(response: Response, status: number, body: Buffer, encoding: Encoding | null): void {
  vary(response, 'Accept-Encoding');
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.sendRaw(status, body);
}

/** Sends text such as a page: compressed, and only if the browser does not have it already. */
export function sendText(
  request: Request,
  response: Response,
  status: number,
  type: string,
  text: string,
  policy = PAGE_POLICY,
): void {
  const keep = mayBeKept(request, status);
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Cache-Control', keep ? `public, max-age=${PAGE_SECONDS}` : 'no-store');
  if (keep) {
    if (sendUnchanged(request, response, text)) return;
  }
  const encoding = encodingOf(request);
  const body =
    encoding === 'br' ? brotliCompressSync(text, PAGE_QUALITY) : encoding ? gzipSync(text) : Buffer.from(text);
  finish(response, status, body, encoding);
}

/** Sends a page. */
export function sendHtml(request: Request, response: Response, status: number, page: string): void {
  sendText(request, response, status, 'text/html', page);
}

/** Sends a page that only the sites of a list may show within theirs. */
export function sendFrame(
  request: Request,
  response: Response,
  status: number,
  page: string,
  origins: readonly string[],
): void {
  sendText(request, response, status, 'text/html', page, framePolicy(origins));
}

/**
 * Sends a file for the browser. It may keep it for ever where another content has another address; where the address
 * stays, it asks again after a while.
 */
export async function sendAsset(
  request: Request,
  response: Response,
  asset: Asset,
  address: 'changes' | 'stays' = 'changes',
): Promise<void> {
  response.setHeader('Content-Type', asset.type);
  response.setHeader('Content-Security-Policy', ASSET_POLICY);
  const keep = address === 'changes' ? `${YEAR_SECONDS}, immutable` : PAGE_SECONDS;
  response.setHeader('Cache-Control', `public, max-age=${keep}`);
  if (address === 'stays' && sendUnchanged(request, response, asset.body)) return;
  const encoding = encodingOf(request);
  const compressed = encoding && asset.encoded(encoding);
  finish(response, 200, compressed ? await compressed : asset.body, compressed ? encoding : null);
}
