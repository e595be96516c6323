import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Server } from 'restify';
import { readConfig } from '../src/config.ts';
import { createServer } from '../src/server.ts';
import { guide } from './conversation.ts';

const activity = (more: object): object => ({
  type: 'message',
  id: '1',
  channelId: 'test',
  serviceUrl: 'http://127.0.0.1:9',
  conversation: { id: 'c' },
  from: { id: 'p' },
  recipient: { id: 'b' },
  deliveryMode: 'expectReplies',
  ...more,
});

describe('the server', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'server-'));
  const logged: string[] = [];
  let server: Server;
  let address: string;

  before((done) => {
    server = createServer(readConfig({ DATA_DIR: dataFolder }), guide, (line) => logged.push(line));
    server.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${server.address().port}`;
      done();
    });
  });
  after((done) => {
    rmSync(dataFolder, { recursive: true });
    server.close(() => done());
  });

  async function post(body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  it('answers a message with cards', async () => {
    const { status, text } = await post(activity({ text: 'bowel cancer in germany' }));
    expect(status).to.equal(200);
    const { activities } = JSON.parse(text);
    expect(activities).to.have.length(1);
    expect(activities[0].attachments[0].contentType).to.equal('application/vnd.microsoft.card.adaptive');
    expect(text).to.include('0800 420 30 40');
  });

  it('welcomes a person who comes in', async () => {
    const { text } = await post(activity({ type: 'conversationUpdate', membersAdded: [{ id: 'p' }] }));
    expect(text).to.include('I am an automated assistant, not a person');
  });

  const bad: [string, unknown, number][] = [
    ['an empty activity', {}, 400],
    ['a message without a conversation', { type: 'message' }, 400],
    ['what is no JSON', '{', 400],
    ['a list', [], 400],
    ['a body of a megabyte', JSON.stringify(activity({ text: 'a'.repeat(1_000_000) })), 413],
    ['a text far too long', activity({ text: 'a'.repeat(30_000) }), 400],
    ['a foreign service address', activity({ text: 'hi', serviceUrl: 'https://example.org/' }), 403],
    [
      'a service address that only looks like this machine',
      activity({ text: 'hi', serviceUrl: 'http://127.0.0.1.example.org/' }),
      403,
    ],
  ];
  for (const [what, body, expected] of bad) {
    it(`refuses ${what} with ${expected} and without a stack`, async () => {
      const { status, text } = await post(body);
      expect(status).to.equal(expected);
      expect(text).not.to.match(/at .*\.[jt]s/);
    });
  }

  it('refuses a caller who comes through a proxy while it has no identity', async () => {
    expect((await post(activity({ text: 'hi' }), { 'x-forwarded-for': '203.0.113.9' })).status).to.equal(403);
  });

  const odd: [string, object, RegExp][] = [
    ['no text', {}, /I can only read text/],
    ['an unknown button', { value: { x: 1 } }, /do not know that button/],
    ['10,000 characters', { text: 'cancer '.repeat(1430) }, /I have read only the start and the end of it/],
    ['control characters', { text: '\u0000\u0007\u001b[31m' }, /I can only help with cancer support|read text/],
  ];
  for (const [what, more, answer] of odd) {
    it(`answers a message of ${what} with a plain sentence`, async () => {
      const { status, text } = await post(activity(more));
      expect(status).to.equal(200);
      expect(text).to.match(answer);
    });
  }

  it('apologises with a reference where a turn fails, tells the operator, and goes on', async () => {
    const failing: typeof guide = {
      ...guide,
      languages: { ...guide.languages, guide: () => failing },
      understand: () => {
        throw new TypeError('broken by\nmy secret words');
      },
    };
    const other = createServer(readConfig({ DATA_DIR: dataFolder }), failing, (line) => logged.push(line));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
    const before = address;
    address = `http://127.0.0.1:${other.address().port}`;
    const { status, text } = await post(activity({ text: 'my secret words' }));
    address = before;
    other.close();
    expect(status).to.equal(200);
    expect(text).to.include('something went wrong on my side');
    expect(logged.join('\n'))
      .to.match(/turn failed, reference \w+: TypeError\n\s+at .*server\.test\.ts/)
      .and.not.to.include('my secret words');
  });

  it('tells that it is well, and does not tell what it runs on', async () => {
    const response = await fetch(`${address}/healthz`, { headers: { connection: 'close' } });
    expect(await response.json()).to.deep.equal({ status: 'ok' });
    expect(response.headers.get('server')).to.equal(null);
  });

  it('shows the society’s list on the front page, without an address that must not be linked', async () => {
    const page = await (await fetch(`${address}/`, { headers: { connection: 'close' } })).text();
    for (const { id, url, list, linkAdvice } of guide.directory.organisations) {
      if (list === 'society') expect(page).to.include(`/directory/${id}"`);
      if (linkAdvice === 'do-not-link') expect(page).not.to.include(url);
    }
  });

  it('answers a talk without JavaScript with the page and the talk so far', async () => {
    const say = async (text: string, talk = ''): Promise<string> =>
      (
        await fetch(`${address}/chat`, {
          method: 'POST',
          headers: { connection: 'close' },
          body: new URLSearchParams({ text, talk }),
        })
      ).text();
    const first = await say('my husband has prostate cancer <b>');
    expect(first).to.include('Europa Uomo').and.to.include('my husband has prostate cancer &lt;b&gt;');
    const talk = /name="talk" value="([^"]+)"/.exec(first)?.[1];
    const second = await say('and in norway?', talk);
    expect(second).to.include('prostate cancer – Norway').and.to.include('my husband has prostate cancer');
    expect(await say('and in norway?', 'nonsense')).to.include('so this is a new one');
    expect(await say('delete my words', talk)).not.to.include('prostate');
  });
});
