import { expect } from 'chai';
import { expectAccessible, live, newVisit, setStage } from './visit.ts';

describe('the look of the chat', function () {
  this.timeout(60_000);
  const stage = setStage();

  const modes = { light: {}, dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' } } as const;
  for (const [mode, options] of Object.entries(modes))
    for (const width of mode === 'light' ? [320, 390, 768, 1280] : [320])
      it(`is open to everybody at ${width} pixels, in ${mode}, before and within a served talk`, async () => {
        // The page is made as without a script; axe itself needs one.
        const visit = await newVisit(stage, { ...options, viewport: { width, height: 800 } });
        await visit.page.route('**/chat.*.js', (route) => route.abort());
        await visit.page.goto('/chat');
        await expectAccessible(visit.page);
        await visit.page.fill('#chat-text', 'bowel cancer in Germany');
        await visit.page.getByRole('button', { name: 'Send', exact: true }).click();
        await visit.page.locator('.card').first().waitFor();
        await expectAccessible(visit.page);
        expect(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
        await visit.close();
      });

  for (const [mode, options] of Object.entries(modes))
    it(`is open to everybody as a live talk, in ${mode}, with an answer, a message not sent, and one too long`, async () => {
      const visit = await newVisit(stage, { ...options, viewport: { width: 320, height: 640 } });
      const { page } = visit;
      await page.goto('/chat');
      await live(page);
      await expectAccessible(page);
      await page.fill('#chat-text', 'bowel cancer in Germany');
      await page.press('#chat-text', 'Enter');
      await page.locator('.card').first().waitFor();
      await expectAccessible(page);
      await page.context().setOffline(true);
      await page.fill('#chat-text', `${'long'.repeat(40)} and in Spain?`);
      await page.press('#chat-text', 'Enter');
      await page.locator('.failed').waitFor();
      await page.fill('#chat-text', 'a'.repeat(4001));
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
      await visit.close();
    });

  it('loses nothing at 400 % zoom: the box does not cover the words', async () => {
    const visit = await newVisit(stage, { viewport: { width: 320, height: 256 } });
    await visit.page.goto('/chat');
    await live(visit.page);
    expect(await visit.page.locator('.writing').evaluate((bar) => getComputedStyle(bar).position)).to.equal('static');
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
    await visit.close();
  });
});
