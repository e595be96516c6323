import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import type { Server } from 'restify';
import { readConfig } from '../../src/config.ts';
import { createServer } from '../../src/server.ts';
import { guide } from '../conversation.ts';
import { Connection } from '../fuzz/connection.ts';
import { type Headers, written } from '../fuzz/rawRequest.ts';

const ROUTES = [
  '/',
  '/chat',
  '/directory',
  '/directory/x',
  '/api/chat',
  '/api/messages',
  '/healthz',
  '/assets/x',
  '/support',
  '/privacy',
  '/terms',
  '/nothing',
];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
const TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', ''];
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '{}',
  '"x"',
  '{"activity":null,"token":null}',
  '{"activity":{"type":"message","text":"\\u0000"},"token":"x"}',
  'text=%00%ff&talk=....',
  'text[]=a&text[]=b',
  `text=${'%F0%9F%92%94'.repeat(500)}`,
  '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhi\r\n--x--',
  '{"type":"message","channelId":"c","conversation":{"id":"c"},"from":{"id":"f"},"serviceUrl":"javascript:alert(1)"}',
  '{"type":"__proto__","__proto__":{"x":1}}',
  '\u0000\u0001',
  '{"activity":{"type":"message","text":{"a":1}},"token":[]}',
];
const REQUESTS = 10_000;
/** Bytes of heap that ten thousand refused requests may leave behind. */
const MOST_GROWTH = 60 * 1024 * 1024;

/** Bytes of heap in use, without what nobody needs any more. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('the server under abuse', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'abuse-'));
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const logged: string[] = [];
  let server: Server;
  let port: number;

  before((done) => {
    server = createServer(readConfig({ DATA_DIR: folder }), guide, (line) => logged.push(line));
    server.listen(0, '127.0.0.1', () => {
      port = server.address().port;
      done();
    });
  });
  after((done) => {
    agent.destroy();
    rmSync(folder, { recursive: true });
    server.close(() => done());
  });

  const send = (method: string, path: string, type: string, body: string, from: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = {
        'x-forwarded-for': from,
        ...(type && { 'content-type': type }),
        'content-length': Buffer.byteLength(body),
      };
      const sent = request({ port, host: '127.0.0.1', method, path, agent, headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end(body);
    });

  it('answers ten thousand malformed requests to every route without a fault of its own, and stays small', async () => {
    const statuses = new Map<number, number>();
    const some = async (from: number, to: number): Promise<void> => {
      for (let start = from; start < to; start += 20) {
        const batch = Array.from({ length: 20 }, (_, index) => {
          const number = start + index;
          const pick = <Item>(list: readonly Item[], step: number): Item =>
            list[Math.floor(number / step) % list.length]!;
          return send(
            pick(METHODS, 1),
            pick(ROUTES, 4),
            pick(TYPES, 40),
            pick(BODIES, 200),
            `10.2.${(number >> 8) & 255}.${number & 255}`,
          );
        });
        for (const status of await Promise.all(batch)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await some(0, 2000);
    const before = heapUsed();
    await some(2000, REQUESTS);
    const growth = heapUsed() - before;
    expect([...statuses.keys()].filter((status) => status >= 500)).to.deep.equal([]);
    expect(growth).to.be.at.most(MOST_GROWTH);
  });

  it('does nothing more for a visitor who has asked too often, whatever they ask for', async () => {
    const flood = (count: number, method: string, path: string): Promise<number[]> =>
      Promise.all(Array.from({ length: count }, () => send(method, path, '', '', '10.4.0.1')));
    for (let sent = 0; sent < 6000; sent += 500) await flood(500, 'GET', '/healthz');
    const asked: [method: string, path: string][] = [
      ['PUT', '/chat'],
      ['POST', '/directory'],
      ['GET', '/directory?q=breast'],
      ['GET', '/nothing'],
      ['DELETE', '/api/chat'],
    ];
    for (const [method, path] of asked) expect(await flood(1, method, path), `${method} ${path}`).to.deep.equal([429]);
  });

  /** The status that a head without a body gets, whatever it is; none where the connection ends or nothing comes. */
  const raw = async (method: string, path: string, headers: Headers): Promise<readonly number[]> => {
    const connection = new Connection(port, '127.0.0.1');
    const bytes = written(method, path, headers);
    const { statuses } = await connection.send({ kind: 'raw', method, bytes, end: 'answered' }, 5000);
    connection.close();
    return statuses;
  };

  it('refuses an address that cannot be read, in whichever part', async () => {
    for (const host of ['a b', '[', 'x:y', '%', '127.0.0.1:99999'])
      for (const method of ['GET', 'PUT', 'HEAD'])
        expect(await raw(method, '/', [['Host', host]]), `${method} ${host}`).to.deep.equal([400]);
    for (const path of ['http://', 'http://[', 'http://a b/', 'http://:x/'])
      expect(await raw('GET', path, [['Host', 'localhost']]), path).to.deep.equal([400]);
  });

  it('answers as ever where somebody would rather speak another protocol', async () => {
    const upgrade: Headers = [
      ['Host', 'localhost'],
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
    ];
    expect(await raw('GET', '/healthz', upgrade)).to.deep.equal([200]);
  });

  it('serves one visitor while another one floods it', async () => {
    const hello = '{"activity":{"type":"message","text":"breast cancer"},"token":null}';
    const flood = Promise.all(
      Array.from({ length: 1000 }, () => send('POST', '/api/chat', 'application/json', hello, '10.3.0.1')),
    );
    const served = await send('POST', '/api/chat', 'application/json', hello, '10.3.0.2');
    const flooded = await flood;
    expect(served).to.equal(200);
    expect(flooded.filter((status) => status === 429).length).to.be.greaterThan(500);
  });
});
