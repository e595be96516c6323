import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** From this many bytes on the log is brought into the file. */
const LONG_LOG = 16 << 20;

/** Keeps the log of changes short, in a thread that lives only as long as that takes. */
export class LogFolding {
  readonly #database: string;
  #underWay: Promise<void> | undefined;

  constructor(database: string) {
    this.#database = database;
  }

  /** What ends with the thread that is at work. */
  get end(): Promise<void> | undefined {
    return this.#underWay;
  }

  /** Begins where the log is long; gives back what ends with it, or undefined where there is nothing to wait for. */
  begin(): Promise<void> | undefined {
    const size = statSync(`${this.#database}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (!this.#underWay && size > LONG_LOG) {
      const thread = new Worker(new URL('./logThread.ts', import.meta.url), { workerData: this.#database });
      thread.unref();
      this.#underWay = new Promise((resolve) => {
        // What it could not do, the next one does.
        thread.on('error', () => {});
        thread.on('exit', () => {
          this.#underWay = undefined;
          resolve();
        });
      });
    }
    return this.#underWay;
  }
}
