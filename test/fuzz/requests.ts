// The mixture: more than half can be answered, so that what is odd meets a program at work.

import { anyActivity, anyValue, brokenActivity } from './activities.ts';
import { oddBody } from './bodies.ts';
import { HOST, oddHeaders, oddPath, PAGES, usualHeaders } from './headers.ts';
import type { Random } from './random.ts';
import { type End, type Headers, ofLength, type RawRequest, written } from './rawRequest.ts';
import { anyText, LOCALES } from './texts.ts';
import { alteredToken, type Purpose, type Tokens } from './tokens.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'X',
  'GÉT',
  '',
];

type Make = (random: Random, tokens: Tokens) => RawRequest;

const answered = (kind: string, method: string, bytes: Buffer, gives?: Purpose): RawRequest => ({
  kind,
  method,
  bytes,
  end: 'answered',
  ...(gives && { gives }),
});

function json(kind: string, path: string, headers: Headers, content: unknown, gives?: Purpose): RawRequest {
  const body = JSON.stringify(content) ?? '';
  return answered(kind, 'POST', written('POST', path, [...headers, ...ofLength(JSON_TYPE, body)], body), gives);
}

function chatActivity(random: Random): object {
  return {
    type: random.percent(90) ? 'message' : 'welcome',
    ...(random.percent(30) && { id: String(random.below(1e6)) }),
    ...(!random.percent(3) && { text: anyText(random) }),
    ...(random.percent(10) && { value: anyValue(random) }),
    ...(random.percent(50) && { locale: random.pick(LOCALES) }),
  };
}

const chat: Make = (random, tokens) => {
  const content = { activity: chatActivity(random), token: tokens.some('chat', random) || null };
  return json('chat', '/api/chat', usualHeaders(random), content, 'chat');
};
const chatWithToken: Make = (random, tokens) => {
  const token = tokens.some(random.percent(70) ? 'chat' : 'form', random);
  const altered = random.percent(85) ? alteredToken(token, random) : token;
  return json('chat, token altered', '/api/chat', usualHeaders(random), {
    activity: chatActivity(random),
    token: altered,
  });
};

const posted = (kind: string, random: Random, token: string): RawRequest => {
  const body = new URLSearchParams({ text: anyText(random).toWellFormed(), ...(token && { talk: token }) }).toString();
  const headers = [...usualHeaders(random), ...ofLength(FORM_TYPE, body)];
  return answered(kind, 'POST', written('POST', random.pick(['/chat', '/de/chat', '/pl/chat']), headers, body), 'form');
};
const form: Make = (random, tokens) => posted('form', random, tokens.some('form', random));
const formWithToken: Make = (random, tokens) =>
  posted(
    'form, token altered',
    random,
    alteredToken(tokens.some(random.percent(70) ? 'form' : 'chat', random), random),
  );

// Without an application's id nobody who comes through a proxy is answered here.
const activity: Make = (random) => json('activity', '/api/messages', [HOST], anyActivity(random));
const oddActivity: Make = (random) => json('activity, broken', '/api/messages', [HOST], brokenActivity(random));

const page: Make = (random) => {
  const method = random.percent(85) ? 'GET' : 'HEAD';
  return answered('page', method, written(method, random.pick(PAGES), usualHeaders(random)));
};
const path: Make = (random) => {
  const method = random.pick(['GET', 'HEAD', 'POST']);
  const headers: Headers =
    method === 'POST' ? [...usualHeaders(random), ['Content-Length', '0']] : usualHeaders(random);
  // A path with spaces or too long for a request line is answered, and the connection ended.
  return { kind: 'path', method, bytes: written(method, oddPath(random), headers), end: 'ended' };
};
const header: Make = (random) => {
  const method = random.percent(70) ? 'GET' : 'POST';
  const body = method === 'POST' ? JSON.stringify({ activity: chatActivity(random), token: null }) : '';
  const headers = [...oddHeaders(random), ...(body ? ofLength(JSON_TYPE, body) : [])];
  const to = method === 'GET' ? random.pick(PAGES) : random.pick(['/api/chat', '/api/messages']);
  return { kind: 'headers', method, bytes: written(method, to, headers, body), end: 'ended' };
};
const method: Make = (random) => {
  const name = random.pick(METHODS);
  const bytes = written(name, random.pick([...PAGES, '/api/chat', '/api/messages']), usualHeaders(random));
  return { kind: 'method', method: name, bytes, end: 'ended' };
};
const body: Make = (random) => {
  const { kind, bytes, end } = oddBody(random);
  return { kind, method: 'POST', bytes, end };
};

/** Bytes that are no request, or two at once, or a good one with some bytes changed. */
const noise: Make = (random, tokens) => {
  const good = random.pick([chat, form, activity, page])(random, tokens).bytes;
  const changed = Buffer.from(good);
  for (let times = 1 + random.below(5); times > 0; times--) changed[random.below(changed.length)] = random.below(256);
  const bytes = random.pick([
    () => random.bytes(1 + random.below(300)),
    () => changed,
    () => good.subarray(0, random.below(good.length)),
    () => Buffer.concat([good, good]),
    () => Buffer.from('\r\n\r\n'),
    () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01]),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    () => Buffer.from('GET / HTTP/0.9\r\n\r\n'),
    () => Buffer.from('GET /\r\n'),
  ])();
  const end: End = random.percent(20) ? 'cut' : 'ended';
  return { kind: 'noise', method: '', bytes, end };
};

/** Of a hundred requests, so many of each kind. */
const SHARES: readonly (readonly [number, Make])[] = [
  [30, chat],
  [5, chatWithToken],
  [8, form],
  [3, formWithToken],
  [18, activity],
  [4, oddActivity],
  [12, page],
  [4, path],
  [4, header],
  [2, method],
  [7, body],
  [3, noise],
];

/** The next request of a sender. */
export function nextRequest(random: Random, tokens: Tokens): RawRequest {
  let rest = random.below(100);
  for (const [share, make] of SHARES) {
    if (rest < share) return make(random, tokens);
    rest -= share;
  }
  throw new RangeError('The shares must add up to 100.');
}

/** A request that stops in the middle and keeps its connection open: the program must end it. */
export function heldRequest(random: Random, tokens: Tokens): RawRequest {
  const { bytes, method: name } = random.pick([chat, activity, form])(random, tokens);
  return { kind: 'held open', method: name, bytes: bytes.subarray(0, 1 + random.below(bytes.length - 1)), end: 'held' };
}
