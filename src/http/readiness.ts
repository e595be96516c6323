import { randomUUID } from 'node:crypto';
import type { Response } from 'restify';
import type { Store } from '../storage/store.ts';

/** What is written to try the store is gone by itself after so many milliseconds. */
const KEPT_MS = 60_000;

/** Writes something, reads it and deletes it. @throws where the store cannot */
async function tryStore(store: Store): Promise<void> {
  // Several may look at the same time.
  const key = `readyz/${randomUUID()}`;
  await store.write([{ key, value: true, until: Date.now() + KEPT_MS, seen: null }]);
  if (!(await store.read([key])).has(key)) throw new Error('what was written is not there');
  await store.delete([key]);
}

/**
 * Answers `GET /readyz`: whether the program can answer and keep. That it runs at all means that its data was loaded.
 *
 * @param log takes the cause, for the operator
 */
export function readiness(store: Store, log: (line: string) => void) {
  return async (_request: unknown, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    try {
      await tryStore(store);
      response.send(200, { status: 'ready' });
    } catch (error) {
      log(`GET /readyz: the store cannot keep anything: ${error instanceof Error ? error.message : 'error'}`);
      response.send(503, { status: 'not ready', error: 'The store cannot keep anything. The log says why.' });
    }
  };
}
