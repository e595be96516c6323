// A site of somebody else, on `localhost`, that shows the chat of the bot on 127.0.0.1: another site, another origin.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { BrowserContext, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright-core';
import { needChromium, openProfile } from '../../chromium.ts';
import { live, startSite } from './visit.ts';

/** Attributes of the one line, or whatever else a page is to have in its head or at its end. */
export interface HostPage {
  readonly attributes?: string;
  readonly head?: string;
  readonly end?: string;
  readonly lang?: string;
  /** How often the line stands in the page. */
  readonly lines?: number;
  readonly policy?: string;
}

export interface HostSite {
  /** `http://localhost:…` */
  readonly origin: string;
  /** Where the bot is. */
  bot: string;
  /** Makes the page at an address; all others are plain ones with the line. */
  set(path: string, page: HostPage): void;
  close(): Promise<void>;
}

const STYLES = `html{font:62.5% serif}body{margin:0;font-size:1.8rem;background:#fff;color:#222}header,main,footer{padding:2rem}
div{color:red;display:none}button{all:unset;transform:rotate(3deg)}main p{max-width:60ch}footer{background:#eee}`;

/** The strictest policy that still lets the chat in; docs/embedding.md gives it. */
export function hostPolicy(bot: string): string {
  return `default-src 'none'; script-src ${bot}; frame-src ${bot}; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`;
}

function body(path: string, bot: string, page: HostPage): string {
  const line = `<script async src="${bot}/embed.js" ${page.attributes ?? ''}></script>`;
  return `<!doctype html><html lang="${page.lang ?? 'en'}"><head><meta charset="utf-8"><title>Society ${path}</title>
<meta name="description" content="The page of a society."><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/page.css">${page.head ?? ''}${line.repeat(page.lines ?? 1)}</head>
<body><header><a href="/">Home</a> <a href="/second">Second page</a></header><main><h1>The society</h1>
<p><a href="${bot}/chat" data-support-chat id="way">Ask the chat</a> <button type="button" data-support-chat="bowel cancer in Germany" id="question">Who helps with bowel cancer?</button></p>
${'<p>People with cancer, and those close to them, find each other here. We have been there since 1971.</p>\n'.repeat(40)}
</main><footer><a href="/imprint" id="last">Imprint</a></footer>${page.end ?? ''}
<noscript><a href="${bot}/directory">Find who can help</a></noscript></body></html>`;
}

/** Starts the site on a free port of this machine. */
export async function startHost(): Promise<HostSite> {
  const pages = new Map<string, HostPage>();
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    const send = (type: string, text: string): void => {
      response.setHeader('content-type', type);
      response.end(text);
    };
    if (path === '/page.css') return send('text/css', STYLES);
    if (path === '/robots.txt') return send('text/plain', 'User-agent: *\nAllow: /\n');
    const page = pages.get(path) ?? {};
    response.setHeader('content-security-policy', page.policy ?? hostPolicy(host.bot));
    send('text/html', body(path, host.bot, page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: HostSite = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    bot: '',
    set: (path, page) => void pages.set(path, page),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return host;
}

/** What the tests of one suite share. */
export interface HostStage {
  readonly host: HostSite;
}

/** The bot's server and a site that may show it: there for the whole suite. */
export function setHostStage(): HostStage {
  const stage: { host: HostSite; bot: Awaited<ReturnType<typeof startSite>> } = Object.create(null);
  before(async function () {
    needChromium(this);
    stage.host = await startHost();
    stage.bot = await startSite({ ALLOWED_ORIGINS: stage.host.origin });
    stage.host.bot = stage.bot.address;
  });
  after(async () => {
    await stage.host?.close();
    await stage.bot?.close();
  });
  return stage;
}

/** A visitor of the site. */
export interface HostVisit {
  readonly page: Page;
  /** The chat, once it is there. */
  readonly chat: FrameLocator;
  /** Errors, policy violations, words in the console, requests to anybody else; must stay empty. */
  readonly faults: string[];
  /** All requests, in their order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Watches a tab for what must not happen. */
export function watchHost(page: Page, { host }: HostStage): Omit<HostVisit, 'close'> {
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (!url.startsWith(host.origin) && !url.startsWith(host.bot)) faults.push(`request: ${url}`);
  });
  return { page, faults, requests, chat: page.frameLocator('support-chat iframe') };
}

/** How somebody visits the site. */
export interface HostVisitor extends BrowserContextOptions {
  /** In the window of an earlier visit. */
  readonly context?: BrowserContext;
  /** Whether frames of other sites may store anything; by default they may. */
  readonly frames?: 'store' | 'blocked';
}

/** Opens a page of the site and waits for the launcher. */
export async function visitHost(stage: HostStage, path = '/', visitor: HostVisitor = {}): Promise<HostVisit> {
  const { context, frames = 'store', ...own } = visitor;
  const options = { locale: 'en-GB', baseURL: stage.host.origin, ...own };
  const profile = context ? { context, close: () => context.close() } : await openProfile(options, frames);
  const page = await profile.context.newPage();
  const visit = watchHost(page, stage);
  await page.goto(stage.host.origin + path);
  await page.locator('support-chat').waitFor({ state: 'attached' });
  return { ...visit, close: profile.close };
}

/** The launcher's button. */
export const launcher = (page: Page, name = 'Cancer support chat') => page.getByRole('button', { name });

/** The frame of the chat, live and in sight. */
export async function chatFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('support-chat iframe.ready', { state: 'attached' });
  const frame = (await element.contentFrame())!;
  await live(frame as unknown as Page);
  return frame;
}

/** Says something in the chat and waits for the answer. */
export async function sayInChat({ chat }: Pick<HostVisit, 'chat'>, text: string): Promise<void> {
  const answers = await chat.locator('.message.bot').count();
  await chat.locator('#chat-text').fill(text);
  await chat.locator('#chat-text').press('Enter');
  await chat.locator('.message.bot').nth(answers).waitFor();
}

/** Expects that nothing went wrong, and ends the visit. */
export async function endWell(visit: HostVisit): Promise<void> {
  expect(visit.faults).to.deep.equal([]);
  await visit.close();
}
