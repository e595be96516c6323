import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { newVisit, setStage, type Visit } from './visit.ts';

const EVIL = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>';

describe('the chat without JavaScript', function () {
  this.timeout(60_000);
  const stage = setStage();
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await newVisit(stage, { javaScriptEnabled: false, reducedMotion: 'reduce' });
    page = visit.page;
    await page.goto('/chat');
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  async function send(text: string): Promise<void> {
    await page.fill('#chat-text', text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  it('answers with the page and the talk so far', async () => {
    await send('bowel cancer in Germany');
    expect(await page.locator('.message').count()).to.equal(3);
    expect(await page.locator('.card h3').count()).to.be.greaterThan(2);
    expect(await page.locator('.card a[target="_blank"][rel="noopener noreferrer"]').count()).to.be.greaterThan(2);
    expect(await page.locator('.card a[href^="tel:"]').count()).to.be.greaterThan(0);
    await send('and in Spain?');
    expect(await page.locator('.message').count()).to.equal(5);
    expect(await page.locator('.message.bot').last().textContent()).to.match(/bowel cancer – Spain/);
    expect(page.url()).to.equal(`${stage.site.address}/chat#newest`);
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('shows the newest question and the beginning of its answer', async () => {
    await send('bowel cancer in Germany');
    await send('and in Spain?');
    const box = (await page.locator('#newest').boundingBox())!;
    expect(box.y).to.be.within(-1, 200);
    expect(await page.locator('#newest').textContent()).to.include('and in Spain?');
  });

  it('has the first questions and the answers of the bot as buttons', async () => {
    await page.locator('.suggestions button').first().click();
    expect(await page.locator('.message.you').textContent()).to.include('Who helps with breast cancer in Spain?');
    await page.getByRole('button', { name: 'Another country' }).click();
    expect(await page.locator('.message.bot').last().textContent()).to.match(/Which country/);
  });

  for (const name of ['Start over', 'Delete my words']) {
    it(`forgets with "${name}"`, async () => {
      await send('bowel cancer in Germany');
      await page.getByRole('button', { name }).click();
      expect(await page.locator('.message.you').count()).to.equal(0);
      expect(await page.content()).not.to.match(/bowel/);
      expect(await page.locator('input[name="talk"]').count()).to.equal(0);
    });
  }

  it('does not say that a script deletes the words', async () => {
    expect(await page.locator('.note').textContent()).to.match(/stays in this page/);
    expect(await page.getByText('Shift and Enter').isVisible()).to.equal(false);
  });

  it('says that a message is too long', async () => {
    await send('a'.repeat(4001));
    expect(await page.locator('.problem').textContent()).to.match(/too long/);
  });

  it('shows the same page where the browser sends a form again', async () => {
    await send('bowel cancer in Germany');
    await send('and in Spain?');
    const before = await page.locator('.log').innerHTML();
    await page.reload();
    expect(await page.locator('.log').innerHTML()).to.equal(before);
  });

  it('shows what is injected as text, also after the next message', async () => {
    await send(`${EVIL} bowel cancer`);
    await send('and in Spain?');
    expect(await page.locator('.message.you').first().textContent()).to.include(EVIL);
    expect(await page.locator('.log :is(img, script)').count()).to.equal(0);
  });
});
