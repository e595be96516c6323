import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { live, openChat, say, sayAndWait, setStage, type Visit } from './visit.ts';

/** Listens as a screen reader does: to what is added to a live region, unless a part of it is off. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const isLive = (node: Node): boolean => {
      const place = node instanceof Element ? node : node.parentElement;
      const region = place?.closest('[aria-live], [role="status"], [role="alert"], [role="log"]');
      return !!region && region.getAttribute('aria-live') !== 'off';
    };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (isLive(node) && node.textContent) heard.push(node.textContent);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? ''));

/** Presses a key until something has the focus; gives back what had it on the way. */
async function tabTo(page: Page, wanted: string | RegExp, key = 'Tab'): Promise<string[]> {
  const way: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    way.push(now);
    if (typeof wanted === 'string' ? now === wanted : wanted.test(now)) return way;
  }
  throw new Error(`no way to ${wanted}: ${way.join(' | ')}`);
}

describe('a talk by keyboard and by ear', function () {
  this.timeout(60_000);
  const stage = setStage();
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await openChat(stage, { viewport: { width: 900, height: 800 } });
    page = visit.page;
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('goes from the first key to a link of a card, with the focus where it belongs', async () => {
    await listen(page);
    await tabTo(page, 'chat-text');
    await page.keyboard.type('bowel cancer');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('in Germany');
    expect(await page.inputValue('#chat-text')).to.equal('bowel cancer\nin Germany');
    await page.keyboard.press('Escape');
    expect(await page.inputValue('#chat-text')).to.equal('bowel cancer\nin Germany');
    await page.keyboard.press('Enter');
    expect(await focused(page)).to.equal('chat-text');
    expect(await page.inputValue('#chat-text')).to.equal('');
    await page.locator('.message.bot').nth(1).waitFor();
    expect(await focused(page)).to.equal('chat-text');

    await tabTo(page, /View website/, 'Shift+Tab');
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      (async () => {
        await page.context().route(/^https:/, (route) => route.abort());
        await page.keyboard.press('Enter');
      })(),
    ]);
    expect(await opened.evaluate(() => globalThis.opener)).to.equal(null);
    await opened.close();
  });

  it('says what a button says, and puts the focus back into the box', async () => {
    await tabTo(page, 'chat-text');
    await tabTo(page, 'I want to talk to others with lymphoma', 'Shift+Tab');
    await page.keyboard.press('Space');
    await page.locator('.message.bot').nth(1).waitFor();
    expect(await focused(page)).to.equal('chat-text');
    const way = await tabTo(page, 'Delete my words');
    expect(way).to.deep.equal(['Send', '112', 'Start over', 'Delete my words']);
    await page.keyboard.press('Enter');
    expect(await focused(page)).to.equal('Delete my words');
    expect(await page.locator('.message').count()).to.equal(1);
  });

  it('never hides what has the focus behind the box', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await sayAndWait(page, 'bowel cancer in Germany');
    const links = await page.locator('.card a').count();
    for (let step = 0; step < links + 4; step++) {
      await page.keyboard.press('Shift+Tab');
      const [bottom, top, inside, outline] = await page.evaluate(() => {
        const it = document.activeElement!;
        const bar = document.querySelector('.writing')!;
        const { outlineStyle, outlineWidth } = getComputedStyle(it);
        return [
          it.getBoundingClientRect().bottom,
          bar.getBoundingClientRect().top,
          bar.contains(it),
          outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        ] as const;
      });
      if (!inside) expect(bottom).to.be.at.most(top);
      expect(outline).to.equal(true);
    }
  });

  it('reads each answer out once, cards in their order, and nothing of the visitor’s own', async () => {
    await listen(page);
    await sayAndWait(page, 'bowel cancer in Germany');
    const messages = (await heard(page)).filter((text) => !/^Looking for/.test(text));
    expect(messages).to.have.length(1);
    const order = ['Here is who can help', 'Krebsinformationsdienst', 'Phone: ', 'View website', 'Deutsche Krebshilfe'];
    const places = order.map((words) => messages[0]!.indexOf(words));
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).to.be.at.least(0);
    expect(messages[0]).to.match(/opens in a new tab/);
  });

  it('reads out why a message was not sent, once', async () => {
    await listen(page);
    await page.context().setOffline(true);
    await say(page, 'bowel cancer in Germany');
    await page.locator('.failed').waitFor();
    expect((await heard(page)).filter((text) => !/^Looking for/.test(text))).to.deep.equal([
      'Your message was not sent: you seem to be offline. Send it again when you are back.',
    ]);
    await tabTo(page, 'Send again', 'Shift+Tab');
    await page.context().setOffline(false);
    await page.keyboard.press('Enter');
    await page.locator('.message.bot').nth(1).waitFor();
    expect(await focused(page)).to.equal('chat-text');
  });

  it('reads nothing out again after a reload, and takes no focus', async () => {
    await sayAndWait(page, 'bowel cancer in Germany');
    await page.addInitScript(() => {
      const heardEarly: string[] = [];
      Object.assign(globalThis, { heardEarly });
      document.addEventListener('DOMContentLoaded', () => {
        new MutationObserver((changes) => {
          for (const { target, addedNodes } of changes)
            for (const node of addedNodes)
              if ((target as Element).closest?.('[role="log"]')?.getAttribute('aria-live') !== 'off')
                if ((target as Element).closest?.('[role="log"]')) heardEarly.push(node.textContent ?? '');
        }).observe(document.body, { childList: true, subtree: true });
      });
    });
    await page.reload();
    await live(page);
    await page.locator('.card').first().waitFor();
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => (globalThis as unknown as { heardEarly: string[] }).heardEarly)).to.deep.equal([]);
    expect(await page.evaluate(() => document.activeElement === document.body)).to.equal(true);
    await page.waitForTimeout(600);
    expect(await page.getAttribute('[role="log"]', 'aria-live')).to.equal('polite');
  });

  it('reads the answer to "delete my words" out', async () => {
    await sayAndWait(page, 'bowel cancer in Germany');
    await listen(page);
    await say(page, 'delete my words');
    await page.getByText('What you told me is deleted').waitFor();
    expect((await heard(page)).filter((text) => /What you told me is deleted/.test(text))).to.have.length(1);
  });

  it('has its landmarks, headings and names', async () => {
    await sayAndWait(page, 'bowel cancer in Germany');
    expect(await page.getByRole('main').count()).to.equal(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).to.equal(1);
    expect(await page.getByRole('heading', { level: 2, name: 'Your talk' }).count()).to.equal(1);
    expect(await page.getByRole('heading', { level: 3 }).count()).to.equal(await page.locator('.card').count());
    expect(await page.getByRole('log', { name: 'Your talk' }).count()).to.equal(1);
    expect(await page.getByRole('textbox', { name: 'Your message' }).count()).to.equal(1);
    expect(await page.getByRole('region', { name: 'Ask in your own words' }).count()).to.equal(1);
  });
});
