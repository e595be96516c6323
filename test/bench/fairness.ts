import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { ask, type Path } from './asking.ts';
import type { Greed } from './greedy.ts';
import { percentile } from './median.ts';
import { report } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const QUESTION = 'bowel cancer in germany';
const PATHS: readonly Path[] = ['/api/chat', '/chat', '/api/messages'];
const CONNECTIONS = 50;
/** Answers measured each time, and the milliseconds between two of them. */
const ASKED = 120;
const PAUSE_MS = 20;
const WARM_UP = 100;
/** A person asks so often before it is another person's turn: below every limit. */
const OF_ONE_PERSON = 40;
const TALKS = 100_000;
const TALK_MS = 30 * 60_000;

/** Starts a program of ours and waits for its first words. */
async function start(args: readonly string[], settings: Record<string, string> = {}): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, ['--import', './src/nodeVersion.js', ...args], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [words] = await once(child.stdout!, 'data');
  return [child, String(words)];
}

async function startServer(folder: string): Promise<{ server: ChildProcess; port: number }> {
  const [server, words] = await start(['src/index.ts'], { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder });
  return { server, port: Number(/127\.0\.0\.1:(\d+)/.exec(words)![1]) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

let people = 0;

const personAt = (path: Path): string =>
  path === '/api/messages' ? `person-${people}` : `198.51.${people >> 8}.${people & 255}`;

/** What a quiet visitor waits at the 99th percentile, in milliseconds; every answer must be a good one. */
async function quiet(port: number, path: Path, asked = ASKED): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let number = 0; number < asked; number += 1) {
    if (number % OF_ONE_PERSON === 0) people += 1;
    const person = personAt(path);
    const { status, milliseconds } = await ask({ port, agent, path, person, text: QUESTION });
    if (status !== 200) throw new Error(`${path} answered a quiet visitor with ${status}`);
    taken.push(milliseconds);
    await setTimeout(PAUSE_MS);
  }
  agent.destroy();
  return percentile(taken, 0.99);
}

/** The same beside a greedy visitor, and what that one was answered, by status. */
async function beside(greed: Greed, path: Path, asked = ASKED): Promise<[number, string]> {
  const [greedy] = await start(['test/bench/greedy.ts', JSON.stringify(greed)]);
  const answers = once(greedy.stdout!, 'data');
  await setTimeout(PAUSE_MS);
  const taken = await quiet(greed.port, path, asked);
  await stop(greedy);
  return [taken, String((await answers)[0])];
}

/** Measures a quiet visitor alone, and beside one who sends as fast as 50 connections can. */
async function measureGreed(folder: string): Promise<void> {
  const { server, port } = await startServer(folder);
  for (const path of PATHS) await quiet(port, path, WARM_UP);
  const dear = 'cancer of the colon and rectum '.repeat(125).slice(0, 3900);
  for (const path of PATHS) {
    const alone = await quiet(port, path);
    for (const [kind, text] of [
      ['short messages', QUESTION],
      ['long messages', dear],
    ] as const) {
      people += 1;
      const person = personAt(path);
      const greed = { port, path, connections: CONNECTIONS, texts: [text], person };
      const [taken, answers] = await beside(greed, path);
      report(`p99 beside a greedy visitor, ${path}, ${kind}`, taken, 'ms', alone);
      process.stderr.write(`  the greedy visitor was answered ${answers}\n`);
    }
  }
  await stop(server);
}

/** Fills a store with talks such as those of Teams. */
async function fillStore(folder: string): Promise<void> {
  const store = openSqliteStore(folder);
  const talk = { talk: { cancerTypes: ['colorectal'], country: 'DE', shown: Array(20).fill('an-organisation') } };
  const entries = Array.from({ length: TALKS }, () => ({
    key: randomBytes(32).toString('base64url'),
    value: talk,
    until: Date.now() + TALK_MS,
    seen: null,
  }));
  for (let from = 0; from < TALKS; from += 1000) await store.write(entries.slice(from, from + 1000));
  await store.close();
}

/** Measures a quiet visitor while others have their words deleted, with 100,000 talks kept. */
async function measureDeletion(folder: string): Promise<void> {
  await fillStore(folder);
  const { server, port } = await startServer(folder);
  await quiet(port, '/api/messages', WARM_UP);
  const alone = await quiet(port, '/api/messages');
  const texts = [QUESTION, 'delete my words'];
  const greed: Greed = { port, path: '/api/messages', connections: 1, texts, person: null };
  const [taken, answers] = await beside(greed, '/api/messages', ASKED / 2);
  report(`p99 beside deletions, ${TALKS} talks kept`, taken, 'ms', alone);
  process.stderr.write(`  the deletions were answered ${answers}\n`);
  await stop(server);
}

/** Both, with stores of their own. */
export async function measureFairness(): Promise<void> {
  for (const measure of [measureGreed, measureDeletion]) {
    const folder = mkdtempSync(join(tmpdir(), 'fairness-'));
    try {
      await measure(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

if (import.meta.main) await measureFairness();
