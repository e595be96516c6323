import { Agent } from 'node:http';
import { ask, type Path } from './asking.ts';

/** What the greedy visitor does, as JSON in the first argument. */
export interface Greed {
  readonly port: number;
  readonly path: Path;
  readonly connections: number;
  /** What is said, one after the other, again and again. */
  readonly texts: readonly string[];
  /** Who says it; null where each round of the texts is another person's, so that no limit ends it. */
  readonly person: string | null;
}

// A process of its own, so that only the server is shared with the quiet visitor. It runs until it is told to stop.
const { port, path, connections, texts, person } = JSON.parse(process.argv[2]!) as Greed;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const statuses: Record<number, number> = {};
let round = 0;
let isOver = false;
process.once('SIGTERM', () => {
  isOver = true;
});

async function flood(): Promise<void> {
  while (!isOver) {
    round += 1;
    const of = round;
    for (const text of texts) {
      const { status } = await ask({ port, agent, path, person: person ?? `greedy-${of}`, text });
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }
}

process.stdout.write('Ready\n');
await Promise.all(Array.from({ length: connections }, flood));
process.stdout.write(JSON.stringify(statuses));
process.exit();
