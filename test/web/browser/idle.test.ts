import { expect } from 'chai';
import { live, newVisit, sayAndWait, setStage, stored, type Visit } from './visit.ts';

describe('a talk that is left alone', function () {
  this.timeout(60_000);
  const stage = setStage();
  let visit: Visit;
  beforeEach(async () => {
    visit = await newVisit(stage);
    await visit.page.clock.install();
    await visit.page.goto('/chat');
    await live(visit.page);
    await sayAndWait(visit.page, 'bowel cancer in Germany');
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('is gone after 30 minutes, although the page stays open', async () => {
    const { page } = visit;
    await page.clock.runFor('29:30');
    expect(await stored(page)).to.include('bowel');
    await page.clock.runFor('01:00');
    expect(await stored(page)).to.equal('{}{}');
    expect(await page.locator('.message').count()).to.equal(1);
    expect(await page.locator('[role="status"]').textContent()).to.include('away for 30 minutes');
  });

  it('is gone when the computer wakes from a long sleep', async () => {
    const { page } = visit;
    await page.clock.fastForward('45:00');
    expect(await stored(page)).to.equal('{}{}');
    expect(await page.locator('.message').count()).to.equal(1);
  });

  it('is gone when the visitor comes back from another page too late', async () => {
    const { page } = visit;
    await page.goto('/directory');
    await page.clock.fastForward('31:00');
    await page.goto('/chat');
    await live(page);
    expect(await page.locator('.message').count()).to.equal(1);
    expect(await stored(page)).to.equal('{}{}');
  });

  it('stays while somebody writes', async () => {
    const { page } = visit;
    await page.clock.runFor('20:00');
    await page.fill('#chat-text', 'hm');
    await page.clock.runFor('20:00');
    expect(await stored(page)).to.include('bowel');
  });
});
