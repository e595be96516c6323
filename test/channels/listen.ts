import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { createServer } from '../../src/server.ts';
import { guide } from '../conversation.ts';

/** An answer over the line. */
export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** A server of the tests: what it logged, how to send to it, and its end. */
export interface Listening {
  readonly port: number;
  readonly logged: readonly string[];
  send(path: string, body: string, headers?: OutgoingHttpHeaders): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts the program's server with settings, in a folder of its own. */
export async function listen(settings: Readonly<Record<string, string>> = {}): Promise<Listening> {
  const folder = mkdtempSync(join(tmpdir(), 'listen-'));
  const logged: string[] = [];
  const server = createServer(readConfig({ DATA_DIR: folder, ...settings }), guide, (line) => logged.push(line));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address();
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  return {
    port,
    logged,
    send: (path, body, headers = {}) =>
      new Promise((resolve, reject) => {
        const all = {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        };
        const sent = request({ port, host: '127.0.0.1', method: 'POST', path, headers: all, agent }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: async () => {
      agent.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true });
    },
  };
}
