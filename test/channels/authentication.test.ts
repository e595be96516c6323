import { createServer, type OutgoingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { AppCredentials, ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector';
import { expect } from 'chai';
import restify, { type Server as RestifyServer } from 'restify';
import type { AuthenticationSettings } from '../../src/channels/authentication.ts';
import { createAdapter, messagesRoute } from '../../src/channels/botFramework.ts';
import { createLimits } from '../../src/channels/limits.ts';
import { readConfig } from '../../src/config.ts';
import { guide } from '../conversation.ts';
import { type Issuer, makeToken, type Signing, signWith, startIssuer, strange } from './issuer.ts';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '99999999-8888-4777-a666-555555555555';
const MICROSOFT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const SECRET = 'my secret words';
const MINUTE = 60;
const APPS = {
  SingleTenant: { MicrosoftAppPassword: 'password', MicrosoftAppTenantId: TENANT },
  MultiTenant: { MicrosoftAppPassword: 'password' },
  UserAssignedMSI: { MicrosoftAppTenantId: TENANT },
};

const now = (): number => Math.floor(Date.now() / 1000);
const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** What the bot does in these tests: it answers a message, an invoke, and fails where it is told to. */
async function run(context: TurnContext): Promise<void> {
  if (context.activity.text === 'fail') throw new TypeError(SECRET);
  if (context.activity.type === ActivityTypes.Invoke)
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 202, body: { found: 3 } } });
  else await context.sendActivity('Hello');
}

describe('who may send to /api/messages', () => {
  const logged: string[] = [];
  const turns: string[] = [];
  const sent: { path: string; authorization: string }[] = [];
  const servers: RestifyServer[] = [];
  let issuer: Issuer;
  let recorder: Server;
  let recorderStatus: number;
  let service: string;
  let address: string;

  /** A server whose bot believes the issuer; gives back its address. */
  async function listen(settings: AuthenticationSettings, type: keyof typeof APPS = 'SingleTenant'): Promise<string> {
    const config = readConfig({ MicrosoftAppId: APP, MicrosoftAppType: type, ...APPS[type] });
    const log = (line: string): void => void logged.push(line);
    const server = restify.createServer();
    const limits = createLimits(config, log);
    server.pre(async (asked, response) => {
      if (!(await limits.requests(asked, response))) return false;
    });
    server.use(restify.plugins.bodyParser({ mapParams: false }));
    const handler = {
      run: (context: TurnContext) => {
        turns.push(context.activity.type);
        return run(context);
      },
    };
    server.post(
      '/api/messages',
      messagesRoute(config, createAdapter(config, guide, log, limits, settings), handler, log),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    return `http://127.0.0.1:${server.address().port}`;
  }

  before(async () => {
    issuer = await startIssuer();
    recorder = createServer((asked, response) => {
      sent.push({ path: asked.url ?? '', authorization: asked.headers.authorization ?? '' });
      response.statusCode = recorderStatus;
      response.setHeader('content-type', 'application/json').end('{"id":"1"}');
    });
    await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
    service = addressOf(recorder);
    address = await listen(issuer.settings);
  });
  beforeEach(() => {
    recorderStatus = 200;
    for (const list of [logged, turns, sent]) list.length = 0;
  });
  after(() => {
    issuer.close();
    recorder.close();
    for (const server of servers) server.close();
  });

  const claims = (more: object = {}): Record<string, unknown> => ({
    iss: issuer.settings.ToBotFromChannelTokenIssuer,
    aud: APP,
    serviceurl: service,
    nbf: now(),
    exp: now() + 60 * MINUTE,
    ...more,
  });
  const tokenOf = (more: object = {}, signing: Signing = issuer.right): string => makeToken(signing, claims(more));
  const activity = (more: object = {}): object => ({
    type: 'message',
    id: 'a1',
    channelId: 'test',
    serviceUrl: service,
    conversation: { id: 'c1' },
    from: { id: 'p' },
    recipient: { id: 'b' },
    text: SECRET,
    deliveryMode: 'expectReplies',
    ...more,
  });

  type Answer = { status: number; text: string; printed: string };

  /** Posts an activity, and keeps what is printed meanwhile. A connection that the server cuts is status 0. */
  async function post(authorization: string | string[] | null, more: object = {}, to = address): Promise<Answer> {
    const printed: string[] = [];
    const streams = [process.stdout, process.stderr];
    const writes = streams.map((stream) => stream.write);
    for (const stream of streams) stream.write = (chunk) => printed.push(String(chunk)) > 0;
    try {
      const { status, text } = await new Promise<Omit<Answer, 'printed'>>((resolve, reject) => {
        const headers: OutgoingHttpHeaders = { 'content-type': 'application/json' };
        if (authorization !== null) headers.authorization = authorization as string;
        const asked = request(`${to}/api/messages`, { method: 'POST', headers, agent: false }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          );
        });
        asked.on('error', (error: NodeJS.ErrnoException) =>
          /ECONNRESET|EPIPE/.test(error.code ?? '') ? resolve({ status: 0, text: '' }) : reject(error),
        );
        asked.setTimeout(10_000, () => asked.destroy(new Error('no answer')));
        asked.end(JSON.stringify(activity(more)));
      });
      return { status, text, printed: printed.join('') };
    } finally {
      for (const [index, stream] of streams.entries()) stream.write = writes[index]!;
    }
  }

  /** A refusal: one plain sentence; no turn, nothing sent, and nothing of the token or the text printed. */
  async function expectRefused(
    status: number,
    authorization: string | string[] | null,
    more: object = {},
    to = address,
  ): Promise<void> {
    const answer = await post(authorization, more, to);
    expect(answer.status, answer.text).to.equal(status);
    expect(JSON.parse(answer.text).error).to.match(/^[A-Z][a-zA-Z ]+[:a-z ]*\.$/);
    expect(turns).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
    const told = [answer.printed, answer.text, ...logged].join('\n');
    expect(told).not.to.include(SECRET);
    const parts = [authorization ?? ''].flat().flatMap((header) => header.split(/[ .]/));
    for (const part of parts) if (part.length > 10) expect(told).not.to.include(part);
  }

  for (const type of Object.keys(APPS) as (keyof typeof APPS)[]) {
    it(`answers the right token, and no other, where the app is ${type}`, async () => {
      const to = await listen(issuer.settings, type);
      await expectRefused(401, `Bearer ${tokenOf({}, signWith(strange.privateKey, 'right'))}`, {}, to);
      const { status, text, printed } = await post(`Bearer ${tokenOf()}`, {}, to);
      expect(status).to.equal(200);
      expect((JSON.parse(text) as { activities: Activity[] }).activities.map((reply) => reply.text)).to.deep.equal([
        'Hello',
      ]);
      expect(printed).to.equal('');
    });
  }

  it('tells only those whom it believes what is wrong with an activity', async () => {
    const forgery = `Bearer ${tokenOf({}, signWith(strange.privateKey, 'right'))}`;
    for (const broken of [{ conversation: undefined }, { from: 'nobody' }, { text: 5 }]) {
      await expectRefused(401, forgery, broken);
      await expectRefused(401, null, broken);
      const { status, text } = await post(`Bearer ${tokenOf()}`, broken);
      expect(status).to.equal(400);
      expect(text).to.include('The activity is not valid');
    }
  });

  it('answers an invoke with the status and the body that the bot gives', async () => {
    const { status, text } = await post(`Bearer ${tokenOf()}`, { type: 'invoke', deliveryMode: 'normal' });
    expect(status).to.equal(202);
    expect(JSON.parse(text)).to.deep.equal({ found: 3 });
  });

  const forged: [string, number, (() => string) | null, object?][] = [
    ['no token', 401, null],
    ['an expired token', 401, () => tokenOf({ nbf: now() - 60 * MINUTE, exp: now() - 6 * MINUTE })],
    ['a token that never ends', 401, () => tokenOf({ exp: undefined })],
    ['a token whose end is no time', 401, () => tokenOf({ exp: 'never' })],
    ['a token that is not valid yet', 401, () => tokenOf({ nbf: now() + 6 * MINUTE })],
    ['a token for another audience', 403, () => tokenOf({ aud: TENANT })],
    ['a token for several audiences', 403, () => tokenOf({ aud: [APP] })],
    ['a token without an audience', 403, () => tokenOf({ aud: undefined })],
    ['a token of another issuer', 401, () => tokenOf({ iss: 'https://other.test' })],
    ['a token of several issuers', 401, () => tokenOf({ iss: ['https://issuer.test'] })],
    ['a token of the real issuer’s name', 401, () => tokenOf({ iss: 'https://api.botframework.com' })],
    ['a token without an issuer', 401, () => tokenOf({ iss: undefined })],
    ['a token with alg: none', 401, () => tokenOf({}, issuer.unsigned)],
    [
      'a token with alg: none and somebody’s signature',
      401,
      () => tokenOf({}, { ...issuer.right, header: issuer.unsigned.header }),
    ],
    ['a token signed with the public key as HS256', 401, () => tokenOf({}, issuer.publicKeyAsSecret)],
    ['a token with a key not in the set', 401, () => tokenOf({}, signWith(strange.privateKey, 'strange'))],
    ['a token with a strange key under a known name', 401, () => tokenOf({}, signWith(strange.privateKey, 'right'))],
    [
      'a token with a key without a name',
      401,
      () => tokenOf({}, { ...issuer.right, header: { alg: issuer.right.header.alg } }),
    ],
    [
      'a token whose claims were changed',
      401,
      () => {
        const [head, , signature] = tokenOf({ aud: TENANT }).split('.');
        return [head, tokenOf().split('.')[1], signature].join('.');
      },
    ],
    ['a token for another channel', 401, () => tokenOf({}, issuer.otherChannel)],
    ['a token for another service address', 403, () => tokenOf({ serviceurl: 'https://other.test/' })],
    ['a token without a service address', 403, () => tokenOf({ serviceurl: undefined })],
    ['an activity without a service address', 403, () => tokenOf(), { serviceUrl: undefined }],
    ['an activity with an empty service address', 403, () => tokenOf({ serviceurl: '' }), { serviceUrl: '' }],
    ['an activity for another service address', 403, () => tokenOf(), { serviceUrl: 'https://other.test/' }],
  ];
  for (const [what, status, token, more] of forged) {
    it(`refuses ${what} with ${status}`, async () => {
      await expectRefused(status, token && `Bearer ${token()}`, more);
    });
  }

  const others: [string, object, object?][] = [
    ['the Emulator, version 1', { iss: `https://sts.windows.net/${MICROSOFT}/`, ver: '1.0', appid: APP }],
    ['the Emulator, version 2', { iss: `https://sts.windows.net/${MICROSOFT}/`, ver: '2.0', azp: APP }],
    [
      'the Emulator of any tenant',
      { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, tid: TENANT, ver: '2.0', azp: APP },
    ],
    [
      'the bot itself',
      { iss: `https://sts.windows.net/${TENANT}/`, aud: 'https://api.botframework.com', ver: '1.0', appid: APP },
    ],
    ['a skill', { iss: `https://sts.windows.net/${MICROSOFT}/`, ver: '1.0', appid: TENANT }],
    ['a skill by the right issuer', { ver: '2.0', azp: TENANT }],
    ['a skill without a name', { appid: 'AnonymousSkill' }],
    [
      'an App Service Extension',
      { iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0', appid: APP },
      { channelId: 'AseChannel' },
    ],
    ['an App Service Extension by the right issuer', { ver: '1.0', appid: APP }, { channelId: 'AseChannel' }],
  ];
  for (const [what, more, of] of others) {
    it(`refuses a well-signed token of ${what}, and asks nobody for keys`, async () => {
      const before = issuer.asked.length;
      await expectRefused(401, `Bearer ${tokenOf(more)}`, of);
      expect(issuer.asked.length).to.equal(before);
    });
  }

  it('allows clocks to differ by five minutes', async () => {
    for (const more of [{ exp: now() - 4 * MINUTE }, { nbf: now() + 4 * MINUTE }])
      expect((await post(`Bearer ${tokenOf(more)}`)).status).to.equal(200);
  });

  it('accepts a key that is for no channel in particular, as botbuilder does', async () => {
    expect((await post(`Bearer ${tokenOf({}, issuer.anyChannel)}`)).status).to.equal(200);
  });

  const garbage: [string, () => string | string[]][] = [
    ['an empty header', () => ''],
    ['a header of spaces', () => '   '],
    ['“Bearer” alone', () => 'Bearer'],
    ['“Bearer ” alone', () => 'Bearer '],
    ['a token without “Bearer”', () => tokenOf()],
    ['another scheme', () => `Basic ${tokenOf()}`],
    ['two words after “Bearer”', () => `Bearer ${tokenOf()} ${tokenOf()}`],
    ['dots', () => 'Bearer ...'],
    ['bytes', () => 'Bearer \u00e9\u00ff\u0080.\u00e9.\u00e9'],
    ['parts that are no JSON', () => 'Bearer eyJh.eyJh.eyJh'],
    ['parts that are JSON of another kind', () => 'Bearer bnVsbA.bnVsbA.bnVsbA'],
    ['10 KB', () => `Bearer ${'a'.repeat(10_000)}`],
  ];
  for (const [what, header] of garbage) {
    it(`refuses ${what} with 401`, async () => {
      await expectRefused(401, header());
    });
  }

  it('refuses two headers, whichever of them is right', async () => {
    const right = `Bearer ${tokenOf()}`;
    await expectRefused(400, [right, 'Bearer x.y.z']);
    await expectRefused(400, ['Bearer x.y.z', right]);
  });

  it('does not read a header of 100 KB', async () => {
    expect((await post(`Bearer ${'a'.repeat(100_000)}`)).status).to.be.oneOf([431, 0]);
    expect(turns).to.deep.equal([]);
  });

  it('stays calm under a thousand forged tokens, and asks for the keys at most once an hour', async () => {
    const own = await startIssuer();
    const to = await listen(own.settings);
    const kinds: ((number: number) => string)[] = [
      (number) => tokenOf({}, signWith(strange.privateKey, `strange-${number}`)),
      () => tokenOf({}, signWith(strange.privateKey, 'right')),
      () => tokenOf({}, own.unsigned),
      () => tokenOf({}, own.publicKeyAsSecret),
      () => makeToken(own.right, claims({ exp: now() - 6 * MINUTE })),
    ];
    const statuses = new Set<number>();
    for (let number = 0; number < 1000; number += 1)
      statuses.add((await post(`Bearer ${kinds[number % kinds.length]!(number)}`, {}, to)).status);
    expect([...statuses]).to.deep.equal([401]);
    expect(own.asked).to.deep.equal(['/metadata', '/keys']);
    expect((await post(`Bearer ${tokenOf({}, own.right)}`, {}, to)).status).to.equal(200);

    const real = Date.now;
    Date.now = () => real() + 61 * MINUTE * 1000;
    await post(`Bearer ${tokenOf({}, signWith(strange.privateKey, 'strange'))}`, {}, to).finally(() => {
      Date.now = real;
    });
    expect(own.asked).to.deep.equal(['/metadata', '/keys', '/metadata', '/keys']);
    own.close();
  });

  it('remembers no tenant that a forged token names', async () => {
    const { issuer: known } = ToBotFromBotOrEmulatorTokenValidationParameters;
    const before = known!.length;
    for (let number = 0; number < 50; number += 1)
      await post(`Bearer ${tokenOf({ tid: `tenant-${number}` }, signWith(strange.privateKey, 'right'))}`);
    expect(known!.length).to.be.at.most(before + 4);
  });

  it('refuses while the keys cannot be had, tells the operator, and answers when they can', async () => {
    const own = await startIssuer();
    const to = await listen(own.settings);
    for (const broken of [
      { status: 500, body: SECRET },
      { status: 200, body: 'no JSON' },
      { status: 200, body: '{}' },
    ]) {
      own.broken = broken;
      logged.length = 0;
      await expectRefused(401, `Bearer ${tokenOf({}, own.right)}`, {}, to);
      expect(logged.join()).to.match(/refused with 401: the keys of the Bot Framework could not be read, \w+Error$/);
    }
    own.broken = null;
    expect((await post(`Bearer ${tokenOf({}, own.right)}`, {}, to)).status).to.equal(200);
    own.close();
  });

  it('tells the operator why, in a line of its own', async () => {
    await expectRefused(403, `Bearer ${tokenOf({ aud: TENANT })}`);
    await expectRefused(401, `Bearer ${tokenOf({}, issuer.unsigned)}`);
    await expectRefused(401, `Bearer ${tokenOf({}, signWith(strange.privateKey, 'right'))}`);
    expect(logged).to.deep.equal([
      'POST /api/messages refused with 403: The token is for another bot.',
      'POST /api/messages refused with 401: The token cannot be read.',
      'POST /api/messages refused with 401: JsonWebTokenError',
    ]);
  });

  describe('a reply', () => {
    // The login of Microsoft speaks https only and vouches for other logins: the tests give botbuilder its token beforehand.
    const cache = (AppCredentials as unknown as { cache: Map<string, { accessToken: string; expiresOn: Date }> }).cache;
    const key = `${APP}https://scope.test-cache`;
    before(() => cache.set(key, { accessToken: 'own-token', expiresOn: new Date(Date.now() + 3_600_000) }));
    after(() => cache.delete(key));

    it('goes out with the bot’s own token to the service address of the claim', async () => {
      const { status } = await post(`Bearer ${tokenOf()}`, { deliveryMode: 'normal' });
      expect(status).to.equal(200);
      expect(sent).to.deep.equal([{ path: '/v3/conversations/c1/activities/a1', authorization: 'Bearer own-token' }]);
    });

    for (const [what, status, more] of [
      ['a service address that is not the claim’s', 403, { serviceurl: 'https://other.test/' }],
      ['a sender who is not proven', 401, { exp: 1 }],
    ] as const) {
      it(`does not go out for ${what}`, async () => {
        await expectRefused(status, `Bearer ${tokenOf(more)}`, { deliveryMode: 'normal' });
      });
    }

    it('that cannot be delivered is told in a plain sentence, and the text nowhere', async () => {
      recorderStatus = 403;
      const { status, text, printed } = await post(`Bearer ${tokenOf()}`, { deliveryMode: 'normal' });
      expect(status).to.equal(502);
      expect(JSON.parse(text)).to.deep.equal({ error: 'The reply could not be delivered.' });
      expect(printed).to.equal('');
      expect(logged.join())
        .to.match(/POST \/api\/messages failed: RestError$/)
        .and.not.to.match(/my secret words|Hello|own-token/);
    });

    it('is an apology where the turn fails, and what failed stays with the operator', async () => {
      const { status, printed } = await post(`Bearer ${tokenOf()}`, { deliveryMode: 'normal', text: 'fail' });
      expect(status).to.equal(200);
      expect(sent).to.have.length(1);
      expect(printed).to.equal('');
      expect(logged.join())
        .to.match(/^turn failed, reference \w+: TypeError/)
        .and.not.to.include(SECRET);
    });
  });
});
