// npm run mutate -- [--seed N] [--count N] [--room NAME] [--json]

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fate, hunt } from './hunt.ts';
import { wordsOf } from './mutant.ts';
import { ROOT } from './places.ts';
import { ROOMS } from './rooms.ts';

/** Of a hundred mutants of a room, so many must be noticed by its tests. */
const LEAST_KILLED = 75;
/** People are told how far it is after so many mutants. */
const PROGRESS_EVERY = 10;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    room: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const words = ({ mutant }: Fate): string => wordsOf(readFileSync(join(ROOT, mutant.file), 'utf8'), mutant);

const rooms = ROOMS.filter(({ name }) => values.room === undefined || name === values.room);
if (rooms.length === 0) throw new Error(`--room is one of ${ROOMS.map(({ name }) => name).join(', ')}.`);
const seed = Number(values.seed);
const count = Math.ceil(Number(values.count) / rooms.length);
if (!values.json) print(`seed ${seed}, ${count} places in each room`);
const began = performance.now();
const report = [];
for (const room of rooms) {
  let done = 0;
  const fates = await hunt(room, count, seed, (fate) => {
    done += 1;
    if (values.json) return;
    if (fate.end === 'survived') print(`survived  ${words(fate)}`);
    if (done % PROGRESS_EVERY === 0) print(`${room.name}: ${done} of ${count} tried`);
  });
  const survivors = fates.filter(({ end }) => end === 'survived');
  const killed = fates.length - survivors.length;
  report.push({
    room: room.name,
    mutants: fates.length,
    killed,
    timeouts: fates.filter(({ end }) => end === 'timeout').length,
    survived: survivors.length,
    share: Math.round((killed / fates.length) * 1000) / 10,
    survivors: survivors.map(words).toSorted(),
  });
}
const minutes = Math.round((performance.now() - began) / 6000) / 10;
if (values.json) print(JSON.stringify({ seed, minutes, rooms: report }, null, 2));
else {
  for (const { room, mutants, killed, timeouts, survived, share } of report)
    print(`${room}: ${killed} of ${mutants} killed (${share} %), ${timeouts} of them by time; ${survived} survived`);
  print(`${minutes} minutes`);
}
if (report.some(({ share }) => share < LEAST_KILLED)) process.exitCode = 1;
