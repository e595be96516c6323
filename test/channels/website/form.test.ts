import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Server } from 'restify';
import { MOST_MESSAGES, MOST_SEALED } from '../../../src/channels/website/shownTalk.ts';
import { WebsiteChannel } from '../../../src/channels/website/websiteChannel.ts';
import { readConfig } from '../../../src/config.ts';
import { createServer } from '../../../src/server.ts';
import { createSeal } from '../../../src/storage/seal.ts';
import { guide } from '../../conversation.ts';

const EXPIRED = guide.messages.say('chat.expired');
const KEY = randomBytes(32);

interface Page {
  readonly status: number;
  readonly html: string;
  readonly talk: string | null;
  /** The messages, as text without tags. */
  readonly messages: readonly string[];
}

describe('POST /chat', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'form-'));
  const { answer } = WebsiteChannel.prototype;
  const answered: (string | undefined)[] = [];
  let server: Server;
  let address: string;
  let visitor = 0;

  before((done) => {
    WebsiteChannel.prototype.answer = function (activity, memory) {
      answered.push(activity.type === 'message' ? activity.text : undefined);
      return answer.call(this, activity, memory);
    };
    server = createServer(readConfig({ DATA_DIR: folder, SEAL_KEYS: KEY.toString('base64') }), guide, () => {});
    server.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${server.address().port}`;
      done();
    });
  });
  after((done) => {
    WebsiteChannel.prototype.answer = answer;
    rmSync(folder, { recursive: true });
    server.close(() => done());
  });

  async function post(fields: readonly (readonly [string, string])[], path = '/chat', language = 'en'): Promise<Page> {
    visitor += 1;
    answered.length = 0;
    const response = await fetch(address + path, {
      method: 'POST',
      headers: {
        connection: 'close',
        'accept-language': language,
        'x-forwarded-for': `10.4.${visitor >> 8}.${visitor & 255}`,
      },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    });
    const html = await response.text();
    return {
      status: response.status,
      html,
      talk: /name="talk" value="([^"]*)"/.exec(html)?.[1] ?? null,
      messages: [...html.matchAll(/<div class="message (?:you|bot)"[\s\S]*?<\/div>/g)].map(([text]) =>
        text.replace(/<[^>]*>/g, ' '),
      ),
    };
  }
  const say = (text: string, talk: string | null = null, path?: string): Promise<Page> =>
    post([['text', text], ...(talk === null ? [] : [['talk', talk] as const])], path);
  const withoutTalk = ({ html }: Page): string => html.replace(/name="talk" value="[^"]*"/g, '');

  it('answers the new message alone: what was said before is shown, not said again', async () => {
    const first = await say('bowel cancer in Germany');
    expect(answered).to.deep.equal([undefined, 'bowel cancer in Germany']);
    const second = await say('and in Spain?', first.talk);
    expect(answered).to.deep.equal(['and in Spain?']);
    expect(second.messages.slice(0, 3)).to.deep.equal(first.messages);
    expect(second.messages).to.have.length(5);
    expect(second.messages[4]).to.include('bowel cancer – Spain');
  });

  it('gives the same page to the same form sent twice', async () => {
    const { talk } = await say('bowel cancer in Germany');
    const [one, other] = [await say('and in Spain?', talk), await say('and in Spain?', talk)];
    expect(withoutTalk(one)).to.equal(withoutTalk(other));
    expect((await say('and in France?', other.talk)).messages).to.have.length(7);
  });

  it('goes on from each of its pages, as they were', async () => {
    const first = await say('bowel cancer in Germany');
    await say('and in Spain?', first.talk);
    const other = await say('and in France?', first.talk);
    expect(other.messages).to.have.length(5);
    expect(other.messages[4]).to.include('bowel cancer – France');
    expect(other.html).not.to.include('Spain?');
  });

  it('shows what was injected as text, also after the next message', async () => {
    const evil = '<img src=x onerror=alert(1)></div><script>alert(1)</script> bowel cancer';
    const page = await say('and in Spain?', (await say(evil)).talk);
    expect(page.messages).to.have.length(5);
    expect(page.html).to.include('&lt;img src=x onerror=alert(1)&gt;&lt;/div&gt;&lt;script&gt;');
    expect(page.html).not.to.include('<img src=x');
  });

  it('does the same within another site’s page', async () => {
    const first = await say('Darmkrebs in Deutschland', null, '/embed/de');
    const second = await say('und in Spanien?', first.talk, '/embed/de');
    expect(answered).to.deep.equal(['und in Spanien?']);
    expect(second.messages).to.have.length(5);
  });

  it('keeps the welcome in the language of its page', async () => {
    const first = await say('bowel cancer in Germany', null, '/fr/chat');
    const second = await say('and in Spain?', first.talk, '/fr/chat');
    expect(second.messages[0])
      .to.equal(first.messages[0])
      .and.to.match(/assistant automatique/);
  });

  it('shows the talk as it was where nothing was written, and answers nothing', async () => {
    const { talk, messages } = await say('bowel cancer in Germany');
    const again = await say('  ', talk);
    expect(answered).to.deep.equal([]);
    expect(again.messages).to.deep.equal(messages);
    expect((await say('and in Spain?', again.talk)).messages[4]).to.include('bowel cancer – Spain');
  });

  it('keeps the talk where a message is too long', async () => {
    const { talk, messages } = await say('bowel cancer in Germany');
    const tooLong = await say('a'.repeat(4001), talk);
    expect(tooLong).to.include({ status: 413 });
    expect(tooLong.messages).to.deep.equal(messages);
    expect((await say('and in Spain?', tooLong.talk)).messages[4]).to.include('bowel cancer – Spain');
  });

  it('stays small over a long talk, drops the oldest messages, says so, and never drops the new one', async () => {
    let page = await say('bowel cancer in Germany');
    expect(page.html).not.to.include('no longer shown');
    let most = 0;
    const letters = (round: number): string =>
      Array.from({ length: 3500 }, (_, place) =>
        String.fromCharCode(0x4e00 + ((place * 7919 + round * 104_729 + ((place * place) >> 3)) % 20_000)),
      ).join('');
    for (let round = 0; round < MOST_MESSAGES + 3; round += 1) {
      const text = round % 2 ? `lung cancer ${round}` : letters(round);
      page = await say(text, page.talk);
      expect(answered).to.have.length(1);
      expect(page.status).to.equal(200);
      expect(page.messages.at(-2)).to.include(text);
      most = Math.max(most, page.talk!.length);
    }
    expect(most).to.be.within(MOST_SEALED / 2, MOST_SEALED);
    expect(page.html.match(/Earlier messages are no longer shown/g)).to.have.length(1);
    expect(page.html).not.to.include('bowel cancer in Germany');
  });

  it('shows no more than so many messages, and remembers what the talk is about beyond them', async () => {
    let page = await say('bowel cancer in Germany');
    for (let round = 0; round < MOST_MESSAGES; round += 1) page = await say('hello', page.talk);
    expect(page.messages.filter((text) => text.includes('hello'))).to.have.length(MOST_MESSAGES);
    expect(page.html).to.include('Earlier messages are no longer shown');
    expect((await say('and in Spain?', page.talk)).messages.at(-1)).to.include('bowel cancer – Spain');
  });

  it('answers the new message where the talk is too old, changed, too large, or of another shape or purpose', async () => {
    const seal = createSeal([KEY]);
    const talk = (await say('breast cancer')).talk!;
    const api = await fetch(`${address}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ activity: { type: 'message', text: 'breast cancer' }, token: null }),
    });
    const { token } = (await api.json()) as { token: string };
    const shown = { from: 'bot', text: 'x', suggestions: [] };
    const bad = {
      old: await createSeal([KEY], () => Date.now() - 31 * 60_000).seal('form', ['breast cancer'], 30),
      changed: `${talk.slice(0, -8)}AAAAAAAA`,
      nonsense: 'abc',
      large: 'a'.repeat(MOST_SEALED + 1),
      'very large': 'a'.repeat(220_000),
      'the list of what was said': await seal.seal('form', ['breast cancer'], 30),
      'another version': await seal.seal('form', { version: 0, entries: [], dropped: false, memory: {} }, 30),
      'a card that cannot be shown': await seal.seal(
        'form',
        { version: 1, dropped: false, memory: {}, entries: [{ ...shown, cards: [{ body: [{ type: 'ActionSet' }] }] }] },
        30,
      ),
      'the token of the live chat': token,
    };
    for (const [what, sealed] of Object.entries(bad)) {
      const page = await say('lung cancer in Spain', sealed);
      expect(page.status, what).to.equal(200);
      expect(page.html, what).to.include(EXPIRED);
      expect(page.messages, what).to.have.length(3);
      expect(page.messages[2], what).to.include('lung cancer – Spain');
      expect((await say('and in France?', page.talk)).messages, what).to.have.length(5);
    }
  });

  it('is not opened as the token of the live chat', async () => {
    const { talk } = await say('breast cancer');
    const response = await fetch(`${address}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ activity: { type: 'message', text: 'hi' }, token: talk }),
    });
    expect(response.status).to.equal(400);
    expect(await response.json()).to.include({ code: 'invalid-token' });
  });

  it('answers fields that no form of ours sends with a page and a sentence', async () => {
    const { talk } = await say('bowel cancer in Germany');
    const twice = await post([
      ['text', 'one'],
      ['text', 'two'],
      ['talk', talk!],
    ]);
    expect(twice.status).to.be.oneOf([200, 400]);
    expect(twice.messages.length).to.be.greaterThan(2);
    if (twice.status === 400) expect(twice.html).to.match(/class="problem"/);
    const twoTalks = await post([
      ['text', 'and in Spain?'],
      ['talk', talk!],
      ['talk', talk!],
    ]);
    expect(twoTalks.status).to.equal(200);
    expect(twoTalks.html).to.include('and in Spain?');
    for (const field of ['text[a]', '__proto__', 'constructor', 'text\u0000']) {
      const page = await post([[field, 'x']]);
      expect(page.status, field).to.be.oneOf([200, 400]);
      expect(page.html, field).to.include('id="chat-text"');
    }
  });

  for (const body of ['{"text":5}', '{"text":{"a":1},"talk":[]}', '[]', 'null', '"x"', '5', '{"text":["a","b"]}']) {
    it(`answers ${body} with a sentence, and no fault of its own`, async () => {
      visitor += 1;
      const response = await fetch(`${address}/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close', 'x-forwarded-for': `10.5.0.${visitor}` },
        body,
      });
      expect(response.status).to.be.below(500);
    });
  }
});
