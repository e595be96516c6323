import { expect } from 'chai';
import { live, newVisit, say, setStage } from './visit.ts';

describe('a talk in the browser, on a slow line', function () {
  this.timeout(60_000);
  const stage = setStage();

  it('says after 15 seconds that it takes too long, and throws a late answer away', async () => {
    const visit = await newVisit(stage);
    const { page } = visit;
    await page.clock.install();
    await page.goto('/chat');
    await live(page);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/chat', async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await say(page, 'bowel cancer in Germany');
    expect(await page.locator('[role="status"]').textContent()).to.match(/Looking for an answer/);
    await page.clock.runFor('00:14');
    expect(await page.locator('.failed').count()).to.equal(0);
    await page.clock.runFor('00:02');
    await page.locator('.failed').waitFor();
    expect(await page.locator('[role="status"]').textContent()).to.match(/takes too long/);
    release();
    await page.unroute('**/api/chat');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.locator('.message.bot').nth(1).waitFor();
    await page.waitForTimeout(100);
    expect(await page.locator('.message.bot').count()).to.equal(2);
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });
});
