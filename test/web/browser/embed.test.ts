import { expect } from 'chai';
import { chatFrame, endWell, type HostVisit, launcher, sayInChat, setHostStage, visitHost } from './hostSite.ts';

describe('the chat in a site of somebody else, under a strict policy', function () {
  this.timeout(60_000);
  const stage = setHostStage();
  let visit: HostVisit;
  beforeEach(async () => {
    visit = await visitHost(stage);
  });
  afterEach(() => endWell(visit));

  it('opens, answers with cards that lead on, and stays open from page to page', async () => {
    const { page, chat } = visit;
    await launcher(page).click();
    await chatFrame(page);
    await sayInChat(visit, 'bowel cancer in Germany');
    const link = chat.getByRole('link', { name: /View website/ }).first();
    await page.context().route(/^https:/, (route) => route.abort());
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    expect(await opened.evaluate(() => globalThis.opener)).to.equal(null);
    await opened.close();
    await page.getByRole('link', { name: 'Second page' }).click();
    await page.waitForURL('**/second');
    await chatFrame(page);
    expect(await chat.locator('.message.you').textContent()).to.include('bowel cancer in Germany');
    expect(await page.evaluate(() => document.activeElement === document.body)).to.equal(true);
    await page.getByRole('button', { name: 'Close the chat' }).click();
    await page.reload();
    await launcher(page).click();
    await chatFrame(page);
    expect(await chat.locator('.message.you').count()).to.equal(1);
  });

  it('asks for nothing but its script before somebody comes near, and moves nothing', async () => {
    const { page, requests } = visit;
    await page.waitForTimeout(1500);
    expect(requests.map((url) => url.replace(stage.host.bot, 'bot')).sort()).to.deep.equal([
      'bot/embed.js',
      `${stage.host.origin}/`,
      `${stage.host.origin}/page.css`,
    ]);
    const shift = await page.evaluate(
      () =>
        new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    expect(shift).to.equal(0);
    await launcher(page).hover();
    await page.locator('support-chat iframe').waitFor({ state: 'attached' });
    expect(await page.locator('support-chat section').isVisible()).to.equal(false);
  });

  it('keeps nothing of the talk in the storage of the site', async () => {
    const { page } = visit;
    await launcher(page).click();
    await chatFrame(page);
    await sayInChat(visit, 'bowel cancer in Germany');
    expect(
      await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])),
    ).to.equal('[{"support-chat":"open"},{},""]');
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('begins anew for the next person', async () => {
    await launcher(visit.page).click();
    await chatFrame(visit.page);
    await sayInChat(visit, 'bowel cancer in Germany');
    const next = await visitHost(stage, '/', { context: visit.page.context() });
    expect(await next.page.locator('support-chat section').isVisible()).to.equal(false);
    await launcher(next.page).click();
    await chatFrame(next.page);
    expect(await next.chat.locator('.message').count()).to.equal(1);
    expect(next.faults).to.deep.equal([]);
  });

  it('keeps two talks in two tabs apart', async () => {
    const other = await visitHost(stage, '/second', { context: visit.page.context() });
    for (const [each, text] of [
      [visit, 'bowel cancer in Germany'],
      [other, 'lymphoma in Spain'],
    ] as const) {
      await launcher(each.page).click();
      await chatFrame(each.page);
      await sayInChat(each, text);
    }
    for (const [each, text] of [
      [visit, 'bowel cancer in Germany'],
      [other, 'lymphoma in Spain'],
    ] as const) {
      await each.page.reload();
      await chatFrame(each.page);
      expect(await each.chat.locator('.message.you').allTextContents()).to.have.length(1);
      expect(await each.chat.locator('.message.you').textContent()).to.include(text);
    }
    expect(other.faults).to.deep.equal([]);
  });

  it('is there once, however often its line stands in the page', async () => {
    stage.host.set('/ten', { lines: 10 });
    const { page } = visit;
    await page.goto('/ten');
    await page.locator('support-chat').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('support-chat').count()).to.equal(1);
    expect(await launcher(page).count()).to.equal(1);
    await page.locator('#question').click();
    await chatFrame(page);
    await visit.chat.locator('.card').first().waitFor();
    expect(await visit.chat.locator('.message.you').count()).to.equal(1);
    expect(await page.locator('support-chat iframe').count()).to.equal(1);
  });
});
