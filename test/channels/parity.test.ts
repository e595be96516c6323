import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import type { Server } from 'restify';
import { toActivity } from '../../dialogs/activity.ts';
import { readConfig } from '../../src/config.ts';
import { createServer } from '../../src/server.ts';
import { Conversation, guide } from '../conversation.ts';
import { readTalks } from '../talks.ts';

/** What a visitor gets of an answer: the same on every channel. Nothing may differ so far. */
function essence(activities: readonly Partial<Activity>[]): unknown {
  return activities.map(({ text, attachments, suggestedActions }) => ({
    text,
    cards: (attachments ?? []).map(({ content }) => content),
    buttons: (suggestedActions?.actions ?? []).map(({ title, value }) => [title, value]),
  }));
}

describe('every conversation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parity-'));
  let server: Server;
  let address: string;

  before((done) => {
    server = createServer(readConfig({ DATA_DIR: folder }), guide, () => {});
    server.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${server.address().port}`;
      done();
    });
  });
  after((done) => {
    rmSync(folder, { recursive: true });
    server.close(() => done());
  });

  /** Each talk is another visitor's, so that no limit for one visitor is met. */
  async function post(
    path: string,
    body: object,
    visitor: number,
  ): Promise<{ activities: Partial<Activity>[]; token: string | null }> {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        connection: 'close',
        ...(path === '/api/chat' && { 'x-forwarded-for': `10.0.${visitor >> 8}.${visitor & 255}` }),
      },
      body: JSON.stringify(body),
    });
    expect(response.status).to.equal(200);
    return (await response.json()) as { activities: Partial<Activity>[]; token: string | null };
  }

  // A talk in which time passes needs its own clock; the in-process talks show it.
  for (const [number, talk] of readTalks()
    .filter(({ lines }) => lines.every(({ who }) => who !== 'wait>'))
    .entries()) {
    it(`is the same over /api/chat and /api/messages: ${talk.title}`, async () => {
      const here = new Conversation(talk.locale);
      let token: string | null = null;
      for (const { text } of talk.lines.filter(({ who }) => who === 'user>')) {
        const wanted = essence(JSON.parse(JSON.stringify([toActivity((await here.turn(text)).reply, 'en')])));
        const chat = await post(
          '/api/chat',
          {
            activity: { type: 'message', text, locale: talk.locale },
            token,
          },
          number,
        );
        expect(essence(chat.activities)).to.deep.equal(wanted);
        token = chat.token;
        const messages = await post(
          '/api/messages',
          {
            type: 'message',
            channelId: 'test',
            conversation: { id: `talk ${number}` },
            from: { id: 'p' },
            recipient: { id: 'b' },
            deliveryMode: 'expectReplies',
            text,
            locale: talk.locale,
          },
          number,
        );
        expect(essence(messages.activities)).to.deep.equal(wanted);
      }
    });
  }
});
