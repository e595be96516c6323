import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { type Store, StoreError } from '../../src/storage/store.ts';
import { filesWith, keysIn } from './keysIn.ts';
import { describeStore } from './storeSuite.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return folder;
};
const SECRET = 'zebraword';
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
    expect(filesWith(folder, SECRET)).to.deep.equal([]);
    const before = keysIn(folder);
    await store.delete(Array.from({ length: 7 }, (_, n) => `key ${n}`));
    const after = keysIn(folder);
    const gone = before.filter((key) => !after.some((kept) => kept.equals(key)));
    expect(gone).to.have.length(7);
    for (const key of gone) expect(filesWith(folder, key)).to.deep.equal([]);
    await store.close();
  });

  it('hold nothing of what has expired once it is forgotten', async () => {
    const folder = newFolder();
    let time = 1000;
    const store = openSqliteStore(folder, () => time);
    await write(store, 'a', SECRET, 2000);
    const [key] = keysIn(folder);
    time = 2000;
    await store.forgetExpired();
    expect(filesWith(folder, SECRET)).to.deep.equal([]);
    expect(filesWith(folder, key!)).to.deep.equal([]);
    await store.close();
  });

  it('hold nothing of what had expired while the program was not running', async () => {
    const folder = newFolder();
    const first = openSqliteStore(folder, () => 1000);
    await write(first, 'a', SECRET, 2000);
    await first.close();
    const [key] = keysIn(folder);
    const second = openSqliteStore(folder, () => 3000);
    expect(filesWith(folder, key!)).to.deep.equal([]);
    await second.close();
  });

  it('hold nothing of a write that came to nothing, nor of a program that died while it wrote', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    await write(store, 'a', 1);
    const [kept] = keysIn(folder);
    await store
      .write([
        { key: 'new', value: SECRET, until: null, seen: null },
        { key: 'a', value: 2, until: null, seen: 'old' },
      ])
      .catch(() => {});
    expect(keysIn(folder)).to.deep.equal([kept]);
    await store.close();
    // A key whose entry was never written, as where a program dies in between.
    appendFileSync(join(folder, 'state.keys'), Buffer.alloc(32, 7));
    const next = openSqliteStore(folder);
    expect(keysIn(folder)).to.deep.equal([kept]);
    expect((await next.read(['a'])).get('a')!.value).to.equal(1);
    await next.close();
  });

  it('take no more room for new talks than for as many old ones', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    for (let n = 0; n < 50; n++) {
      await write(store, `talk ${n}`, 'x'.repeat(100));
      await store.delete([`talk ${n}`]);
    }
    expect(statSync(join(folder, 'state.keys')).size).to.equal(64);
    await store.close();
  });

  it('keep what the format before them held, sealed, and nothing of its text', async () => {
    const folder = newFolder();
    const old = new DatabaseSync(join(folder, 'state.db'));
    old.exec(`PRAGMA journal_mode = WAL;
      CREATE TABLE entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL, until BIGINT);
      CREATE INDEX entries_until ON entries (until); PRAGMA user_version = 1;
      INSERT INTO entries VALUES ('talk', '"${SECRET}"', 'v1', 9000), ('welcomed', 'true', 'v2', NULL)`);
    old.close();
    const store = openSqliteStore(folder, () => 1000);
    const found = await store.read(['talk', 'welcomed']);
    expect(found.get('talk')).to.deep.equal({ value: SECRET, version: 'v1' });
    expect(found.get('welcomed')).to.deep.equal({ value: true, version: 'v2' });
    expect(filesWith(folder, SECRET)).to.deep.equal([]);
    await store.close();
  });

  it('tell the operator what to do where the keys are missing or another store has them, and stay as they are', async () => {
    const [folder, other] = [newFolder(), newFolder()];
    for (const each of [folder, other]) {
      const store = openSqliteStore(each);
      await write(store, 'a', 1);
      await store.close();
    }
    const before = readFileSync(join(folder, 'state.db'));
    copyFileSync(join(other, 'state.keys'), join(folder, 'state.keys'));
    expect(() => openSqliteStore(folder)).to.throw(StoreError, /does not hold its keys.*put back a copy/);
    rmSync(join(folder, 'state.keys'));
    expect(() => openSqliteStore(folder)).to.throw(StoreError, /does not hold its keys.*put back a copy/);
    expect(readFileSync(join(folder, 'state.db')).equals(before)).to.equal(true);
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
