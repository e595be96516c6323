import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { expectAccessible, live, newVisit, openChat, say, sayAndWait, setStage, stored, type Visit } from './visit.ts';

const QUESTION = 'bowel cancer in Germany';

const refuse =
  (status: number, body: object | string) =>
  (route: Route): Promise<void> =>
    route.fulfill({
      status,
      contentType: typeof body === 'string' ? 'text/html' : 'application/json',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

describe('a talk in the browser, when things go wrong', function () {
  this.timeout(60_000);
  const stage = setStage();
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await openChat(stage);
    page = visit.page;
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  /** The message stands there, marked; the focus stays in the box; nothing was answered. */
  async function expectNotSent(reason: RegExp): Promise<void> {
    await page.locator('.message.you .failed').waitFor();
    expect(await page.locator('.message.you').textContent()).to.include(QUESTION);
    expect(await page.locator('.message.you').textContent()).to.include('Not sent');
    expect(await page.locator('[role="status"]').textContent()).to.match(reason);
    expect(await page.locator('.message.bot').count()).to.equal(1);
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('chat-text');
  }

  /** Sent again it is answered once, under the same id and with the same token. */
  async function expectAnsweredOnce(): Promise<void> {
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.locator('.message.bot').nth(1).waitFor();
    await page.waitForTimeout(100);
    expect(await page.locator('.message.bot').count()).to.equal(2);
    expect(await page.locator('.message.you').count()).to.equal(1);
    expect(await page.locator('.failed').count()).to.equal(0);
    expect(await page.locator('[role="status"]').textContent()).to.equal('');
    expect(new Set(visit.sent.map(({ activity }) => activity.id)).size).to.equal(1);
    expect(new Set(visit.sent.map(({ token }) => token)).size).to.equal(1);
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('chat-text');
  }

  it('keeps a message when the line is lost', async () => {
    await page.context().setOffline(true);
    await say(page, QUESTION);
    await expectNotSent(/you seem to be offline/);
    await expectAccessible(page);
    await page.context().setOffline(false);
    await expectAnsweredOnce();
  });

  it('keeps a message when the server is down, and goes on when it is back', async () => {
    await stage.site.stop();
    await say(page, QUESTION);
    await expectNotSent(/cannot reach the assistant/);
    await stage.site.start();
    await expectAnsweredOnce();
  });

  it('goes on with the same talk after the server was killed and started again', async () => {
    await sayAndWait(page, QUESTION);
    await stage.site.stop();
    await stage.site.start();
    await sayAndWait(page, 'and in Spain?');
    expect(await page.locator('.message.bot').last().textContent()).to.match(/bowel cancer – Spain/);
  });

  it('answers once when the answer was lost on its way back', async () => {
    await page.route('**/api/chat', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await say(page, QUESTION);
    await expectNotSent(/cannot reach the assistant/);
    await page.unroute('**/api/chat');
    await expectAnsweredOnce();
  });

  const refusals: [string, (route: Route) => Promise<void>, RegExp][] = [
    ['too many messages', refuse(429, { code: 'too-many', error: 'x' }), /wait a minute/],
    ['a server that restarts behind a proxy', refuse(502, '<h1>Bad Gateway</h1>'), /cannot reach the assistant/],
    ['an answer that failed', refuse(503, { code: 'failed', error: 'x' }), /cannot reach the assistant/],
    ['a refusal', refuse(400, { code: 'bad-request', error: 'x' }), /could not read it/],
    ['a page of somebody else in place of the answer', refuse(200, '<p>Log in to the Wi-Fi</p>'), /cannot reach/],
    ['a message that the server finds too long', refuse(413, { code: 'too-long', error: 'x' }), /too long/],
    ['a token that stays refused', refuse(410, { code: 'expired', error: 'x' }), /could not read it/],
  ];
  for (const [what, answer, reason] of refusals) {
    it(`keeps a message after ${what}`, async () => {
      await page.route('**/api/chat', answer);
      await say(page, QUESTION);
      await expectNotSent(reason);
      await page.unroute('**/api/chat');
      await expectAnsweredOnce();
    });
  }

  it('starts anew with the words kept when the talk is too old, and says so once', async () => {
    await sayAndWait(page, QUESTION);
    await page.evaluate(() => {
      const talk = JSON.parse(sessionStorage.getItem('talk')!);
      sessionStorage.setItem('talk', JSON.stringify({ ...talk, token: 'x.y.z' }));
    });
    await page.reload();
    await live(page);
    await page.locator('.card').first().waitFor();
    await sayAndWait(page, 'lymphoma in Spain');
    expect(await page.locator('.message.note').count()).to.equal(1);
    expect(await page.locator('.message.note').textContent()).to.match(/could not be opened again/);
    expect(await page.locator('.message.you').allTextContents()).to.have.length(2);
    expect(await page.locator('.message.bot').last().textContent()).to.match(/lymphoma – Spain/i);
    const [, refused, anew] = visit.sent;
    expect(anew!.activity).to.deep.equal(refused!.activity);
    expect([refused!.token, anew!.token]).to.deep.equal(['x.y.z', null]);
  });

  it('says in its own words that a talk has expired', async () => {
    let first = true;
    await page.route('**/api/chat', (route) => {
      if (!first) return route.continue();
      first = false;
      return refuse(410, { code: 'expired', error: 'x' })(route);
    });
    await sayAndWait(page, QUESTION);
    expect(await page.locator('.message.note').textContent()).to.match(/too old, so this is a new one/);
  });

  it('says before sending that a message is too long, and keeps it', async () => {
    await page.fill('#chat-text', 'a'.repeat(4001));
    expect(await page.locator('[role="status"]').textContent()).to.match(/too long: at most 4,000/);
    expect(await page.getAttribute('#chat-text', 'aria-invalid')).to.equal('true');
    await expectAccessible(page);
    await page.press('#chat-text', 'Enter');
    expect((await page.inputValue('#chat-text')).length).to.equal(4001);
    expect(await page.locator('.message.you').count()).to.equal(0);
    await page.fill('#chat-text', 'a'.repeat(4000));
    expect(await page.locator('[role="status"]').textContent()).to.equal('');
    expect(await page.getAttribute('#chat-text', 'aria-invalid')).to.equal(null);
  });

  it('says that there is nothing to send', async () => {
    await say(page, '  \n ');
    expect(await page.locator('[role="status"]').textContent()).to.match(/write something first/);
    expect(visit.sent).to.have.length(0);
  });

  it('marks a message as not sent that was under way when the page was left', async () => {
    await page.route('**/api/chat', () => {});
    await say(page, QUESTION);
    expect(await stored(page)).to.include(QUESTION);
    await page.reload();
    await live(page);
    await page.locator('.failed').waitFor();
    await page.unroute('**/api/chat');
    await expectAnsweredOnce();
  });

  it('sends what was written meanwhile in its order, one after the other', async () => {
    let under = 0;
    let most = 0;
    await page.route('**/api/chat', async (route) => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 200));
      under -= 1;
      await route.continue();
    });
    await say(page, QUESTION);
    await say(page, 'and in Spain?');
    await page.locator('.message.bot').nth(2).waitFor();
    expect(most).to.equal(1);
    expect(await page.locator('.message.bot').last().textContent()).to.match(/bowel cancer – Spain/);
    expect(visit.sent[1]!.token).to.be.a('string');
  });

  it('shows a card as plain text with its links when the library does not come', async () => {
    await visit.close();
    visit = await newVisit(stage);
    page = visit.page;
    await page.route('**/adaptivecards*', (route) => route.abort());
    await page.goto('/chat');
    await live(page);
    await sayAndWait(page, QUESTION);
    expect(await page.locator('.card h3').count()).to.be.greaterThan(2);
    expect(await page.locator('.card a[target="_blank"]').count()).to.be.greaterThan(2);
    await expectAccessible(page);
  });

  it('talks where the browser forbids to keep anything', async () => {
    await visit.close();
    visit = await newVisit(stage);
    page = visit.page;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'sessionStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    await page.goto('/chat');
    await live(page);
    await sayAndWait(page, QUESTION);
    await sayAndWait(page, 'and in Spain?');
    expect(await page.locator('.message.bot').last().textContent()).to.match(/bowel cancer – Spain/);
  });
});
