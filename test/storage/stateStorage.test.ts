import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { StateStorage } from '../../src/storage/stateStorage.ts';
import { type Store, StoreConflict } from '../../src/storage/store.ts';

describe('what a bot remembers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'state-'));
  const KEY = 'msteams/conversations/a:17I0kl9/users/29:anna';
  let time = 0;
  let store: Store;

  before(() => {
    store = openSqliteStore(folder, () => time);
  });
  after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('is read as it was written, with an eTag', async () => {
    const storage = new StateStorage(store, 30, () => time);
    await storage.write({ [KEY]: { talk: { country: 'DE' }, eTag: '*' } });
    const { [KEY]: item, other } = await storage.read([KEY, 'other']);
    expect(item.talk).to.deep.equal({ country: 'DE' });
    expect(item.eTag).to.be.a('string');
    expect(other).to.equal(undefined);
  });

  it('is written over by "*" and without an eTag, and not by an old one', async () => {
    const storage = new StateStorage(store, 30, () => time);
    const { [KEY]: seen } = await storage.read([KEY]);
    await storage.write({ [KEY]: { ...seen, n: 1 } });
    await storage.write({ [KEY]: { n: 2, eTag: '*' } });
    await storage.write({ [KEY]: { n: 3 } });
    expect(await storage.write({ [KEY]: { ...seen, n: 4 } }).catch((thrown) => thrown)).to.be.instanceOf(StoreConflict);
    expect((await storage.read([KEY]))[KEY].n).to.equal(3);
  });

  it('is forgotten after its minutes, counted from the last write, or never', async () => {
    const talks = new StateStorage(store, 30, () => time);
    const marks = new StateStorage(store, null, () => time);
    await talks.write({ talk: { n: 1 } });
    await marks.write({ mark: { n: 1 } });
    time = 29 * 60_000;
    await talks.write({ talk: { n: 2 } });
    time = 58 * 60_000;
    expect((await talks.read(['talk'])).talk.n).to.equal(2);
    time = 60 * 60_000;
    expect(await talks.read(['talk'])).to.deep.equal({});
    expect((await marks.read(['mark'])).mark.n).to.equal(1);
  });

  it('stands under no id of a person or a conversation', async () => {
    const storage = new StateStorage(store, 30, () => time);
    await storage.write({ [KEY]: { n: 1 } });
    for (const file of readdirSync(folder)) {
      expect(readFileSync(join(folder, file), 'latin1'), file).not.to.match(/29:anna|17I0kl9|msteams/);
    }
  });

  it('is gone when it is deleted', async () => {
    const storage = new StateStorage(store, 30, () => time);
    await storage.delete([KEY]);
    expect(await storage.read([KEY])).to.deep.equal({});
  });
});
