import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Server } from 'restify';
import { readConfig } from '../../src/config.ts';
import { createServer } from '../../src/server.ts';
import { guide } from '../conversation.ts';

interface Answer {
  readonly status: number;
  readonly activities: { text: string; attachments?: { content: { fallbackText: string } }[] }[];
  readonly token: string | null;
  readonly code?: string;
  readonly anew?: boolean;
  readonly text: string;
}

describe('/api/chat', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-'));
  const logged: string[] = [];
  let server: Server;
  let address: string;

  before((done) => {
    server = createServer(readConfig({ DATA_DIR: folder }), guide, (line) => logged.push(line));
    server.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${server.address().port}/api/chat`;
      done();
    });
  });
  after((done) => {
    rmSync(folder, { recursive: true });
    server.close(() => done());
  });

  async function post(body: unknown, type = 'application/json'): Promise<Answer> {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': type, connection: 'close' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    let content: object = {};
    try {
      content = JSON.parse(text);
    } catch {
      // A refusal may be plain text.
    }
    return { activities: [], token: null, ...content, status: response.status, text };
  }
  const say = (text: string, token: string | null, locale?: string): Promise<Answer> =>
    post({ activity: { type: 'message', text, locale }, token });

  it('welcomes', async () => {
    const { activities, token } = await post({ activity: { type: 'welcome' }, token: null });
    expect(activities[0]!.text).to.include('automated assistant, not a person');
    expect(token).to.be.a('string');
  });

  it('remembers by the token alone', async () => {
    const first = await say('my husband has prostate cancer', null);
    expect(first.text).to.include('prostate cancer');
    expect((await say('and in norway?', first.token)).text).to.include('prostate cancer – Norway');
    expect((await say('and in norway?', null)).text).not.to.include('prostate');
  });

  it('gives the same answer to the same message sent again', async () => {
    const { token } = await say('my husband has prostate cancer', null);
    const [one, other] = [await say('and in norway?', token), await say('and in norway?', token)];
    expect(one.activities).to.deep.equal(other.activities);
  });

  it('keeps two talks apart that go on at the same time', async () => {
    const [a, b] = await Promise.all([say('breast cancer', null), say('lung cancer', null)]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => say('in spain', index % 2 ? a.token : b.token)),
    );
    for (const [index, answer] of answers.entries()) {
      expect(answer.text).to.include(index % 2 ? 'breast cancer – Spain' : 'lung cancer – Spain');
      expect(answer.text).not.to.include(index % 2 ? 'lung cancer – Spain' : 'breast cancer – Spain');
    }
  });

  it('takes the country of a crisis from the locale', async () => {
    expect((await say('i want to die', null, 'de-AT')).text).to.include('142');
  });

  it('forgets at once when asked to, and gives no token', async () => {
    const { token } = await say('my husband has prostate cancer', null);
    const answer = await say('delete my words', token);
    expect(answer).to.include({ token: null, anew: true });
  });

  const bad: [string, unknown, number, string | undefined][] = [
    ['a token that was changed', { activity: { type: 'message', text: 'hi' }, token: 'abc' }, 400, 'invalid-token'],
    [
      'a text that is too long',
      { activity: { type: 'message', text: 'a'.repeat(4001) }, token: null },
      413,
      'too-long',
    ],
    ['no activity', {}, 400, 'bad-request'],
    ['an unknown type', { activity: { type: 'event' }, token: null }, 400, 'bad-request'],
    ['a number for a text', { activity: { type: 'message', text: 5 }, token: null }, 400, 'bad-request'],
    ['what is no JSON', '{', 400, undefined],
  ];
  for (const [what, body, status, code] of bad) {
    it(`refuses ${what} with ${status}`, async () => {
      const answer = await post(body);
      expect(answer.status).to.equal(status);
      if (code) expect(answer.code).to.equal(code);
    });
  }

  it('refuses a form, which another site could send', async () => {
    expect(
      (await post('activity[type]=message&activity[text]=hi', 'application/x-www-form-urlencoded')).status,
    ).to.equal(415);
  });

  it('answers a message without text with a plain sentence', async () => {
    expect((await post({ activity: { type: 'message' }, token: null })).text).to.include('I can only read text');
  });

  it('leaves no word of a talk in its folder or its log', async () => {
    let token: string | null = null;
    for (const text of ['zebraword has bowel cancer', 'in germany', 'zebraword wants to die'])
      ({ token } = await say(text, token));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files).to.include('seal.key');
    // What other channels must remember is kept in a file: nothing of the website is in it.
    for (const file of files) {
      expect(readFileSync(join(folder, file), 'latin1'), file).not.to.match(/zebraword|colorectal|"DE"|visitor/);
    }
    expect(logged.join()).not.to.include('zebraword');
  });
});
