import { expect } from 'chai';
import { type Entry, type Store, StoreConflict } from '../../src/storage/store.ts';

const entry = (key: string, value: unknown, more: Partial<Entry> = {}): Entry => ({
  key,
  value,
  until: null,
  seen: null,
  ...more,
});

/** What every engine must do. */
export function describeStore(name: string, open: (now: () => number) => Store): void {
  describe(name, () => {
    let time = 1000;
    let store: Store;
    const keptUnder = async (key: string): Promise<unknown> => (await store.read([key])).get(key)?.value;

    beforeEach(() => {
      time = 1000;
      store = open(() => time);
    });
    afterEach(() => store.close());

    it('gives back what was written, and nothing else', async () => {
      await store.write([entry('a', { x: [1, 'ä', null] }), entry('b', 2)]);
      const found = await store.read(['a', 'b', 'c']);
      expect([...found.keys()]).to.deep.equal(['a', 'b']);
      expect(found.get('a')!.value).to.deep.equal({ x: [1, 'ä', null] });
    });

    it('replaces what was there', async () => {
      await store.write([entry('a', 1)]);
      const { version } = (await store.read(['a'])).get('a')!;
      await store.write([entry('a', 2)]);
      const after = (await store.read(['a'])).get('a')!;
      expect(after.value).to.equal(2);
      expect(after.version).not.to.equal(version);
    });

    it('deletes, also what is not there', async () => {
      await store.write([entry('a', 1), entry('b', 2)]);
      await store.delete(['a', 'nothing']);
      expect(await keptUnder('a')).to.equal(undefined);
      expect(await keptUnder('b')).to.equal(2);
    });

    it('refuses a write of somebody who has not seen the last one', async () => {
      await store.write([entry('a', 1)]);
      const { version: seen } = (await store.read(['a'])).get('a')!;
      await store.write([entry('a', 2, { seen })]);
      const error = await store.write([entry('a', 3, { seen })]).catch((thrown) => thrown);
      expect(error).to.be.instanceOf(StoreConflict);
      expect(error.code).to.equal('CONFLICT');
      expect(await keptUnder('a')).to.equal(2);
    });

    it('refuses a write to what was deleted since, or has expired', async () => {
      await store.write([entry('a', 1, { until: 2000 })]);
      const { version: seen } = (await store.read(['a'])).get('a')!;
      time = 3000;
      expect(await store.write([entry('a', 2, { seen })]).catch((thrown) => thrown)).to.be.instanceOf(StoreConflict);
      await store.delete(['a']);
      expect(await store.write([entry('a', 2, { seen })]).catch((thrown) => thrown)).to.be.instanceOf(StoreConflict);
    });

    it('writes all entries or none', async () => {
      await store.write([entry('b', 1)]);
      await store.write([entry('a', 5), entry('b', 5, { seen: 'old' })]).catch(() => {});
      expect(await keptUnder('a')).to.equal(undefined);
      expect(await keptUnder('b')).to.equal(1);
    });

    it('does not give back what has expired, and forgets it', async () => {
      await store.write([entry('short', 1, { until: 2000 }), entry('long', 2, { until: 9000 }), entry('ever', 3)]);
      time = 2000;
      expect([...(await store.read(['short', 'long', 'ever'])).keys()]).to.deep.equal(['long', 'ever']);
      await store.forgetExpired();
      time = 1000;
      expect([...(await store.read(['short', 'long', 'ever'])).keys()]).to.deep.equal(['long', 'ever']);
    });

    it('keeps keys and values of every odd form', async () => {
      const odd = [
        '',
        '__proto__',
        'constructor',
        "'; DROP TABLE entries; --",
        'ключ 🔑',
        'a\u0000b',
        'k'.repeat(5000),
      ];
      const values = [
        null,
        '',
        0,
        false,
        [],
        { __proto__: null, toString: 1 },
        'x'.repeat(1_000_000),
        '\u0000\ud83d\ude00',
      ];
      for (const [index, key] of odd.entries()) {
        for (const value of values) {
          await store.write([entry(`${key}${index}`, value)]);
          expect(await keptUnder(`${key}${index}`)).to.deep.equal(value);
        }
      }
      await store.write([entry('__proto__', 1)]);
      expect(await keptUnder('__proto__')).to.equal(1);
    });

    it('is whole after thousands of writes at once, to the same keys and to others', async () => {
      const writes = Array.from({ length: 5000 }, (_, n) => store.write([entry(`k${n % 50}`, n), entry(`own${n}`, n)]));
      await Promise.all(writes);
      for (let n = 4950; n < 5000; n++) expect(await keptUnder(`k${n % 50}`)).to.equal(n);
      for (let n = 0; n < 5000; n += 499) expect(await keptUnder(`own${n}`)).to.equal(n);
    });

    it('lets only one of many win who have seen the same', async () => {
      await store.write([entry('a', 'start')]);
      const { version: seen } = (await store.read(['a'])).get('a')!;
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) => store.write([entry('a', n, { seen })])),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    });
  });
}
