import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './places.ts';

/** How a run of tests ended. */
export interface Trial {
  readonly end: 'passed' | 'failed' | 'timeout';
  /** Milliseconds. */
  readonly took: number;
  /** What the tests printed. */
  readonly output: string;
}

/** A file with another text in it. */
export interface BrokenFile {
  /** From the project's root. */
  readonly file: string;
  readonly text: string;
}

const MOCHA = join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
const IMPORTS = ['../../src/nodeVersion.js', './broken.js'].map((path) => new URL(path, import.meta.url).href);

function spawnTests(tests: readonly string[], environment: NodeJS.ProcessEnv, limit: number): Promise<Trial> {
  const began = performance.now();
  const options = ['--no-package', '--bail', '--exit', '--timeout', '60000', '--reporter', 'dot', ...tests];
  const program = spawn(process.execPath, [...IMPORTS.flatMap((each) => ['--import', each]), MOCHA, ...options], {
    cwd: ROOT,
    env: environment,
  });
  let output = '';
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    program.kill('SIGKILL');
  }, limit);
  return new Promise((done, fail) => {
    program.once('error', fail);
    program.once('close', (code) => {
      clearTimeout(timer);
      const end = late ? 'timeout' : code === 0 ? 'passed' : 'failed';
      done({ end, took: performance.now() - began, output });
    });
  });
}

/**
 * Runs some tests until one fails, in a process of their own.
 *
 * @param broken the file that they meet broken; null for none
 * @param limit milliseconds after which the run is ended: a broken loop may have no end
 */
export async function tryTests(tests: readonly string[], broken: BrokenFile | null, limit: number): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    const text = join(folder, 'broken.ts');
    const environment = { ...process.env };
    if (broken) {
      writeFileSync(text, broken.text);
      environment.MUTANT_OF = pathToFileURL(join(ROOT, broken.file)).href;
      environment.MUTANT_TEXT = text;
    }
    return await spawnTests(tests, environment, limit);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
