import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program in a process of its own. */
export interface Program {
  readonly process: ChildProcess;
  readonly address: string;
  readonly port: number;
  /** What it has written to its error output so far. */
  readonly errors: () => string;
  /** When it has ended: its exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it, if it still runs, and takes its folder away. */
  close(): Promise<void>;
}

/**
 * Starts the program with a folder of its own, on any free port.
 *
 * @param command what starts it; by default Node itself
 */
export async function startProgram(
  command: readonly string[] = [process.execPath, '--import', './src/nodeVersion.js', 'src/index.ts'],
  environment: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const [file = '', ...rest] = command;
  const child = spawn(file, rest, {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: folder, MicrosoftAppId: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  let errors = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk;
      const found = /Ready: http:\/\/127\.0\.0\.1:(\d+)\//.exec(output);
      if (found) resolve(Number(found[1]));
    });
    void ended.then((code) => reject(new Error(`the program ended with ${code}: ${errors}`)));
  });
  return {
    process: child,
    port,
    address: `http://127.0.0.1:${port}`,
    errors: () => errors,
    ended,
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
