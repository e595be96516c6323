import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { chatFrame, endWell, type HostVisit, launcher, sayInChat, setHostStage, visitHost } from './hostSite.ts';
import { findWithAxe, look } from './visit.ts';

/** What has the focus: in the page, in the launcher's shadow, or in the chat. */
async function focused(page: Page): Promise<string> {
  const name = await page.evaluate(() => {
    const outer = document.activeElement;
    const it = outer?.shadowRoot?.activeElement ?? outer;
    return it?.id || it?.getAttribute('aria-label') || it?.tagName || '';
  });
  const frame = page.frames()[1];
  if (name !== 'IFRAME' || !frame) return name;
  return frame.evaluate(() => `chat: ${document.activeElement?.id || (document.activeElement?.textContent ?? '')}`);
}

async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const way: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    way.push(await focused(page));
    if (wanted.test(way.at(-1)!)) return;
  }
  throw new Error(`no way to ${wanted}: ${way.join(' | ')}`);
}

async function untilFocused(page: Page, wanted: string): Promise<void> {
  for (let look = 0; look < 100 && (await focused(page)) !== wanted; look += 1) await page.waitForTimeout(20);
  expect(await focused(page)).to.equal(wanted);
}

describe('the chat in another site, by keyboard and by ear', function () {
  this.timeout(60_000);
  const stage = setHostStage();
  let visit: HostVisit;
  afterEach(() => endWell(visit));

  it('is a way from the page to an organisation’s site and back, without a mouse', async () => {
    visit = await visitHost(stage, '/', { viewport: { width: 1280, height: 800 } });
    const { page, chat } = visit;
    await tabTo(page, /^BUTTON$/);
    expect(await launcher(page).getAttribute('aria-expanded')).to.equal('false');
    await page.keyboard.press('Enter');
    await chatFrame(page);
    await untilFocused(page, 'chat: chat-text');
    await page.keyboard.type('bowel cancer in Germany');
    await page.keyboard.press('Enter');
    await chat.locator('.card').first().waitFor();
    await tabTo(page, /^chat: View website/, 'Shift+Tab');
    await page.context().route(/^https:/, (route) => route.fulfill({ body: 'An organisation' }));
    const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
    await opened.close();
    expect(await focused(page)).to.match(/^chat: View website/);
    await page.keyboard.press('Escape');
    expect(await focused(page)).to.equal('BUTTON');
    expect(await page.locator('support-chat section').isVisible()).to.equal(false);
  });

  it('gives the focus back to the button or link of the page that opened it', async () => {
    visit = await visitHost(stage);
    const { page, chat } = visit;
    await page.locator('#way').focus();
    await page.keyboard.press('Enter');
    await untilFocused(page, 'chat: chat-text');
    expect(page.url()).to.equal(`${stage.host.origin}/`);
    await page.keyboard.press('Escape');
    await untilFocused(page, 'way');
    await page.locator('#question').click();
    await chat.locator('.card').first().waitFor();
    expect(await chat.locator('.message.you').textContent()).to.include('bowel cancer in Germany');
    await page.getByRole('button', { name: 'Close the chat' }).focus();
    await page.keyboard.press('Escape');
    await untilFocused(page, 'question');
  });

  it('leaves the rest of the page as it was: it scrolls, and the focus goes there and comes back', async () => {
    visit = await visitHost(stage, '/', { viewport: { width: 1280, height: 800 } });
    const { page } = visit;
    await launcher(page).click();
    await untilFocused(page, 'chat: chat-text');
    await page.locator('#last').focus();
    expect(await page.locator('support-chat section').isVisible()).to.equal(true);
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.match(/^Close the chat|SECTION$/);
    await page.evaluate(() => scrollTo(0, 500));
    expect(await page.evaluate(() => scrollY)).to.equal(500);
  });

  it('closes a sheet that fills the window when the focus leaves it', async () => {
    visit = await visitHost(stage, '/', { viewport: { width: 390, height: 844 } });
    const { page } = visit;
    await launcher(page).click();
    await untilFocused(page, 'chat: chat-text');
    const box = await page.locator('support-chat section').boundingBox();
    expect(box).to.deep.equal({ x: 0, y: 0, width: 390, height: 844 });
    await page.locator('#last').focus();
    expect(await page.locator('support-chat section').isVisible()).to.equal(false);
    expect(await focused(page)).to.equal('last');
  });

  for (const width of [390, 1280])
    it(`has nothing for axe to find at ${width} pixels, closed and open, in the page and in the chat`, async () => {
      visit = await visitHost(stage, '/', { viewport: { width, height: 800 } });
      const { page } = visit;
      expect(await look(page)).to.deep.equal({ violations: [], incomplete: [] });
      await launcher(page).click();
      const frame = await chatFrame(page);
      await sayInChat(visit, 'bowel cancer in Germany');
      await page.waitForTimeout(300);
      expect((await look(page)).violations).to.deep.equal([]);
      expect((await findWithAxe(frame)).violations).to.deep.equal([]);
      expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
    });

  it('never covers what cannot be scrolled free, whatever its name is', async () => {
    stage.host.set('/long', { attributes: `data-title="${'A long name for the chat '.repeat(3)}"` });
    for (const path of ['/', '/long']) {
      visit = await visitHost(stage, path, { viewport: { width: 320, height: 500 } });
      const { page } = visit;
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const [end, top] = await page.evaluate(() => [
        document.querySelector('footer')!.getBoundingClientRect().bottom,
        document.querySelector('support-chat')!.shadowRoot!.querySelector('button')!.getBoundingClientRect().top,
      ]);
      expect(end).to.be.at.most(top!);
      // Nor is a link behind it when it gets the focus.
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator('#last').focus();
      const link = (await page.locator('#last').boundingBox())!;
      expect(link.y + link.height).to.be.at.most(top!);
      if (path === '/') await endWell(visit);
    }
  });

  it('moves nothing where less motion is wished for, and loses nothing at 400 % zoom', async () => {
    visit = await visitHost(stage, '/', { reducedMotion: 'reduce', viewport: { width: 320, height: 200 } });
    const { page } = visit;
    const motion = await page
      .locator('support-chat section')
      .evaluate((sheet) => getComputedStyle(sheet).transitionDuration);
    expect(motion).to.equal('0s');
    await launcher(page).click();
    const frame = await chatFrame(page);
    expect(await frame.locator('.writing').evaluate((bar) => getComputedStyle(bar).position)).to.equal('static');
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
  });
});
