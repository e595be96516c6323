import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { type Entry, type Store, StoreError } from '../../src/storage/store.ts';
import { describeStore } from './storeSuite.ts';

const SCRIPT = fileURLToPath(new URL('./writeAndDelete.ts', import.meta.url));
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  folders.push(folder);
  return folder;
};
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const entry = (key: string, value: unknown): Entry => ({ key, value, until: null, seen: null });
/** Each file of a folder and its bytes, without the index of the log, which readers may change. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => !file.endsWith('-shm'))
      .map((file) => [file, readFileSync(join(folder, file), 'latin1')]),
  );
/** The words of a form that are in any file of a folder. */
const wordsIn = (folder: string, form: RegExp): string[] =>
  Object.values(contentOf(folder)).flatMap((text) => text.match(form) ?? []);

/** The files as a killed program leaves them: some entries in the file, some only in the log. */
async function killed(): Promise<string> {
  const folder = newFolder();
  const first = openSqliteStore(folder);
  await first.write(Array.from({ length: 300 }, (_, n) => entry(`in file ${n}`, 'f'.repeat(300))));
  await first.close();
  const store = openSqliteStore(folder);
  await store.write(Array.from({ length: 5 }, (_, n) => entry(`in log ${n}`, 'l'.repeat(300))));
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  await store.close();
  return copy;
}

/** One store that uses two connections in turn, as two processes do. */
function inTurn(first: Store, second: Store): Store {
  let calls = 0;
  const next = (): Store => (calls++ % 2 === 0 ? first : second);
  return {
    read: (keys) => next().read(keys),
    write: (entries) => next().write(entries),
    delete: (keys) => next().delete(keys),
    forgetExpired: () => next().forgetExpired(),
    close: async () => {
      await first.close();
      await second.close();
    },
  };
}

describeStore('two connections to the same store in SQLite', (now) => {
  const folder = newFolder();
  return inTurn(openSqliteStore(folder, now), openSqliteStore(folder, now));
});

describe('several processes that make the same store in SQLite at once', () => {
  it('all write and delete what they want', async () => {
    const folder = newFolder();
    const names = ['a', 'b', 'c', 'd'];
    const codes = await Promise.all(
      names.map(async (name) => {
        const child = spawn(process.execPath, [SCRIPT, folder, name], { stdio: ['ignore', 'ignore', 'inherit'] });
        return (await once(child, 'close'))[0];
      }),
    );
    expect(codes).to.deep.equal([0, 0, 0, 0]);
    const store = openSqliteStore(folder);
    const keys = names.flatMap((name) => Array.from({ length: 30 }, (_, n) => `${name}${n}`));
    expect([...(await store.read(keys)).keys()]).to.deep.equal(keys.filter((key) => Number(key.slice(1)) % 3 > 0));
    expect(wordsIn(folder, /zebraword/g)).to.deep.equal([]);
    await store.close();
  });
});

describe('the files of a killed program', () => {
  it('give back everything, and can be read by their owner only, even where others could before', async () => {
    const folder = await killed();
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o644);
    const store = openSqliteStore(folder);
    expect((await store.read(['in file 299', 'in log 4'])).size).to.equal(2);
    await store.write([entry('a', 1)]);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777, file).to.equal(0o600);
    await store.close();
  });

  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['overwritten in the middle', (bytes) => bytes.fill(0x41, 60_000, 60_600)],
    ['cut off', (bytes) => bytes.subarray(0, 40_000)],
    ['replaced by other text', () => Buffer.from('no database at all, only words'.repeat(100))],
    ['empty', () => Buffer.alloc(0)],
  ];
  for (const [what, damage] of damages) {
    it(`stay as they are, the log, too, where the main one is ${what}`, async () => {
      const folder = await killed();
      const file = join(folder, 'state.db');
      writeFileSync(file, damage(readFileSync(file)));
      const before = contentOf(folder);
      expect(() => openSqliteStore(folder)).to.throw(StoreError, /cannot be read.*put back a copy/);
      expect(contentOf(folder)).to.deep.equal(before);
    });
  }

  it('can be used where it died while it made them', async () => {
    const [folder, copy] = [newFolder(), newFolder()];
    const dying = new DatabaseSync(join(folder, 'state.db'));
    // A small cache makes SQLite write to the file before the end, so that the journal is needed to take it back.
    dying.exec('PRAGMA cache_size = 5; CREATE TABLE before (text TEXT); BEGIN');
    for (let n = 0; n < 200; n++) dying.exec(`INSERT INTO before VALUES ('${'x'.repeat(500)}')`);
    cpSync(folder, copy, { recursive: true });
    dying.close();
    expect(readdirSync(copy)).to.include('state.db-journal');
    const store = openSqliteStore(copy);
    await store.write([entry('a', 1)]);
    expect((await store.read(['a'])).size).to.equal(1);
    await store.close();
  });
});
