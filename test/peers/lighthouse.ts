import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';

/** Lighthouse on the pages that most people see; the exit code is 1 where a score is below its aim. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const AIMS: Readonly<Record<string, number>> = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const PORT = '3967';
const FLAGS = ['--headless=new', ...CHROMIUM_FLAGS].join(' ');

const server = spawn(process.execPath, ['src/index.ts'], {
  cwd: root,
  env: { ...process.env, PORT, HOST: '127.0.0.1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => server.kill());
await new Promise((resolve) => server.stdout.once('data', resolve));
// The best compression is made in the first seconds after the start.
await new Promise((resolve) => setTimeout(resolve, 4000));
for (const path of ['/', '/chat', '/directory']) {
  const report = join(tmpdir(), `lighthouse-${process.pid}.json`);
  spawnSync(
    process.execPath,
    [
      'node_modules/lighthouse/cli/index.js',
      `http://127.0.0.1:${PORT}${path}`,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--chrome-flags=${FLAGS}`,
    ],
    {
      cwd: import.meta.dirname,
      stdio: 'ignore',
      env: { ...process.env, CHROME_PATH: findChromium() },
    },
  );
  const { categories } = JSON.parse(readFileSync(report, 'utf8')) as { categories: Record<string, { score: number }> };
  rmSync(report);
  const scores = Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)] as const);
  process.stdout.write(`${path} ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}\n`);
  if (scores.some(([name, score]) => score < (AIMS[name] ?? 0))) process.exitCode = 1;
}
server.kill();
