import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import restify, { type Server } from 'restify';
import { describeError } from '../../src/faults/describeError.ts';
import { answerFailures } from '../../src/http/failures.ts';
import { readiness } from '../../src/http/readiness.ts';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { type Store, StoreError } from '../../src/storage/store.ts';

describe('a failure', () => {
  const lines: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'failures-'));
  let store: Store;
  let server: Server;
  let address: string;
  before((done) => {
    store = openSqliteStore(folder);
    server = restify.createServer();
    answerFailures(
      server,
      (reference) => `Tell us ${reference}. Call 112.`,
      (line) => lines.push(line),
    );
    server.get('/fails', async () => {
      throw new RangeError('my secret words');
    });
    server.get(
      '/readyz',
      readiness(store, (line) => lines.push(line)),
    );
    const full = { ...store, write: () => Promise.reject(new StoreError('The disc is full: make space.')) };
    server.get(
      '/full',
      readiness(full, (line) => lines.push(line)),
    );
    server.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${server.address().port}`;
      done();
    });
  });
  after(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await store.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    lines.length = 0;
  });
  const get = async (path: string, accept = '*/*') => {
    const response = await fetch(address + path, { headers: { accept, connection: 'close' } });
    return { status: response.status, text: await response.text() };
  };

  it('of a route gets a sentence with a number to call and a reference, the operator its kind and place', async () => {
    for (const accept of ['*/*', 'text/html']) {
      const { status, text } = await get('/fails', accept);
      expect(status).to.equal(500);
      expect(text)
        .to.match(/Tell us [0-9A-Z]{6}\. Call 112\./)
        .and.not.to.include('secret');
    }
    expect(lines[0]).to.match(/^GET \/fails failed, reference [0-9A-Z]{6}: RangeError\n\s+at /);
    expect(lines.join()).not.to.include('secret');
  });

  it('of an unknown address stays a 404', async () => {
    expect((await get('/nowhere')).status).to.equal(404);
    expect(lines).to.deep.equal([]);
  });

  it('is told by the error that others were wrapped around', () => {
    const inner = new TypeError('secret');
    const wrapped = Object.assign(new Error('outer'), { error: new Error('middle', { cause: inner }) });
    expect(describeError(wrapped))
      .to.match(/^TypeError\n/)
      .and.not.to.include('secret');
    expect(describeError('a text')).to.equal('something was thrown that is no error');
    expect(describeError(Object.assign(new Error('x'), { code: 'ENOSPC' }))).to.match(/^Error \(ENOSPC\)/);
  });

  it('of the store shows in /readyz, with the remedy for the operator', async () => {
    expect(await get('/readyz')).to.deep.include({ status: 200 });
    const { status, text } = await get('/full');
    expect(status).to.equal(503);
    expect(text).to.include('The store cannot keep anything');
    expect(lines[0]).to.include('make space');
  });
});
