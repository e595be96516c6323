// Writes under load and prints what has been acknowledged, until it is killed.
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';

const store = openSqliteStore(process.argv[2]!);
const first = Number(process.argv[3]);
for (let n = first; ; n++) {
  const key = `k${n % 20}`;
  await store.write([{ key, value: { n, filling: 'x'.repeat((n * 31) % 2000) }, until: null, seen: null }]);
  if (n % 50 === 49) await store.delete([`k${(n + 7) % 20}`]);
  // Written at once, so that a line which was read was acknowledged.
  (await import('node:fs')).writeSync(1, n % 50 === 49 ? `${n} k${(n + 7) % 20}\n` : `${n}\n`);
}
