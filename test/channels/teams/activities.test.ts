import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import type { Server } from 'restify';
import { readConfig } from '../../../src/config.ts';
import { createServer } from '../../../src/server.ts';
import { guide } from '../../conversation.ts';
import { BOT, PERSON, teamsActivity, teamsMessage } from './teams.ts';

/** What was sent to the service of Teams: the path and the activity. */
interface Delivered {
  readonly path: string;
  readonly activity: Partial<Activity>;
}

describe('what Teams sends over the line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teams-'));
  const logged: string[] = [];
  let delivered: Delivered[] = [];
  let service: HttpServer;
  let serviceUrl: string;
  let server: Server;
  let address: string;

  before(async () => {
    service = createHttpServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      delivered.push({ path: String(request.url), activity: JSON.parse(body || '{}') });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 'sent' }));
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
    const config = readConfig({
      DATA_DIR: folder,
      PUBLIC_URL: 'https://guide.example.org',
      LOCAL_BOT_PORTS: new URL(serviceUrl).port,
    });
    server = createServer(config, guide, (line) => logged.push(line));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    address = `http://127.0.0.1:${server.address().port}/api/messages`;
  });
  beforeEach(() => {
    delivered = [];
  });
  after(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
    rmSync(folder, { recursive: true });
  });

  async function post(activity: object): Promise<{ status: number; body: string; sent: Delivered[] }> {
    delivered = [];
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ ...activity, serviceUrl }),
    });
    // The first answer of all may take so long that a typing indicator is shown.
    const sent = delivered.filter(({ activity: { type } }) => type !== 'typing');
    return { status: response.status, body: await response.text(), sent };
  }
  const inConversation = (id: string, activity: Partial<Activity>) => ({
    ...activity,
    conversation: { ...activity.conversation!, id },
  });

  it('welcomes on an installation, by one message to the conversation', async () => {
    const { status, body, sent } = await post(teamsActivity('personal', { type: 'installationUpdate', action: 'add' }));
    expect(status).to.equal(200);
    expect(body).to.equal('');
    expect(sent).to.have.length(1);
    expect(sent[0]!.activity.text).to.include('automated assistant');
  });

  it('answers a message in a channel within its thread', async () => {
    const message = teamsMessage('channel', 'lymphoma groups in Ireland');
    const { status, sent } = await post(message);
    expect(status).to.equal(200);
    expect(sent).to.have.length(1);
    expect(decodeURIComponent(sent[0]!.path)).to.include(`/${message.conversation!.id}/activities/${message.id}`);
    expect(sent[0]!.activity.replyToId).to.equal(message.id);
    expect(sent[0]!.activity.text).to.include('lymphoma – Ireland');
  });

  it('answers a search at once in the body, and sends nothing', async () => {
    const value = { commandId: 'searchDirectory', parameters: [{ name: 'query', value: 'lymphoma' }] };
    const { status, body, sent } = await post(
      teamsActivity('personal', { type: 'invoke', name: 'composeExtension/query', value }),
    );
    expect(status).to.equal(200);
    const { attachments } = JSON.parse(body).composeExtension;
    const [{ url }] = attachments[0].preview.content.images;
    expect(url).to.match(/^https:\/\/guide\.example\.org\/assets\/teams\.\w+\.png$/);
    const picture = await fetch(address.replace('/api/messages', new URL(url).pathname), {
      headers: { connection: 'close' },
    });
    expect(picture.headers.get('content-type')).to.equal('image/png');
    await picture.arrayBuffer();
    expect(sent).to.have.length(0);
  });

  it('answers the choice of a result in the body', async () => {
    const { status, body, sent } = await post(
      teamsActivity('personal', {
        type: 'invoke',
        name: 'composeExtension/selectItem',
        value: { organisation: 'europa-uomo' },
      }),
    );
    expect(status).to.equal(200);
    expect(JSON.parse(body).composeExtension.attachments[0].content.fallbackText).to.include('Europa Uomo');
    expect(sent).to.have.length(0);
  });

  it('answers a button of a card', async () => {
    const { status, sent } = await post(
      teamsActivity('personal', { type: 'message', value: { say: 'Show me the whole list' } }),
    );
    expect(status).to.equal(200);
    expect(JSON.stringify(sent[0]!.activity)).to.include('International organisations');
  });

  const silent: [string, Partial<Activity>][] = [
    ['members who come in', { type: 'conversationUpdate', membersAdded: [PERSON] }],
    ['members who go', { type: 'conversationUpdate', membersRemoved: [PERSON] }],
    ['the app that goes', { type: 'conversationUpdate', membersRemoved: [BOT] }],
    ['an uninstallation', { type: 'installationUpdate', action: 'remove' }],
    ['an installation of an unknown kind', { type: 'installationUpdate', action: 'pause' }],
    ['a channel that gets another name', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
    ['a message that was changed', { type: 'messageUpdate', text: 'lymphoma' }],
    ['a message that was deleted', { type: 'messageDelete' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' }],
    ['a typing indicator', { type: 'typing' }],
    ['the end of a conversation', { type: 'endOfConversation' }],
    ['an event', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} }],
    ['a kind that does not exist yet', { type: 'somethingNew' }],
    ['a message without a mention', { type: 'message', text: 'who has time for lunch?' }],
  ];
  for (const [what, more] of silent) {
    it(`takes ${what} in a channel, and says nothing`, async () => {
      const { status, sent } = await post(teamsActivity('channel', more));
      expect(status).to.equal(200);
      expect(sent).to.have.length(0);
    });
  }

  it('refuses a request that it does not offer, and sends nothing', async () => {
    for (const name of ['task/fetch', 'adaptiveCard/action', 'fileConsent/invoke', '', undefined]) {
      const { status, body, sent } = await post(teamsActivity('personal', { type: 'invoke', ...(name && { name }) }));
      expect(status).to.equal(400);
      expect(JSON.parse(body).error).to.include('does not know');
      expect(sent).to.have.length(0);
    }
  });

  const messages: [string, Partial<Activity>][] = [
    ['no text', {}],
    ['an empty text', { text: '' }],
    ['spaces', { text: ' \u00a0\n' }],
    ['only markup', { text: '<p>&nbsp;</p>' }],
    ['broken markup', { text: '<at>Guide lymphoma</at <b' }],
    ['a picture', { attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/a.png' }] }],
    [
      'HTML beside the text',
      { text: 'lymphoma', attachments: [{ contentType: 'text/html', content: '<div>lymphoma</div>' }] },
    ],
    ['an unknown button', { value: { action: 'old' } }],
    ['a button of text', { value: 'More' }],
    ['a button of a list', { value: [1, 2] }],
    ['a button whose words are no text', { value: { say: { a: 1 } } }],
    ['a text of 15,000 characters', { text: 'cancer '.repeat(2100) }],
    ['signs of every kind', { text: '\u0000\u202e👩‍👩‍👧‍👦 ﷽ \ud800 𝔩𝔶𝔪𝔭𝔥' }],
    [
      'mentions of an odd shape',
      { text: 'lymphoma', entities: [{ type: 'mention' }, { type: 'mention', text: 5 } as never] },
    ],
    ['a mention of nothing', { text: 'lymphoma', entities: [{ type: 'mention', text: '', mentioned: {} }] }],
    ['entities that are none', { text: 'lymphoma', entities: [null as never, 'x' as never] }],
    ['a locale that is none', { text: 'lymphoma', locale: 'xx-??' }],
    ['channel data that is none', { text: 'lymphoma', channelData: null }],
  ];
  for (const [index, [what, more]] of messages.entries()) {
    it(`answers a message of ${what} with one message`, async () => {
      const { status, sent } = await post(
        inConversation(`a:odd${index}`, teamsActivity('personal', { type: 'message', ...more })),
      );
      expect(status).to.equal(200);
      expect(sent).to.have.length(1);
      expect(sent[0]!.activity.text).to.have.length.above(10);
    });
  }

  const bad: [string, object][] = [
    ['a message without a conversation', { type: 'message', channelId: 'msteams', from: PERSON, text: 'hi' }],
    ['a message from nobody', { ...teamsMessage('personal', 'hi'), from: undefined }],
    ['a text that is a number', { ...teamsMessage('personal', 'hi'), text: 5 }],
    ['members that are none', teamsActivity('personal', { type: 'conversationUpdate', membersAdded: 'all' as never })],
    ['entities that are no list', { ...teamsMessage('personal', 'hi'), entities: 'all' }],
    ['a recipient that is none', { ...teamsMessage('personal', 'hi'), recipient: 'bot' }],
  ];
  for (const [what, activity] of bad) {
    it(`refuses ${what} with 400`, async () => {
      const { status, sent } = await post(activity);
      expect(status).to.equal(400);
      expect(sent).to.have.length(0);
    });
  }

  it('answers many people at once, each with their own', async () => {
    const cancers = ['lymphoma', 'prostate cancer', 'brain tumour', 'melanoma'];
    const ask = async (n: number) => {
      const from = { id: `29:person${n}`, name: '' };
      const conversation = { ...teamsActivity('personal', {}).conversation!, id: `a:many${n}` };
      const options = { from, conversation, deliveryMode: 'expectReplies' };
      const send = async (text: string) =>
        (
          await fetch(address, {
            method: 'POST',
            headers: { 'content-type': 'application/json', connection: 'close' },
            body: JSON.stringify({ ...teamsMessage('personal', text, options), serviceUrl }),
          })
        ).json() as Promise<{ activities: Partial<Activity>[] }>;
      await send(`who helps with ${cancers[n % 4]}?`);
      const { activities } = await send('and in Norway?');
      expect(activities[0]!.text).to.include(`${cancers[n % 4]} – Norway`);
    };
    await Promise.all(Array.from({ length: 40 }, (_, n) => ask(n)));
  });

  it('answers messages of one person in their order, though they come at once', async () => {
    const conversation = { ...teamsActivity('personal', {}).conversation!, id: 'a:fast' };
    await Promise.all(
      ['who helps with lymphoma?', 'and in Norway?', 'and in Spain?'].map((text, n) =>
        post({ ...teamsMessage('personal', text, { conversation }), id: String(n) }),
      ),
    );
    const { sent } = await post(teamsMessage('personal', 'only with a phone line', { conversation }));
    expect(sent[0]!.activity.text).to.include('lymphoma – Spain');
  });

  it('keeps what a talk needs, readable in no file, and nothing of it after "delete my words"', async () => {
    const conversation = { ...teamsActivity('personal', {}).conversation!, id: 'a:forget' };
    const say = (text: string) => post(teamsMessage('personal', text, { conversation }));
    const holding = (pattern: RegExp): string[] =>
      readdirSync(folder).filter((file) => pattern.test(readFileSync(join(folder, file), 'latin1')));
    await say('zebraword, who helps with glioblastoma in Iceland?');
    expect(holding(/glioblastoma|zebraword/)).to.deep.equal([]);
    expect((await say('and peer support?')).sent[0]!.activity.text).to.include('glioblastoma – Iceland');
    const { sent } = await say('delete my words');
    expect(sent[0]!.activity.text).to.include('deleted');
    expect(holding(/glioblastoma|"IS"|zebraword|29:anna|a:forget/)).to.deep.equal([]);
    expect((await say('and in Norway?')).sent[0]!.activity.text).not.to.include('glioblastoma');
  });

  it('never failed at any of this, and told the operator nothing', () => {
    expect(logged).to.deep.equal([]);
  });
});
