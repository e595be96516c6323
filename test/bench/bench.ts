import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { organisationCard } from '../../src/cards/organisationCard.ts';
import { answerQuery } from '../../src/channels/teams/messageExtension.ts';
import { SEARCH_COMMAND } from '../../src/channels/teams/searchCommand.ts';
import { readConfig } from '../../src/config.ts';
import { loadGuide } from '../../src/start/loadGuide.ts';
import { ask, type Path } from './asking.ts';
import { measureFairness } from './fairness.ts';
import { timeFormTurn } from './formTurn.ts';
import { benchFullStore } from './fullStore.ts';
import { visitChats } from './inBrowser.ts';
import { longTexts } from './longTexts.ts';
import { median, percentile } from './median.ts';
import { report } from './report.ts';
import { benchWorstInputs } from './worstInputs.ts';

/** `npm run bench`: medians of several rounds in one run; with --json one object a line. */
const ROUNDS = 3;
const RUNS = 8;
const TURNS = 150;
const WARM_UP = 500;
/** So many take turns that none of them reaches a limit. */
const PEOPLE = 100;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Utterances of every length and intent: every 20th of the training utterances. */
function questions(): string[] {
  const intents = [
    'find_organisation',
    'country_organisations',
    'information',
    'emotional_support',
    'side_effects',
    'medical_advice',
    'privacy',
    'out_of_scope',
  ];
  return intents.flatMap((intent) =>
    readFileSync(`${root}/data/en/utterances/${intent}.txt`, 'utf8')
      .trim()
      .split('\n')
      .filter((_line, place) => place % 20 === 0),
  );
}

function inProcess(): void {
  const guide = loadGuide(readConfig({}));
  const texts = questions();
  const times = (run: (text: string) => void, asked: readonly string[] = texts): number[] => {
    for (const text of asked) run(text);
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const text of asked) {
        const start = performance.now();
        run(text);
        taken.push(performance.now() - start);
      }
    }
    return taken;
  };
  const timed = (run: (text: string) => void): number => median(times(run));
  const understand = (text: string): void => void guide.understand(text);
  const understanding = times(understand);
  report('understanding', median(understanding), 'ms');
  report('understanding, 99th percentile', percentile(understanding, 0.99), 'ms');
  for (const [name, text] of Object.entries(longTexts(guide))) {
    report(`understanding 4,000 characters, ${name}`, median(times(understand, Array(10).fill(text))), 'ms');
  }
  const query = {
    cancerTypes: ['colorectal'],
    country: 'DE',
    topic: 'peer-support',
    audience: null,
    language: 'en',
    purpose: 'help',
    onlyWithHelpline: false,
  } as const;
  report(
    'search',
    timed(() => void guide.search.search(query)),
    'ms',
  );
  const names = guide.directory.organisations.filter(({ list }) => list === 'society').map(({ name }) => name);
  report(
    'search in Teams',
    median(
      times((value) => {
        const parameters = [{ name: SEARCH_COMMAND.parameter, value }];
        answerQuery({ channelId: 'msteams', value: { commandId: SEARCH_COMMAND.id, parameters } }, null, guide);
      }, names),
    ),
    'ms',
  );
  const matches = guide.search.search(query).slice(0, 3);
  report(
    'cards (three)',
    timed(() => {
      for (const match of matches) organisationCard(match, { country: 'DE', topic: 'peer-support' }, guide.cardWords);
    }),
    'ms',
  );
}

const agent = new Agent({ keepAlive: true });

let visitor = 0;

async function post(port: number, text: string, path: Path = '/api/messages'): Promise<void> {
  // One visitor may not send thousands of messages a minute: each request is another one's than the last.
  visitor = (visitor + 1) % PEOPLE;
  const person = `10.1.0.${visitor}`;
  const { status } = await ask({ port, agent, path, person, text });
  if (status !== 200) throw new Error(`status ${status}`);
}

interface Measured {
  readonly startMs: number;
  readonly turnsPerSecond: number;
  readonly chatTurnsPerSecond: number;
  readonly megabytes: number;
}

/** Turns a second. The machine's speed changes from second to second: the best of several short runs says what it can do. */
async function fastest(port: number, path: Path): Promise<number> {
  const some = async (turns: number): Promise<number> => {
    const start = performance.now();
    for (let turn = 0; turn < turns; turn += 1) await post(port, 'bowel cancer in germany', path);
    return (1000 * turns) / (performance.now() - start);
  };
  await some(WARM_UP);
  let best = 0;
  for (let run = 0; run < RUNS; run += 1) best = Math.max(best, await some(TURNS));
  return best;
}

/** Starts a server, waits for its first answer, sends turns one after the other, and stops it. */
async function serve(script: string, port: number, options: readonly string[] = []): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...options, script], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await post(port, 'bowel cancer in germany');
  const startMs = performance.now() - begun;
  const turnsPerSecond = await fastest(port, '/api/messages');
  const chatTurnsPerSecond = script === 'src/index.ts' ? await fastest(port, '/api/chat') : 0;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
  return { startMs, turnsPerSecond, chatTurnsPerSecond, megabytes };
}

inProcess();
const form = await timeFormTurn(loadGuide(readConfig({})));
report('chat without JavaScript, the message after 30', form.whole, 'ms', form.turn);
report('chat without JavaScript, the message after 30, without the page', form.withoutPage, 'ms', form.turn);
await benchFullStore(report);
await benchWorstInputs(loadGuide(readConfig({})), report);
const ours: Measured[] = [];
const echoes: Measured[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(await serve('src/index.ts', 3961, ['--import', './src/nodeVersion.js']));
  echoes.push(await serve('test/bench/echo.ts', 3962));
}
const of = (list: readonly Measured[], key: keyof Measured): number => median(list.map((each) => each[key]));
report('answer turns', of(ours, 'turnsPerSecond'), 'turns/s', of(echoes, 'turnsPerSecond'));
report('answer turns, website', of(ours, 'chatTurnsPerSecond'), 'turns/s', of(echoes, 'turnsPerSecond'));
report('start to first answer', of(ours, 'startMs'), 'ms', of(echoes, 'startMs'));
report('memory', of(ours, 'megabytes'), 'MB', of(echoes, 'megabytes'));
agent.destroy();
await measureFairness();
const { guide, webChat, embedded } = await visitChats();
if (guide) {
  report('chat page', guide.bytes / 1024, 'KB', webChat && webChat.bytes / 1024);
  report('chat page, to a usable box', guide.usable, 'ms', webChat?.usable);
  report('chat page, from sending to a card', guide.answered, 'ms', webChat?.answered);
  report('chat in another site, from the click', embedded!.bytes / 1024, 'KB', webChat && webChat.bytes / 1024);
  report('chat in another site, from the click to a usable box', embedded!.usable, 'ms', webChat?.usable);
} else process.stderr.write('No Chromium: the chat page was not measured.\n');
if (guide && !webChat) process.stderr.write('Run `npm ci` in test/peers to measure Web Chat beside it.\n');
// The SDK keeps timers.
process.exit();
