import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';

const SCRIPT = fileURLToPath(new URL('./writeForEver.ts', import.meta.url));
const TIMES = 50;
/** A write may have been done although its line was never printed. */
const UNDER_WAY = 1;

/** Lets the program write for a moment and kills it; gives back the lines that it printed. */
async function writeAndDie(folder: string, first: number, moment: number): Promise<string[]> {
  const child = spawn(process.execPath, [SCRIPT, folder, String(first)], { stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (part) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), moment);
    printed += part;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return printed.split('\n').slice(0, -1);
}

describe('a program that is killed while it writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  after(() => rmSync(folder, { recursive: true }));

  it(`leaves the store whole, with everything that was acknowledged, ${TIMES} times`, async function () {
    this.timeout(120_000);
    const last = new Map<string, number | null>();
    let next = 0;
    for (let time = 0; time < TIMES; time++) {
      const lines = await writeAndDie(folder, next, 10 + ((time * 13) % 60));
      expect(lines.length).to.be.greaterThan(0);
      for (const line of lines) {
        const [n, deleted] = line.split(' ');
        last.set(`k${Number(n) % 20}`, Number(n));
        if (deleted) last.set(deleted, null);
        next = Number(n) + 1;
      }
      const database = new DatabaseSync(join(folder, 'state.db'));
      expect(database.prepare('PRAGMA integrity_check').get()).to.deep.equal({ integrity_check: 'ok' });
      database.close();
      const store = openSqliteStore(folder);
      const found = await store.read([...last.keys()]);
      for (const [key, n] of last) {
        const kept = (found.get(key)?.value as { n: number } | undefined)?.n ?? null;
        if (kept === n) continue;
        // The one write or deletion that was under way may have been done.
        const written = kept !== null && kept >= next && kept < next + UNDER_WAY;
        const deleted = kept === null && (next % 50 === 49 || next % 50 === 0);
        expect(written || deleted, `${key}: ${n} was acknowledged, ${kept} is there`).to.equal(true);
      }
      await store.close();
    }
  });
});
