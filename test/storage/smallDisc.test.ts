import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { StoreError } from '../../src/storage/store.ts';
import { filesWith, keysIn } from './keysIn.ts';

/** Whether a small file system in memory can be had: that takes root and the right to mount. */
function mounted(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
}

describe('the store in SQLite on a disc of 1 MB', () => {
  let folder: string;
  let isMounted = false;
  beforeEach(function () {
    folder = mkdtempSync(join(tmpdir(), 'small-'));
    isMounted = mounted(folder);
    if (isMounted) return;
    if (process.env.REQUIRE_ALL) {
      throw new Error(
        'A file system could not be mounted: run the tests as root, with the right to mount (CAP_SYS_ADMIN).',
      );
    }
    this.skip();
  });
  afterEach(() => {
    if (isMounted) execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads and deletes while the disc is full, refuses writes with a sentence, and recovers', async () => {
    let time = 1000;
    const store = openSqliteStore(folder, () => time);
    const write = (key: string, value: unknown, until: number | null = null) =>
      store.write([{ key, value, until, seen: null }]);
    await write('deleted', 1);
    await write('expires', 2, 2000);
    await write('stays', 3);
    const [deleted, expires] = keysIn(folder);
    let filled = 0;
    try {
      for (; ; filled++) writeFileSync(join(folder, `filling${filled}`), Buffer.alloc(4096));
    } catch {}
    let error: unknown;
    for (let n = 0; n < 500 && !error; n++)
      error = await write(`more ${n}`, 'x'.repeat(4000)).catch((thrown) => thrown);
    expect(error).to.be.instanceOf(StoreError);
    expect((error as Error).message).to.match(/is full.*Make space/);
    expect((await store.read(['stays'])).get('stays')!.value).to.equal(3);
    await store.delete(['deleted']);
    expect((await store.read(['deleted'])).size).to.equal(0);
    expect(filesWith(folder, deleted!)).to.deep.equal([]);
    time = 2000;
    await store.forgetExpired();
    expect(filesWith(folder, expires!)).to.deep.equal([]);
    for (let n = 0; n < filled; n++) unlinkSync(join(folder, `filling${n}`));
    await write('after', 4);
    expect([...(await store.read(['stays', 'after', 'deleted', 'expires'])).keys()]).to.deep.equal(['stays', 'after']);
    await store.close();
  });

  it('says what to do where the folder can be read only', () => {
    chmodSync(folder, 0o755);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(() => openSqliteStore(folder)).to.throw(StoreError, /cannot be written.*set DATA_DIR/);
  });
});
