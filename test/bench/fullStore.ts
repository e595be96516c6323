import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import type { Store } from '../../src/storage/store.ts';
import { median } from './median.ts';

const TALKS = 100_000;
const AT_ONCE = 30;
/** What a talk must remember, as long as one is that has asked a few things, in characters. */
const FILLING = 'a few words '.repeat(60);
const HALF_AN_HOUR = 30 * 60_000;

type Report = (bench: string, value: number, unit: string) => void;

/** The longest time for which nothing else could run while some work was done, and how long that took, in milliseconds. */
async function stall(work: () => Promise<unknown>): Promise<{ stall: number; took: number }> {
  let [longest, last, ended] = [0, performance.now(), false];
  const look = (): void => {
    const time = performance.now();
    longest = Math.max(longest, time - last);
    last = time;
    if (!ended) setImmediate(look);
  };
  setImmediate(look);
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  await new Promise(setImmediate);
  ended = true;
  return { stall: longest, took };
}

async function timesOf(runs: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now();
    await work(n);
    times.push(performance.now() - start);
  }
  return times;
}

/** Measures the store while it keeps 100,000 talks: what a request waits for, and how long it holds up all others. */
export async function benchFullStore(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  let time = Date.now();
  const talk = (n: number) => ({ key: `talk ${n}`, value: { n, FILLING }, until: time + HALF_AN_HOUR, seen: null });
  let store: Store = openSqliteStore(folder, () => time);
  for (let first = 0; first < TALKS; first += 500) {
    await store.write(Array.from({ length: 500 }, (_, n) => talk(first + n)));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const name = 'store with 100,000 talks';
  const shown = (what: string, times: number[]): void => {
    report(`${name}, ${what}`, median(times), 'ms');
    report(`${name}, ${what}, longest`, Math.max(...times), 'ms');
  };
  shown('read', await timesOf(2000, (n) => store.read([`talk ${(n * 7919) % TALKS}`])));
  shown('write', await timesOf(2000, (n) => store.write([talk((n * 7919) % TALKS)])));
  shown('delete', await timesOf(20, (n) => store.delete([`talk ${n * 31}`])));
  const deletions = await stall(() =>
    Promise.all(Array.from({ length: AT_ONCE }, (_, n) => store.delete([`talk ${n * 37 + 5}`]))),
  );
  report(`${name}, ${AT_ONCE} deletions at once, longest stall`, deletions.stall, 'ms');
  report(`${name}, ${AT_ONCE} deletions at once, until all are done`, deletions.took, 'ms');
  await store.close();
  const start = performance.now();
  store = openSqliteStore(folder, () => time);
  report(`${name}, opening`, performance.now() - start, 'ms');
  time += HALF_AN_HOUR;
  const sweep = await stall(() => store.forgetExpired());
  report(`${name}, sweep of all, longest stall`, sweep.stall, 'ms');
  report(`${name}, sweep of all, until all is gone`, sweep.took, 'ms');
  await store.close();
  rmSync(folder, { recursive: true });
}
