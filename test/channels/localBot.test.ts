import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { type Listening, listen } from './listen.ts';

/** A service that replies may be posted to; it notes what came. */
async function startService(posted: string[]): Promise<Server> {
  const service = createServer((request, response) => {
    posted.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  return service;
}

const portOf = (service: Server): number => (service.address() as AddressInfo).port;

describe('the bot without an application id', () => {
  const posted: string[] = [];
  let playground: Server;
  let other: Server;
  let program: Listening;
  let number = 0;

  before(async () => {
    playground = await startService(posted);
    other = await startService(posted);
    program = await listen({ LOCAL_BOT_PORTS: String(portOf(playground)) });
  });
  beforeEach(() => {
    posted.length = 0;
  });
  after(async () => {
    await program.close();
    for (const service of [playground, other]) {
      service.closeAllConnections();
      service.close();
    }
  });

  const post = async (more: object, headers: Record<string, string> = {}) => {
    number += 1;
    const activity = {
      type: 'message',
      id: String(number),
      channelId: 'test',
      conversation: { id: 'c' },
      from: { id: 'p' },
      text: 'hello',
      ...more,
    };
    const { status, text } = await program.send('/api/messages', JSON.stringify(activity), headers);
    return { status, text };
  };
  const here = { deliveryMode: 'expectReplies' };

  for (const host of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST:3978', '127.0.0.1:80'])
    it(`answers a caller who asks for ${host}`, async () => {
      expect((await post(here, { host })).status).to.equal(200);
    });

  for (const host of ['bot.example', 'localhost.example', '127.0.0.1.example:3978', '127.0.0.2', '0.0.0.0'])
    it(`refuses a caller who asks for ${host}: a foreign name was bent to this machine`, async () => {
      expect((await post(here, { host })).status).to.equal(403);
    });

  for (const origin of ['http://localhost:56150', 'http://127.0.0.1', 'https://[::1]:1'])
    it(`answers a page of ${origin}`, async () => {
      expect((await post(here, { origin })).status).to.equal(200);
    });

  for (const origin of [
    'https://evil.example',
    'http://localhost.evil.example',
    'null',
    'file://',
    'chrome-extension://x',
    '',
  ])
    it(`refuses a page of "${origin}"`, async () => {
      expect((await post(here, { origin })).status).to.equal(403);
    });

  it('posts its replies to the ports that the setting names', async () => {
    for (const path of ['', '/', '/_connector', '/_connector/'])
      expect((await post({ serviceUrl: `http://localhost:${portOf(playground)}${path}` })).status, path).to.equal(200);
    expect(posted).to.have.length(4);
  });

  it('posts to no other port and no other path of this machine', async () => {
    const own = portOf(playground);
    const addresses = [
      `http://127.0.0.1:${portOf(other)}/`,
      `http://127.0.0.1:${portOf(other)}/_connector`,
      `http://localhost:${own}/admin`,
      `http://localhost:${own}/_connector/../admin`,
      `http://localhost:${own}/?x=`,
      `http://localhost:${own}/#x`,
      `http://me:secret@localhost:${own}/`,
      'http://127.0.0.1/',
      'https://localhost/',
    ];
    for (const serviceUrl of addresses) {
      for (const more of [{}, { type: 'conversationUpdate', membersAdded: [{ id: 'p' }] }, { type: 'invoke' }]) {
        const { status, text } = await post({ serviceUrl, ...more });
        expect(status, serviceUrl).to.equal(403);
        expect(text).to.include('LOCAL_BOT_PORTS');
      }
    }
    expect(posted).to.deep.equal([]);
  });

  it('answers within the HTTP answer whatever port is named, and posts nothing', async () => {
    const { status, text } = await post({ serviceUrl: `http://127.0.0.1:${portOf(other)}/x`, ...here });
    expect(status).to.equal(200);
    expect(JSON.parse(text).activities).to.have.length(1);
    expect(posted).to.deep.equal([]);
  });

  it('answers an activity that is repeated once, and says the answer again', async () => {
    const serviceUrl = `http://localhost:${portOf(playground)}/`;
    await post({ id: 'same', serviceUrl });
    await post({ id: 'same', serviceUrl });
    expect(posted).to.have.length(1);
    const [first, second] = [await post({ id: 'again', ...here }), await post({ id: 'again', ...here })];
    expect(JSON.parse(first.text).activities).to.have.length(1);
    expect(second).to.deep.equal(first);
  });
});
