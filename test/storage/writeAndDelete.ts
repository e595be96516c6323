// Opens the store at the same time as others do, writes 30 entries under its own name, and deletes every third.
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';

const [, , folder, name] = process.argv as [string, string, string, string];
const store = openSqliteStore(folder);
for (let n = 0; n < 30; n++) {
  await store.write([
    { key: `${name}${n}`, value: `${n % 3 === 0 ? 'zebraword' : 'kept'} ${name}`, until: null, seen: null },
  ]);
  if (n % 3 === 0) await store.delete([`${name}${n}`]);
}
await store.close();
