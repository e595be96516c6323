import { Connection } from './connection.ts';
import { HOST } from './headers.ts';
import { type Folders, type Program, startProgram } from './program.ts';
import { createRandom, type Random } from './random.ts';
import { ofLength, type RawRequest, written } from './rawRequest.ts';

/** Talks at the same time. */
const TALKS = 12;
/** Milliseconds for an answer on a busy machine. */
const PATIENCE = 20_000;
/** A round is killed after so many milliseconds of load, and up to as many more. */
const SHORTEST_ROUND = 80;
const ROUND_SPREAD = 400;
const KINDS = ['breast', 'lung', 'prostate', 'bowel', 'stomach', 'kidney', 'bladder', 'pancreatic'];

export interface KillReport {
  readonly seed: number;
  readonly kills: number;
  readonly seconds: number;
  /** Talks whose last answer had come before a kill, and that were asked on after it. */
  readonly teamsTalks: number;
  readonly websiteTalks: number;
  /** Those of them that did not go on, in a sentence each. */
  readonly lost: readonly string[];
}

/** A talk, as the one who talks knows it. */
interface Talk {
  readonly channel: 'Teams' | 'website';
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  token: string | null;
  /** True once the kind of cancer was answered. */
  acknowledged: boolean;
}

function requestOf(path: string, content: object): RawRequest {
  const body = JSON.stringify(content);
  return {
    kind: path,
    method: 'POST',
    bytes: written('POST', path, [HOST, ...ofLength('application/json', body)], body),
    end: 'answered',
  };
}

function message({ channel, id, token }: Talk, text: string): RawRequest {
  if (channel === 'website')
    return requestOf('/api/chat', { activity: { type: 'message', text, locale: 'en' }, token });
  return requestOf('/api/messages', {
    type: 'message',
    channelId: 'msteams',
    deliveryMode: 'expectReplies',
    id: `${id}-${text}`,
    text,
    locale: 'en-GB',
    conversation: { id, conversationType: 'personal', tenantId: 'tenant' },
    from: { id: `29:${id}` },
    recipient: { id: '28:bot' },
  });
}

/** Says something; true where the answer came. Its body comes along. */
async function say(program: Program, talk: Talk, text: string): Promise<{ isAnswered: boolean; body: string }> {
  const connection = new Connection(program.port, talk.address);
  const { statuses, body } = await connection.send(message(talk, text), PATIENCE);
  connection.close();
  const isAnswered = statuses[0] === 200;
  if (isAnswered && talk.channel === 'website') talk.token = (JSON.parse(body) as { token: string }).token;
  return { isAnswered, body };
}

/** Begins talks, one after the other, until the program is gone. */
async function beginTalks(program: Program, random: Random, round: number, number: number, all: Talk[]): Promise<void> {
  for (let talks = 0; program.ended() === null; talks++) {
    const talk: Talk = {
      channel: number % 2 === 0 ? 'Teams' : 'website',
      id: `a:${round}-${number}-${talks}`,
      kind: random.pick(KINDS),
      address: `127.${1 + number}.${round % 250}.${1 + (talks % 250)}`,
      token: null,
      acknowledged: false,
    };
    all.push(talk);
    talk.acknowledged = (await say(program, talk, `I have ${talk.kind} cancer`)).isAnswered;
    if (!talk.acknowledged) return;
  }
}

/** Kills the program under load so many times, and asks each talk on that had been answered before. */
export async function killUnderLoad(folders: Folders, kills: number, seed: number): Promise<KillReport> {
  const started = performance.now();
  const random = createRandom(seed);
  const lost: string[] = [];
  const asked = { Teams: 0, website: 0 };
  let program = await startProgram(folders);
  for (let round = 0; round < kills; round++) {
    const talks: Talk[] = [];
    const running = program;
    const load = Array.from({ length: TALKS }, (_, number) => beginTalks(running, random, round, number, talks));
    await new Promise((resolve) => setTimeout(resolve, SHORTEST_ROUND + random.below(ROUND_SPREAD)));
    await program.stop('SIGKILL');
    await Promise.all(load);
    program = await startProgram(folders);
    for (const talk of talks.filter(({ acknowledged }) => acknowledged)) {
      asked[talk.channel]++;
      const { isAnswered, body } = await say(program, talk, 'and in Norway?');
      if (!isAnswered) lost.push(`kill ${round + 1}: a talk of ${talk.channel} was not answered`);
      else if (!body.toLowerCase().includes(talk.kind) || !body.includes('Norway'))
        lost.push(`kill ${round + 1}: a talk of ${talk.channel} forgot ${talk.kind} cancer: ${body.slice(0, 300)}`);
    }
  }
  await program.stop();
  return {
    seed,
    kills,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    teamsTalks: asked.Teams,
    websiteTalks: asked.website,
    lost,
  };
}
