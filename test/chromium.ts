import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** A browser that talks to nobody but the server of the test. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is installed: `CHROMIUM`, or one of the usual places. */
export function findChromium(): string | undefined {
  const { CHROMIUM } = process.env;
  return CHROMIUM ? CHROMIUM : PLACES.find((place) => existsSync(place));
}

/**
 * Where Chromium is. Where none is installed the suite is skipped; with `REQUIRE_ALL=1` it fails.
 *
 * @param suite the `this` of a `before`
 */
export function needChromium(suite: Mocha.Context): string {
  const executablePath = findChromium();
  if (executablePath) return executablePath;
  const reason = 'No Chromium is installed: set CHROMIUM to its path, or install it (Debian: apt install chromium).';
  if (process.env.REQUIRE_ALL === '1') throw new Error(reason);
  process.stderr.write(`${reason} Its tests are skipped.\n`);
  suite.skip();
}

/**
 * Starts Chromium for the tests of a suite (needChromium).
 *
 * @param suite the `this` of a `before`
 */
export async function startChromium(suite: Mocha.Context): Promise<Browser> {
  return chromium.launch({ executablePath: needChromium(suite), headless: true, args: CHROMIUM_FLAGS });
}

/**
 * Opens Chromium for a visitor with a profile of their own, which is deleted when it is closed.
 *
 * @param frames whether the visitor lets frames of other sites store anything ("block third-party cookies")
 */
export async function openProfile(
  options: BrowserContextOptions,
  frames: 'store' | 'blocked',
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  mkdirSync(join(folder, 'Default'));
  const mode = frames === 'store' ? 0 : 1;
  writeFileSync(
    join(folder, 'Default/Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: mode, block_third_party_cookies: mode === 1 } }),
  );
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    executablePath: findChromium()!,
    args: CHROMIUM_FLAGS,
  });
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}
