import { expect } from 'chai';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Answer, type Listening, listen } from './listen.ts';

const HELLO = '{"activity":{"type":"message","text":"hello"},"token":null}';
/** Messages that one visitor may send a minute. */
const MOST = 240;

describe('the limits of one visitor', () => {
  let program: Listening;

  beforeEach(async () => {
    program = await listen();
  });
  afterEach(() => program.close());

  const many = (count: number, send: (number: number) => Promise<Answer>): Promise<Answer[]> =>
    Promise.all(Array.from({ length: count }, (_, number) => send(number)));
  const passed = (answers: readonly Answer[]): number => answers.filter(({ status }) => status === 200).length;
  const from = (address: string) => program.send('/api/chat', HELLO, { 'x-forwarded-for': address });

  const same: [string, (number: number) => string][] = [
    ['one IPv6 network of 64 bits', (number) => `2001:db8:1:2::${number.toString(16)}`],
    ['one address with many ports', (number) => `203.0.113.9:${1024 + number}`],
    ['one address behind many inventions', (number) => `10.9.8.${number % 250}, 203.0.113.9`],
    ['one address in two ways of writing', (number) => (number % 2 ? '203.0.113.9' : '::ffff:203.0.113.9')],
  ];
  for (const [what, address] of same) {
    it(`are shared by ${what}`, async () => {
      expect(passed(await many(300, (number) => from(address(number))))).to.equal(MOST);
      expect((await from('198.51.100.7')).status).to.equal(200);
    });
  }

  it('are not shared by visitors behind a proxy on another machine that a setting names', async () => {
    await program.close();
    program = await listen({ TRUSTED_PROXIES: '127.0.0.0/8,192.0.2.0/24' });
    const answers = await many(300, (number) => from(`198.51.100.${number % 100}, 192.0.2.${number % 20}`));
    expect(passed(answers)).to.equal(300);
  });

  it('are those of the proxy where no setting names it', async () => {
    await program.close();
    program = await listen({ TRUSTED_PROXIES: '192.0.2.1' });
    expect(passed(await many(300, (number) => from(`198.51.100.${number % 100}`)))).to.equal(MOST);
  });

  it('end with a sentence and the time to wait, for programs and for people', async () => {
    const all = await many(MOST + 1, () => from('203.0.113.9'));
    const { headers, text } = all.find(({ status }) => status === 429)!;
    expect(Number(headers['retry-after'])).to.be.within(1, 60);
    expect(JSON.parse(text).code).to.equal('too-many');
    const page = await program.send('/chat', 'text=hello', {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html,*/*;q=0.8',
      'x-forwarded-for': '203.0.113.9',
    });
    expect(page.status).to.equal(429);
    expect(page.headers['content-type']).to.match(/^text\/plain/);
    expect(page.text).to.equal('Too many requests. Please wait a minute and try again.');
  });

  it('refuse before the body is read, and count a large body for several messages', async () => {
    const large = JSON.stringify({ activity: { type: 'message', text: 'hello' }, token: 'x'.repeat(250_000) });
    const send = () => program.send('/api/chat', large, { 'x-forwarded-for': '203.0.113.9' });
    const answers = await many(60, send);
    expect(answers.filter(({ status }) => status !== 429)).to.have.length(Math.floor(MOST / 8));
  });

  it('are never reached by the failure of a limiter', async () => {
    const { consume } = RateLimiterMemory.prototype;
    RateLimiterMemory.prototype.consume = () => Promise.reject(new TypeError('broken'));
    const answer = await from('203.0.113.9').finally(() => {
      RateLimiterMemory.prototype.consume = consume;
    });
    expect(answer.status).to.equal(200);
    expect(new Set(program.logged)).to.deep.equal(new Set(['A limit could not be counted: TypeError']));
  });

  it('are counted by conversation where a channel brings many people from one address', async () => {
    const say = (number: number, person: string) =>
      program.send(
        '/api/messages',
        JSON.stringify({
          type: 'message',
          id: String(number),
          channelId: 'test',
          conversation: { id: person },
          from: { id: person },
          deliveryMode: 'expectReplies',
          text: 'hello',
        }),
      );
    const answers = await many(80, (number) => say(number, 'greedy'));
    expect(passed(answers)).to.equal(60);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.headers['retry-after']).to.equal('60');
    expect(JSON.parse(refused.text).error).to.match(/^Too many requests/);
    expect(passed(await many(300, (number) => say(number, `person-${number}`)))).to.equal(300);
  });

  it('let nobody who is refused send large bodies to the bot for long', async () => {
    const large = JSON.stringify({ type: 'message', text: 'x'.repeat(200_000) });
    const answers = await many(80, () => program.send('/api/messages', large));
    expect(answers.filter(({ status }) => status === 400)).to.have.length(Math.floor(2000 / 7 ** 2));
  });
});
