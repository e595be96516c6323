import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECK = fileURLToPath(new URL('../../src/nodeVersion.js', import.meta.url));
const START = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
/** Milliseconds that a start may take on a busy machine. */
const LONGEST_START = 60_000;

/** Folders of a program's own, so that whatever it writes is seen. */
export interface Folders {
  readonly root: string;
  readonly data: string;
  /** All files that lie there now, from the root on. */
  files(): string[];
  remove(): void;
}

export function makeFolders(): Folders {
  const root = mkdtempSync(join(tmpdir(), 'fuzz-'));
  for (const name of ['data', 'work', 'tmp', 'home']) mkdirSync(join(root, name));
  return {
    root,
    data: join(root, 'data'),
    files: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The whole program as a process of its own. */
export interface Program {
  readonly port: number;
  readonly pid: number;
  /** What it has printed, up to now. */
  printed(): string;
  /** Null while it runs; else how it ended. */
  ended(): string | null;
  /** Kilobytes of memory: now, and the most that there ever were. */
  memory(): { readonly now: number; readonly most: number };
  /** Ends it and waits for that. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * Starts the program in its own folders, on a free port of this machine, as `npm start` does.
 *
 * @throws Error with what it printed where it does not start
 */
export async function startProgram(
  folders: Folders,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child: ChildProcess = spawn(process.execPath, ['--import', CHECK, START], {
    cwd: join(folders.root, 'work'),
    env: {
      PATH: process.env.PATH,
      HOME: join(folders.root, 'home'),
      TMPDIR: join(folders.root, 'tmp'),
      // Code that was compiled lies where it always does, for all starts together: no request writes it.
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      DATA_DIR: folders.data,
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let ended: string | null = null;
  const { promise: ready, resolve, reject } = Promise.withResolvers<number>();
  const take = (part: Buffer): void => {
    printed += part.toString('utf8');
    const port = /^Ready: http:\/\/[^/]*:(\d+)\//m.exec(printed)?.[1];
    if (port) resolve(Number(port));
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const gone = new Promise<void>((done) => {
    child.once('exit', (code, signal) => {
      ended = `exit ${code ?? signal}`;
      reject(new Error(`The program did not start (${ended}): ${printed}`));
      done();
    });
  });
  const kill = (): void => void child.kill('SIGKILL');
  // Nobody's test leaves a server behind.
  process.once('exit', kill);
  const timer = setTimeout(() => reject(new Error(`The program did not start in time: ${printed}`)), LONGEST_START);
  try {
    const port = await ready;
    const pid = child.pid!;
    const kilobytes = (status: string, name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
    return {
      port,
      pid,
      printed: () => printed,
      ended: () => ended,
      memory() {
        if (ended !== null) return { now: 0, most: 0 };
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        return { now: kilobytes(status, 'VmRSS'), most: kilobytes(status, 'VmHWM') };
      },
      async stop(signal = 'SIGTERM') {
        child.kill(signal);
        await gone;
        process.removeListener('exit', kill);
      },
    };
  } catch (error) {
    kill();
    await gone;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
