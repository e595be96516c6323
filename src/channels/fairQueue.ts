/** Lets those who wait begin one after the other, so that nobody's work holds up everybody else's. */
export interface FairQueue {
  /**
   * Runs work when it is the visitor's turn. Whoever has cost least of late goes first; each time only one begins, and
   * then the event loop looks at the network. Work that waits for the network holds nobody up.
   *
   * @param visitor any key
   * @throws Crowded where too much of the visitor's work waits already; else what the work throws
   */
  run<Result>(visitor: string, work: () => Promise<Result>): Promise<Result>;
}

/** So much of one visitor's work waits already that more is refused. */
export class Crowded extends Error {
  override readonly name = 'Crowded';
  readonly code = 'CROWDED';

  constructor() {
    super('Too many requests of one visitor are waiting.');
  }
}

/** More than any browser asks for at once, also where some dozen people share an address. */
const MOST_WAITING = 100;
/** What every beginning costs at least, in milliseconds, so that cheap work does not go on for ever before dear work. */
const LEAST_MS = 0.5;

interface Waiting {
  readonly begin: () => void;
}

interface Line {
  readonly waiting: Waiting[];
  /** The sum of what was spent, from where the queue stood when the visitor came, in milliseconds. */
  spent: number;
}

/**
 * Makes such a queue (start-time fair queueing: Goyal, Vin and Cheng, SIGCOMM 1996).
 *
 * @param spend is told what each piece of work took of the thread, in milliseconds
 * @param now the time of the thread, in milliseconds
 */
export function createFairQueue(
  spend: (visitor: string, milliseconds: number) => void = () => {},
  now: () => number = threadTime,
): FairQueue {
  const lines = new Map<string, Line>();
  /** How far the queue has come: what the visitor whose work began last had spent by then. */
  let reached = 0;
  /** Whether work has begun since the event loop last looked at the network. */
  let isBusy = false;

  const next = (): [string, Line] | null => {
    let first: [string, Line] | null = null;
    for (const entry of lines) {
      if (entry[1].waiting.length > 0 && (!first || entry[1].spent < first[1].spent)) first = entry;
    }
    return first;
  };
  const tidy = (): void => {
    // Whoever stands where a newcomer would stand need not be remembered.
    for (const [visitor, line] of lines) if (line.waiting.length === 0 && line.spent <= reached) lines.delete(visitor);
  };
  const pump = (): void => {
    isBusy = false;
    const entry = next();
    if (!entry) {
      // Nobody waits: there is nothing to be fair about.
      lines.clear();
      reached = 0;
      return;
    }
    entry[1].waiting.shift()!.begin();
    tidy();
  };
  const hold = (): void => {
    isBusy = true;
    setImmediate(pump);
  };

  return {
    run(visitor, work) {
      const line = lines.get(visitor) ?? { waiting: [], spent: reached };
      if (line.waiting.length >= MOST_WAITING) return Promise.reject(new Crowded());
      lines.set(visitor, line);
      return new Promise((resolve, reject) => {
        const begin = (): void => {
          reached = Math.max(reached, line.spent);
          line.spent = reached + LEAST_MS;
          hold();
          const start = now();
          let isCounted = false;
          const count = (): void => {
            if (isCounted) return;
            isCounted = true;
            const taken = now() - start;
            line.spent += taken;
            spend(visitor, taken);
          };
          // Work that is not done by then waits for something, and others have the thread.
          setImmediate(count);
          const done = (async () => work())();
          done.then(count, count);
          done.then(resolve, reject);
        };
        if (isBusy) line.waiting.push({ begin });
        else begin();
      });
    },
  };
}

/** What this thread has worked, in milliseconds; where Node cannot tell (before 23.9), the whole process. */
function threadTime(): number {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage).call(process);
  return (user + system) / 1000;
}
