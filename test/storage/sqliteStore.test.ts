import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { type Store, StoreError } from '../../src/storage/store.ts';
import { describeStore } from './storeSuite.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return folder;
};
const SECRET = 'zebraword';
/** The files of a folder that hold a text, as bytes. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(Buffer.from(text)));
const write = (store: Store, key: string, value: unknown, until: number | null = null) =>
  store.write([{ key, value, until, seen: null }]);

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describeStore('the store in SQLite', (now) => openSqliteStore(newFolder(), now));

describe('two processes with the same store in SQLite', () => {
  it('see what the other has written, changed and deleted', async () => {
    const folder = newFolder();
    const [one, two] = [openSqliteStore(folder), openSqliteStore(folder)];
    await write(one, 'a', 1);
    expect((await two.read(['a'])).get('a')!.value).to.equal(1);
    await write(two, 'a', 2);
    expect((await one.read(['a'])).get('a')!.value).to.equal(2);
    await one.delete(['a']);
    expect((await two.read(['a'])).size).to.equal(0);
    await one.close();
    await two.close();
  });
});

describe('the files of the store in SQLite', () => {
  it('can be read by their owner only', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    await write(store, 'a', 1);
    const modes = readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777);
    expect(modes.length).to.be.at.least(3);
    expect(new Set(modes)).to.deep.equal(new Set([0o600]));
    await store.close();
  });

  it('hold nothing of what was deleted, even after many changes', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    for (let n = 0; n < 500; n++) {
      await write(store, `key ${n % 7}`, { words: `${SECRET} ${'x'.repeat((n * 37) % 3000)}` });
      await write(store, `other ${n}`, 'y'.repeat(n));
    }
    expect(filesWith(folder, SECRET)).not.to.deep.equal([]);
    await store.delete(Array.from({ length: 7 }, (_, n) => `key ${n}`));
    expect(filesWith(folder, SECRET)).to.deep.equal([]);
    await store.close();
  });

  it('hold nothing of what has expired once it is forgotten', async () => {
    const folder = newFolder();
    let time = 1000;
    const store = openSqliteStore(folder, () => time);
    await write(store, 'a', SECRET, 2000);
    time = 2000;
    await store.forgetExpired();
    expect(filesWith(folder, SECRET)).to.deep.equal([]);
    await store.close();
  });

  it('hold nothing of what had expired while the program was not running', async () => {
    const folder = newFolder();
    const first = openSqliteStore(folder, () => 1000);
    await write(first, 'a', SECRET, 2000);
    await first.close();
    const second = openSqliteStore(folder, () => 3000);
    expect(filesWith(folder, SECRET)).to.deep.equal([]);
    await second.close();
  });

  it('hold nothing of what was deleted just before the program was killed', async () => {
    const folder = newFolder();
    const killed = newFolder();
    const store = openSqliteStore(folder);
    await write(store, 'a', SECRET);
    // A second connection deletes without emptying the log, as a program does that dies in between.
    const dying = new DatabaseSync(join(folder, 'state.db'));
    dying.exec("PRAGMA secure_delete = ON; DELETE FROM entries WHERE key = 'a'");
    for (const file of readdirSync(folder)) copyFileSync(join(folder, file), join(killed, file));
    dying.close();
    await store.close();
    expect(filesWith(killed, SECRET)).not.to.deep.equal([]);
    const next = openSqliteStore(killed);
    expect(filesWith(killed, SECRET)).to.deep.equal([]);
    await next.close();
  });

  const unusable: [string, (file: string) => void, RegExp][] = [
    [
      'damaged',
      (file) => writeFileSync(file, 'no database at all, only words'.repeat(100)),
      /cannot be read.*move it away/,
    ],
    [
      'written by a newer version',
      (file) => {
        const database = new DatabaseSync(file);
        database.exec('PRAGMA user_version = 99');
        database.close();
      },
      /newer version of the program/,
    ],
  ];
  for (const [what, make, message] of unusable) {
    it(`tell the operator what to do where they are ${what}, and stay as they are`, () => {
      const folder = newFolder();
      const file = join(folder, 'state.db');
      make(file);
      const before = readFileSync(file);
      expect(() => openSqliteStore(folder)).to.throw(StoreError, message);
      expect(readFileSync(file).equals(before)).to.equal(true);
    });
  }

  it('tell the operator what to do where the folder is none', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => openSqliteStore(join(folder, 'file'))).to.throw(StoreError, /set DATA_DIR/);
  });
});
