import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { startHost } from '../web/browser/hostSite.ts';
import { live, sayAndWait, startSite } from '../web/browser/visit.ts';
import { median } from './median.ts';

/** What one visit to a chat costs: bytes over the line, and milliseconds to a usable box and from Enter to a card. */
export interface Visit {
  readonly bytes: number;
  readonly usable: number;
  readonly answered: number;
}

const ROUNDS = 5;
const QUESTION = 'bowel cancer in germany';
/** Microsoft's Web Chat, where `npm ci` was run in test/peers. */
const WEB_CHAT = new URL('../peers/node_modules/botframework-webchat/dist/webchat.js', import.meta.url);

// Web Chat is given a Direct Line of a few lines, which asks the same bot: no time is lost in Azure.
const BARE_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Web Chat</title><div id="chat" style="height:100vh"></div>
<script src="/webchat.js"></script><script>
const watchers = new Set(); let id = 0;
const watch = (w) => (typeof w === 'function' ? { next: w } : w);
const say = (a, from) => { const said = { ...a, id: String(++id), from, timestamp: new Date().toISOString(), channelData: { ...a.channelData, 'webchat:sequence-id': id }, type: 'message' }; watchers.forEach((w) => w.next(said)); return said.id; };
const none = { unsubscribe() {} };
const directLine = {
  activity$: { subscribe(w) { const o = watch(w); watchers.add(o); return { unsubscribe: () => watchers.delete(o) }; } },
  connectionStatus$: { subscribe(w) { const o = watch(w); setTimeout(() => [0, 1, 2].forEach((s) => o.next(s))); return none; } },
  end() {}, getSessionId: () => ({ subscribe: () => none }),
  postActivity: (activity) => ({ subscribe(w) { const o = watch(w); setTimeout(async () => {
    const sent = say(activity, { id: 'me', role: 'user' }); o.next && o.next(sent); o.complete && o.complete();
    if (activity.type !== 'message') return;
    const answer = await (await fetch('/answer', { method: 'POST', body: JSON.stringify({ activity: { type: 'message', text: activity.text }, token: null }) })).json();
    for (const a of answer.activities) say(a, { id: 'bot', role: 'bot' }); }); return none; } }),
};
WebChat.renderWebChat({ directLine, userID: 'me' }, document.getElementById('chat'));
</script></html>`;

/** Serves Web Chat's full bundle, compressed, on a bare page, and hands questions on to the guide. */
async function serveWebChat(guideAddress: string): Promise<{ address: string; close: () => void }> {
  const bundle = brotliCompressSync(readFileSync(WEB_CHAT));
  const server = createServer(async (request, response) => {
    const send = (type: string, body: string | Buffer, encoding = 'identity'): void => {
      response.setHeader('content-type', type);
      response.setHeader('content-encoding', encoding);
      response.end(body);
    };
    if (request.url === '/webchat.js') {
      send('text/javascript', bundle, 'br');
    } else if (request.url === '/answer') {
      let body = '';
      for await (const part of request) body += part;
      const answer = await fetch(`${guideAddress}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      send('application/json', await answer.text());
    } else send('text/html', BARE_PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    close: () => void server.close(),
  };
}

/** Runs in the page before anything of it: notes when the box can be used, and how long a card takes after Enter. */
function watch({ box, card }: Side): void {
  const noted = globalThis as unknown as { usable?: number; answered?: number };
  let sent: number | undefined;
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') sent ??= performance.now();
    },
    true,
  );
  const look = (): void => {
    if (document.querySelector(box)) noted.usable ??= performance.now();
    if (sent !== undefined && document.querySelector(card)) noted.answered ??= performance.now() - sent;
    if (noted.answered === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Side {
  readonly address: string;
  /** CSS selectors: the box where one writes, once it can be used; a card of an answer. */
  readonly box: string;
  readonly card: string;
}

/**
 * Opens the chat in a page of another site, with an empty cache, and without coming near the launcher before.
 *
 * @returns bytes over the line from the click on, and milliseconds from the click to a box that can be used
 */
async function visitEmbedded(browser: Browser, address: string): Promise<Pick<Visit, 'bytes' | 'usable'>> {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(address);
  await tab.locator('support-chat').waitFor({ state: 'attached' });
  await tab.waitForTimeout(500);
  let bytes = 0;
  tab.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => null);
    if (sizes) bytes += sizes.responseHeadersSize + sizes.responseBodySize;
  });
  const usable = await tab.evaluate(async () => {
    const { shadowRoot } = document.querySelector('support-chat')!;
    const start = performance.now();
    shadowRoot!.querySelector('button')!.click();
    while (!shadowRoot!.querySelector('iframe.ready')) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  await tab.waitForTimeout(1500);
  await context.close();
  return { bytes, usable };
}

/**
 * Visits the chat's page and, where it is installed, Web Chat, in turns and each time with an empty cache.
 *
 * @returns the medians; null where Chromium, or Web Chat, is not installed
 */
export async function visitChats(): Promise<{
  guide: Visit | null;
  webChat: Visit | null;
  /** The chat in a page of another site, from the click on the launcher. */
  embedded: Pick<Visit, 'bytes' | 'usable'> | null;
}> {
  const executablePath = findChromium();
  if (!executablePath) return { guide: null, webChat: null, embedded: null };
  const host = await startHost();
  const site = await startSite({ ALLOWED_ORIGINS: host.origin });
  host.bot = site.address;
  const bare = existsSync(WEB_CHAT) ? await serveWebChat(site.address) : null;
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

  async function visit(side: Side): Promise<Visit> {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const network = await context.newCDPSession(tab);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await tab.addInitScript(watch, side);
    await tab.goto(side.address);
    const noted = async (name: 'usable' | 'answered'): Promise<number> =>
      (await tab.waitForFunction((key) => (globalThis as never)[key] as number, name)).jsonValue();
    const usable = await noted('usable');
    // Somebody reads, and writes; meanwhile the page fetches what it needs for cards.
    await tab.waitForTimeout(1500);
    await tab.fill(side.box, QUESTION);
    await tab.press(side.box, 'Enter');
    const answered = await noted('answered');
    await context.close();
    return { bytes, usable, answered };
  }

  // Nobody is the first to ask after a start; and the best compression is made in its first seconds.
  const first = await browser.newPage();
  await first.goto(`${site.address}/chat`);
  await live(first);
  await sayAndWait(first, QUESTION);
  await first.waitForTimeout(4000);
  await first.close();
  const ours: Visit[] = [];
  const theirs: Visit[] = [];
  const elsewhere: Pick<Visit, 'bytes' | 'usable'>[] = [];
  await visitEmbedded(browser, host.origin);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(
      await visit({
        address: `${site.address}/chat`,
        box: '[data-ready] textarea',
        card: '[role="log"] article.card',
      }),
    );
    elsewhere.push(await visitEmbedded(browser, host.origin));
    if (bare) {
      const box = '.webchat__send-box-text-box__input, [data-testid="send box text area"]';
      theirs.push(await visit({ address: bare.address, box, card: '.ac-adaptiveCard' }));
    }
  }
  await browser.close();
  bare?.close();
  await site.close();
  await host.close();
  const middle = (visits: readonly Visit[]): Visit => ({
    bytes: median(visits.map(({ bytes }) => bytes)),
    usable: median(visits.map(({ usable }) => usable)),
    answered: median(visits.map(({ answered }) => answered)),
  });
  const embedded = {
    bytes: median(elsewhere.map(({ bytes }) => bytes)),
    usable: median(elsewhere.map(({ usable }) => usable)),
  };
  return { guide: middle(ours), webChat: bare && middle(theirs), embedded };
}
