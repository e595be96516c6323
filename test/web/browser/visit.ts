import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import type { Server } from 'restify';
import { readConfig } from '../../../src/config.ts';
import { createServer } from '../../../src/server.ts';
import { startChromium } from '../../chromium.ts';
import { guide } from '../../conversation.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A server of the test's own. */
export interface TestSite {
  readonly address: string;
  /** Ends it at once, with all its connections. */
  stop(): Promise<void>;
  /** Starts it again at the same address, with the same key. */
  start(): Promise<void>;
}

/**
 * Starts the whole server on a free port of this machine.
 *
 * @param settings as in the environment, beside the folder
 */
export async function startSite(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestSite & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  let server: Server;
  let port = 0;
  const start = async (): Promise<void> => {
    server = createServer(readConfig({ ...settings, DATA_DIR: folder }), guide, () => {});
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
    port = server.address().port;
  };
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    (server.server as unknown as { closeAllConnections(): void }).closeAllConnections();
    await closed;
  };
  await start();
  return {
    address: `http://127.0.0.1:${port}`,
    stop,
    start,
    async close() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What the tests of one suite share. */
export interface Stage {
  readonly browser: Browser;
  readonly site: TestSite;
}

/** A browser and a server for the suite that is being described: there from before its first test until after its last. */
export function setStage(): Stage {
  const stage: { browser: Browser; site: Awaited<ReturnType<typeof startSite>> } = Object.create(null);
  before(async function () {
    stage.browser = await startChromium(this);
    stage.site = await startSite();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.site?.close();
  });
  return stage;
}

/** A visitor with a browser window of their own; `faults` is what must stay empty. */
export interface Visit {
  readonly page: Page;
  /** Errors, policy violations, words in the console, requests to other hosts. */
  readonly faults: string[];
  /** Bodies sent to /api/chat, in their order. */
  readonly sent: { activity: { id: string; text: string }; token: string | null }[];
  close(): Promise<void>;
}

/** Opens a window; nothing is loaded yet. */
export async function newVisit({ browser, site }: Stage, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: site.address, locale: 'en-GB', ...options });
  const page = await context.newPage();
  return { ...watch(page, site), close: () => context.close() };
}

/** Watches a page for what must not happen. */
export function watch(page: Page, site: TestSite): Omit<Visit, 'close'> {
  const faults: string[] = [];
  const sent: Visit['sent'] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports requests that fail; the tests make them fail on purpose.
    if (!message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.address)) faults.push(`request: ${url}`);
    if (url.endsWith('/api/chat')) sent.push(request.postDataJSON());
  });
  return { page, faults, sent };
}

/** Opens the chat and waits until it is live. */
export async function openChat(stage: Stage, options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await newVisit(stage, options);
  await visit.page.goto('/chat');
  await live(visit.page);
  return visit;
}

/** Waits until the script has taken over the page. */
export async function live(page: Page): Promise<void> {
  await page.waitForSelector('[data-ready="true"]');
}

/** Types a message and sends it with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.fill('#chat-text', text);
  await page.press('#chat-text', 'Enter');
}

/** Says something and waits for the answer to it. */
export async function sayAndWait(page: Page, text: string): Promise<void> {
  const answers = await page.locator('.message.bot').count();
  await say(page, text);
  await page.locator('.message.bot').nth(answers).waitFor();
}

/** What the tab remembers, as text. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }));
}

/** Rules of axe that it cannot decide in a state, each with the reason why that is right. */
export interface Findings {
  readonly violations: string[];
  readonly incomplete: string[];
}

/**
 * Looks at the page with axe, all rules. The window is made as high as the page: axe cannot tell the colours behind a
 * box that lies over a part of it.
 */
export async function look(page: Page): Promise<Findings> {
  const size = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(height, size.height) });
  const findings = await findWithAxe(page);
  await page.setViewportSize(size);
  return findings;
}

/** Looks with axe at a page as it stands, or at one frame of it. */
export async function findWithAxe(page: Page | Frame): Promise<Findings> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Rule = { id: string; nodes: { html: string; any: { message: string }[] }[] };
    const { axe: library } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Rule[]; incomplete: Rule[] }> };
    };
    const { violations, incomplete } = await library.run({ iframes: false });
    const line = ({ id, nodes }: Rule): string[] =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`);
    return { violations: violations.flatMap(line), incomplete: incomplete.flatMap(line) };
  });
}

/** Expects that axe finds nothing wrong, and nothing that it cannot decide. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await look(page)).to.deep.equal({ violations: [], incomplete: [] });
}
