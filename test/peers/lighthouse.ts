import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { hostPolicy, startHost } from '../web/browser/hostSite.ts';

/** Lighthouse on the pages that most people see; the exit code is 1 where a score is below its aim. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const AIMS: Readonly<Record<string, number>> = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const HOST_AIMS: typeof AIMS = { performance: 95, accessibility: 95, 'best-practices': 95, seo: 95 };
const PORT = '3967';
const FLAGS = ['--headless=new', ...CHROMIUM_FLAGS].join(' ');

/** A page of another site without the chat's launcher, and the same page with it. */
const host = await startHost();
host.bot = `http://127.0.0.1:${PORT}`;
// Lighthouse reads robots.txt through the page, so the page's policy must let it.
const policy = `${hostPolicy(host.bot)}; connect-src 'self'`;
host.set('/', { policy });
host.set('/without', { policy, lines: 0 });

const server = spawn(process.execPath, ['src/index.ts'], {
  cwd: root,
  env: { ...process.env, PORT, HOST: '127.0.0.1', ALLOWED_ORIGINS: host.origin },
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => server.kill());
await new Promise((resolve) => server.stdout.once('data', resolve));
// The best compression is made in the first seconds after the start.
await new Promise((resolve) => setTimeout(resolve, 4000));

type Scores = Readonly<Record<string, number>>;

/** Looks at a page, prints its scores and gives them back. */
async function examine(name: string, address: string): Promise<Scores> {
  const report = join(tmpdir(), `lighthouse-${process.pid}.json`);
  const run = spawn(
    process.execPath,
    [
      'node_modules/lighthouse/cli/index.js',
      address,
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
  await new Promise((resolve) => run.once('exit', resolve));
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8')) as {
    categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { numericValue?: number; score: number | null }>;
  };
  rmSync(report);
  const scores = Object.entries(categories).map(([key, { score }]) => [key, Math.round(score * 100)] as const);
  const shift = audits['cumulative-layout-shift']?.numericValue ?? 0;
  const shown = scores.map(([key, score]) => `${key} ${score}`).join(', ');
  process.stdout.write(`${name} ${shown}, layout shift ${shift.toFixed(3)}\n`);
  const missed = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0).map(({ id }) => id),
  );
  if (missed.length > 0) process.stdout.write(`  missed: ${missed.join(', ')}\n`);
  return Object.fromEntries(scores);
}

const isBelow = (scores: Scores, aims: Scores): boolean =>
  Object.entries(aims).some(([key, aim]) => (scores[key] ?? 0) < aim);

for (const path of ['/', '/chat', '/directory'])
  if (isBelow(await examine(path, host.bot + path), AIMS)) process.exitCode = 1;
const without = await examine('another site without the launcher', `${host.origin}/without`);
const withLauncher = await examine('another site with the launcher', `${host.origin}/`);
if (isBelow(withLauncher, HOST_AIMS) || isBelow(withLauncher, without)) process.exitCode = 1;
await host.close();
server.kill();
