import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
 * Starts Chromium for the tests of a suite. Where none is installed the suite is skipped; with `REQUIRE_ALL=1` it fails.
 *
 * @param suite the `this` of a `before`
 */
export async function startChromium(suite: Mocha.Context): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    const reason = 'No Chromium is installed: set CHROMIUM to its path, or install it (Debian: apt install chromium).';
    if (process.env.REQUIRE_ALL === '1') throw new Error(reason);
    process.stderr.write(`${reason} Its tests are skipped.\n`);
    suite.skip();
  }
  return chromium.launch({ executablePath, headless: true, args: CHROMIUM_FLAGS });
}
