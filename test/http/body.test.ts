import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { readBody } from '../../src/http/readBody.ts';
import { type Program, startProgram } from './program.ts';
import { requestText, sendRaw, statusOf } from './rawRequest.ts';

/** A request as Node hands it over, with JSON in it. */
function requestWith(text: string): IncomingMessage {
  const headers = { 'content-type': 'application/json' };
  return Object.assign(Readable.from([Buffer.from(text)]), { headers }) as unknown as IncomingMessage;
}

const chat = JSON.stringify({ activity: { type: 'message', text: 'breast cancer' }, token: null });
const activity = {
  type: 'message',
  id: '1',
  channelId: 'test',
  serviceUrl: 'http://127.0.0.1:9',
  conversation: { id: 'c' },
  from: { id: 'p' },
  recipient: { id: 'b' },
  deliveryMode: 'expectReplies',
  text: 'breast cancer',
};

describe('the door for bodies', () => {
  let program: Program;
  let temporary: string;
  before(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'door-'));
    program = await startProgram(undefined, { TMPDIR: temporary });
  });
  after(async () => {
    await program.close();
    rmSync(temporary, { recursive: true });
  });

  const post = async (path: string, headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) => {
    const response = await fetch(program.address + path, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  };
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const WITH_BODY = ['/api/chat', '/api/messages', '/chat', '/de/chat', '/embed/fr'];

  it('takes JSON on the routes for programs, and the form on the pages', async () => {
    expect((await post('/api/chat', json, chat)).status).to.equal(200);
    expect((await post('/api/messages', json, JSON.stringify(activity))).status).to.equal(200);
    for (const path of ['/chat', '/de/chat', '/embed/fr'])
      expect((await post(path, form, 'text=breast+cancer')).status, path).to.equal(200);
  });

  for (const [name, pack] of Object.entries({ gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync })) {
    it(`refuses ${name}, whole or broken, on every route, and lives on`, async () => {
      for (const path of WITH_BODY) {
        const type = path.startsWith('/api/') ? json : form;
        for (const body of [new Uint8Array(pack(chat)), 'x', '']) {
          const { status } = await post(path, { ...type, 'content-encoding': name }, body);
          expect(status, path).to.equal(415);
        }
      }
      expect((await fetch(`${program.address}/healthz`)).status).to.equal(200);
    });
  }

  it('refuses every other type with 415 and a sentence', async () => {
    const types = [
      'multipart/form-data; boundary=x',
      'text/csv',
      'text/tsv',
      'text/tab-separated-values',
      'text/plain',
      'application/octet-stream',
    ];
    for (const path of WITH_BODY) {
      for (const type of [...types, path.startsWith('/api/') ? form['content-type'] : json['content-type']]) {
        const { status, text } = await post(path, { 'content-type': type }, 'a,b\n1,2');
        expect(status, `${path} ${type}`).to.equal(415);
        expect(text).to.match(path.startsWith('/api/') ? /Send the content as application\/json/ : /<html/);
      }
    }
  });

  it('writes nothing of a request to a file', async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\n\r\nmy secret\r\n--x--\r\n';
    await post('/api/chat', { 'content-type': 'multipart/form-data; boundary=x' }, part);
    await post('/chat', { 'content-type': 'multipart/form-data; boundary=x' }, part);
    expect(readdirSync(temporary).filter((file) => file !== 'node-compile-cache')).to.deep.equal([]);
  });

  it('counts what is really read, whatever the headers say', async () => {
    const large = JSON.stringify({ activity: { type: 'message', text: 'x'.repeat(300_000) }, token: null });
    expect((await post('/api/chat', json, large)).status).to.equal(413);
    const chunk = 'x'.repeat(0x10000);
    const chunks = `10000\r\n${chunk}\r\n`.repeat(8);
    const chunked = requestText(
      'POST',
      '/api/chat',
      { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
      chunks,
    );
    expect(statusOf(await sendRaw(program.port, chunked))).to.equal(413);
    const lying = requestText(
      'POST',
      '/api/chat',
      { 'Content-Type': 'application/json', 'Content-Length': 999_999_999 },
      '{',
    );
    expect(statusOf(await sendRaw(program.port, lying))).to.equal(413);
  });

  it('refuses what is no JSON, or none of ours, with 400', async () => {
    const deep = `{"activity":{"type":"message","value":${'['.repeat(5000)}${']'.repeat(5000)}},"token":null}`;
    for (const body of ['', '{', 'null', '[]', '"x"', deep, new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])]) {
      expect((await post('/api/chat', json, body)).status, String(body).slice(0, 20)).to.equal(400);
      expect((await post('/api/messages', json, body)).status, String(body).slice(0, 20)).to.equal(400);
    }
  });

  it('lets nobody write into the prototype of an object', async () => {
    const written = ['__proto__', '\\u005f_proto__', '__\\u0070roto__', '__PROTO\\u005F_'];
    for (const key of written) {
      const text = `{"${key}":{"polluted":true},"activity":{"type":"message","text":"what is __proto__"}}`;
      const read = await readBody(requestWith(text), 'json');
      expect(Object.assign({}, read), key).not.to.have.property('polluted');
      expect(read).to.deep.include({ activity: { type: 'message', text: 'what is __proto__' } });
    }
  });

  it('asks for UTF-8', async () => {
    expect((await post('/chat', form, 'text=%ff')).status).to.equal(400);
    expect((await post('/api/chat', { 'content-type': 'application/json; charset=utf-16' }, chat)).status).to.equal(
      415,
    );
    expect((await post('/api/chat', { 'content-type': 'application/json; charset="UTF-8"' }, chat)).status).to.equal(
      200,
    );
  });

  it('answers the next request after a connection that ended in the middle of a body', async () => {
    const half = requestText(
      'POST',
      '/api/chat',
      { 'Content-Type': 'application/json', 'Content-Length': 500 },
      '{"acti',
    );
    await sendRaw(program.port, half, 50);
    expect((await post('/api/chat', json, chat)).status).to.equal(200);
  });

  it('gives no 5xx and writes no line for any of this', () => {
    expect(program.errors()).to.equal('');
  });
});
