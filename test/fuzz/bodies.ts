// Bodies that no visitor's browser and no channel sends: broken and huge compression, files, other types, lengths that lie.

import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { HOST } from './headers.ts';
import type { Random } from './random.ts';
import { type End, type Headers, ofLength, written } from './rawRequest.ts';
import { TYPED_MARK } from './texts.ts';

/** What goes wrong in the body of a POST. */
export interface OddBody {
  readonly kind: string;
  readonly bytes: Buffer;
  readonly end: End;
}

const ROUTES = ['/api/chat', '/api/messages', '/chat', '/de/chat', '/embed/en', '/', '/directory', '/nothing'];
const GOOD = JSON.stringify({ activity: { type: 'message', text: `breast cancer ${TYPED_MARK}` }, token: null });
const JSON_TYPE = 'application/json';
/** 32 MB that become about 32 KB, made once. */
const BOMBS = new Map<string, Buffer>();
const BOMB_BYTES = 32 * 1024 * 1024;

function bomb(encoding: 'gzip' | 'deflate' | 'br'): Buffer {
  const make = { gzip: gzipSync, deflate: deflateSync, br: (bytes: Buffer) => brotliCompressSync(bytes) }[encoding];
  const made = BOMBS.get(encoding) ?? make(Buffer.alloc(BOMB_BYTES, ' '));
  BOMBS.set(encoding, made);
  return made;
}

const post = (random: Random, headers: Headers, body: Buffer | string = ''): Buffer =>
  written('POST', random.pick(ROUTES), [HOST, ...headers], body);

function compressed(random: Random): OddBody {
  const [encoding, bytes] = random.pick<() => [string, Buffer]>([
    () => ['gzip', Buffer.from('x')],
    () => ['deflate', random.bytes(50)],
    () => ['br', random.bytes(50)],
    () => ['gzip', gzipSync(GOOD)],
    () => ['gzip', gzipSync(GOOD).subarray(0, 30)],
    () => ['deflate', deflateRawSync(GOOD)],
    () => ['br', brotliCompressSync(GOOD)],
    () => ['gzip, gzip', gzipSync(gzipSync(GOOD))],
    () => [random.pick(['identity', 'zstd', 'GZIP', 'x-gzip', 'compress', '', 'utf8']), Buffer.from(GOOD)],
    () => ['gzip', bomb('gzip')],
    () => ['deflate', bomb('deflate')],
    () => ['br', bomb('br')],
    () => ['gzip', Buffer.alloc(0)],
  ])();
  const type = random.pick([JSON_TYPE, 'application/x-www-form-urlencoded']);
  return {
    kind: 'compressed body',
    bytes: post(random, [['Content-Encoding', encoding], ...ofLength(type, bytes)], bytes),
    end: 'answered',
  };
}

function files(random: Random): OddBody {
  const part = `--x\r\nContent-Disposition: form-data; name="text"; filename="${random.pick(['a.txt', '../../a', '\u0000'])}"\r\nContent-Type: text/plain\r\n\r\n${TYPED_MARK}${'a'.repeat(random.below(5000))}\r\n`;
  const body = random.pick([`${part}--x--\r\n`, part, part.repeat(40), '--y--', '']);
  const type = random.pick(['multipart/form-data; boundary=x', 'multipart/form-data', 'multipart/mixed; boundary=x']);
  return { kind: 'multipart', bytes: post(random, ofLength(type, body), body), end: 'answered' };
}

function otherTypes(random: Random): OddBody {
  const type = random.pick([
    'text/csv',
    'text/tsv',
    'text/tab-separated-values',
    'text/plain',
    'application/jsonp',
    'application/xml',
    'application/octet-stream',
    'application/json; charset=utf-16',
    'application/json;;;',
    'application/x-www-form-urlencoded; charset=koi8-r',
    'APPLICATION/JSON',
    'x',
    '',
    '\u00ff/\u00fe',
  ]);
  const body = random.pick([
    GOOD,
    'a,b\n"c',
    'text=%',
    `text=${TYPED_MARK}&text=b`,
    '[[['.repeat(5000),
    '{"__proto__":{"x":1}}',
    random.bytes(99),
  ]);
  return { kind: 'other type', bytes: post(random, ofLength(type, body), body), end: 'answered' };
}

function brokenJson(random: Random): OddBody {
  const body = random.pick<() => Buffer | string>([
    () => GOOD.slice(0, random.below(GOOD.length)),
    () => GOOD.replace(random.pick(['"', ':', '{']), ''),
    () => `${'['.repeat(100_000)}`,
    () => `{"activity":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_001)}`,
    () => random.bytes(100),
    () => `\ufeff${GOOD}`,
    () => `{"activity":{"type":"message","text":${'9'.repeat(5000)}},"token":null}`,
    () => 'x'.repeat(random.pick([255, 257, 600]) * 1024),
    () => `{"activity":{"type":"message","text":"${'\\u0000'.repeat(4000)}"},"token":null}`,
    () => '',
  ])();
  return { kind: 'broken JSON', bytes: post(random, ofLength(JSON_TYPE, body), body), end: 'answered' };
}

const CHUNKED: Headers[number] = ['Transfer-Encoding', 'chunked'];
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

function chunks(random: Random): OddBody {
  const json: Headers[number] = ['Content-Type', JSON_TYPE];
  const half = GOOD.length >> 1;
  const whole = chunk(GOOD.slice(0, half)) + chunk(GOOD.slice(half));
  const [body, end, ...more] = random.pick<[body: string, End, ...Headers]>([
    [`${whole}0\r\n\r\n`, 'answered'],
    [`${whole}0\r\nX-Trailer: y\r\nContent-Length: 3\r\n\r\n`, 'answered', ['Trailer', 'X-Trailer']],
    [`${[...GOOD].map(chunk).join('')}0\r\n\r\n`, 'answered'],
    [`5;name="${'v'.repeat(900)}"\r\nhello\r\n0\r\n\r\n`, 'answered'],
    [`${whole}zz\r\n`, 'ended'],
    ['ffffffffffffffff\r\nx', 'ended'],
    ['-1\r\nx', 'ended'],
    [whole, 'ended'],
    [`${whole}0\r\nX-Trailer`, 'ended'],
    [`${chunk('x'.repeat(70_000)).repeat(5)}0\r\n\r\n`, 'ended'],
    [`${whole}0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`, 'ended', ['Content-Length', '5']],
    [`${whole}0\r\n\r\n`, 'ended', ['Transfer-Encoding', 'identity']],
  ]);
  return { kind: 'chunks', bytes: post(random, [json, CHUNKED, ...more], body), end };
}

function lyingLength(random: Random): OddBody {
  const length = random.pick([
    String(GOOD.length + 100),
    '5',
    '0',
    '-1',
    '1e3',
    '0x10',
    '99999999999999999999',
    '5, 6',
    ' ',
    '262145',
    '10000000000',
  ]);
  const headers: Headers = [
    ['Content-Type', JSON_TYPE],
    ['Content-Length', length],
    ...(random.percent(20) ? ([['Content-Length', '7']] as const) : []),
  ];
  return { kind: 'length that lies', bytes: post(random, headers, GOOD), end: random.percent(15) ? 'cut' : 'ended' };
}

/** A POST with a body that is wrong in one of many ways. */
export function oddBody(random: Random): OddBody {
  return random.pick([compressed, files, otherTypes, brokenJson, chunks, lyingLength])(random);
}
