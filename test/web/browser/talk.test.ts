import { expect } from 'chai';
import { guide } from '../../conversation.ts';
import { expectAccessible, live, openChat, say, sayAndWait, setStage, stored, type Visit } from './visit.ts';

describe('a talk in the browser', function () {
  this.timeout(60_000);
  const stage = setStage();
  let visit: Visit;
  beforeEach(async () => {
    visit = await openChat(stage);
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('says before the first message what it is, whom to call, and what becomes of the words', async () => {
    const chat = visit.page.locator('.chat');
    const text = await chat.textContent();
    expect(text).to.match(/Automated assistant, not a person/);
    expect(text).to.match(/gone when you close the tab, or after 30 minutes/);
    expect(await chat.locator('.always a[href="tel:112"]').isVisible()).to.equal(true);
    await expectAccessible(visit.page);
  });

  it('answers with cards whose links are those of the directory, without a new page', async () => {
    const { page } = visit;
    await page.evaluate(() => Object.assign(globalThis, { samePage: true }));
    await sayAndWait(page, 'my mum has bowel cancer, who can help us in Germany?');
    const links = await page.locator('.card a[target="_blank"]').evaluateAll((all) =>
      all.map((link) => ({
        href: (link as HTMLAnchorElement).href,
        rel: (link as HTMLAnchorElement).rel,
        text: link.textContent,
      })),
    );
    const known = new Set(
      guide.directory.organisations.flatMap(({ url, links }) => [url, ...Object.values(links)].filter(Boolean)),
    );
    expect(links).to.have.length.greaterThan(2);
    for (const { href, rel, text } of links) {
      expect(known.has(href) || known.has(href.replace(/\/$/, '')), href).to.equal(true);
      expect(rel).to.equal('noopener noreferrer');
      expect(text).to.match(/opens in a new tab/);
    }
    expect(await page.evaluate(() => 'samePage' in globalThis)).to.equal(true);
    expect(await page.locator('.card a[href^="tel:"]').count()).to.be.greaterThan(0);
    await expectAccessible(page);
  });

  it('lets the style sheet alone say how a card looks', async () => {
    await sayAndWait(visit.page, 'breast cancer in Spain');
    expect(await visit.page.locator('.card').count()).to.be.greaterThan(0);
    expect(await visit.page.locator('.chat [style]').count()).to.equal(0);
  });

  it('shows the first questions as buttons of 44 pixels, and says what is pressed', async () => {
    const { page } = visit;
    const buttons = page.locator('.suggestions button');
    expect(await buttons.count()).to.equal(3);
    for (const button of await page.locator('.chat button:visible').all()) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).to.be.at.least(44);
    }
    await buttons.first().click();
    await page.locator('.message.bot').nth(1).waitFor();
    expect(await page.locator('.message.you').textContent()).to.include('breast cancer in Spain');
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('chat-text');
  });

  it('keeps every word out of the address, the history and the title', async () => {
    const { page } = visit;
    const before = await page.evaluate(() => history.length);
    await sayAndWait(page, 'lymphoma in Portugal');
    expect(page.url()).to.equal(`${stage.site.address}/chat`);
    expect(await page.evaluate(() => [history.length, JSON.stringify(history.state)])).to.deep.equal([before, 'null']);
    expect(await page.title()).not.to.match(/lymphoma/);
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('is there again after a reload and after another page, cards and all', async () => {
    const { page } = visit;
    await sayAndWait(page, 'bowel cancer in Germany');
    const text = await page.locator('[role="log"]').textContent();
    await page.fill('#chat-text', 'and what about');
    await page.reload();
    await live(page);
    await page.locator('.card').first().waitFor();
    expect(await page.locator('[role="log"]').textContent()).to.equal(text);
    expect(await page.inputValue('#chat-text')).to.equal('and what about');
    await page.goto('/directory');
    await page.goto('/chat');
    await live(page);
    await page.locator('.card').first().waitFor();
    expect(await page.locator('[role="log"]').textContent()).to.equal(text);
    await sayAndWait(page, 'and in Ireland?');
    expect(await page.locator('.message.bot').last().textContent()).to.match(/bowel cancer – Ireland/);
  });

  it('is there when the visitor goes back to it, and not where it was deleted since', async () => {
    const { page } = visit;
    await sayAndWait(page, 'bowel cancer in Germany');
    await page.getByRole('link', { name: 'Directory' }).first().click();
    await page.waitForURL('**/directory');
    await page.goBack();
    await live(page);
    await page.locator('.card').first().waitFor();
    await page.getByRole('link', { name: 'Directory' }).first().click();
    await page.waitForURL('**/directory');
    await page.goto('/chat');
    await live(page);
    await page.getByRole('button', { name: 'Delete my words' }).click();
    await page.goBack();
    await page.goBack();
    await live(page);
    expect(page.url()).to.equal(`${stage.site.address}/chat`);
    expect(await page.locator('.message').count()).to.equal(1);
    expect(await page.locator('body').textContent()).not.to.match(/bowel/);
  });

  it('keeps what was written before the script was there', async () => {
    const { page } = visit;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/chat.*.js', async (route) => {
      await held;
      await route.continue();
    });
    // A cached script would come at once.
    await page
      .context()
      .newCDPSession(page)
      .then((session) => session.send('Network.setCacheDisabled', { cacheDisabled: true }));
    await page.goto('/chat', { waitUntil: 'commit' });
    await page.fill('#chat-text', 'bowel can');
    release();
    await live(page);
    expect(await page.inputValue('#chat-text')).to.equal('bowel can');
  });

  it('knows nothing of the talk in another tab', async () => {
    const { page } = visit;
    await sayAndWait(page, 'bowel cancer in Germany');
    const other = await page.context().newPage();
    await other.goto('/chat');
    await live(other);
    expect(await other.locator('.message').count()).to.equal(1);
    await sayAndWait(other, 'only those with a phone line');
    expect(await other.locator('.message.bot').last().textContent()).not.to.match(/bowel/);
    await sayAndWait(page, 'and in Spain?');
    expect(await page.locator('.message.bot').last().textContent()).to.match(/bowel cancer – Spain/);
  });

  for (const [name, expected] of [
    ['Delete my words', 'Your words are deleted'],
    ['Start over', 'We start anew'],
  ] as const) {
    it(`forgets everything at once with "${name}", even without a line`, async () => {
      const { page } = visit;
      await sayAndWait(page, 'bowel cancer in Germany');
      await page.fill('#chat-text', 'secret draft');
      await page.context().setOffline(true);
      const button = page.getByRole('button', { name });
      await button.click();
      expect(await stored(page)).to.equal('{}{}');
      expect(await page.locator('.message').count()).to.equal(1);
      expect(await page.inputValue('#chat-text')).to.equal('');
      expect(await page.locator('[role="status"]').textContent()).to.include(expected);
      expect(await page.content()).not.to.match(/bowel|secret/);
      expect(await button.evaluate((it) => it === document.activeElement)).to.equal(true);
      expect(await page.locator('.suggestions button').count()).to.equal(3);
      await page.context().setOffline(false);
      await page.reload();
      await live(page);
      expect(await page.locator('.message').count()).to.equal(1);
    });
  }

  for (const [wish, answer] of [
    ['delete my words', 'What you told me is deleted'],
    ['start over', 'I have forgotten what you told me'],
  ] as const) {
    it(`forgets everything when it is told "${wish}"`, async () => {
      const { page } = visit;
      await sayAndWait(page, 'bowel cancer in Germany');
      await say(page, wish);
      await page.getByText(answer).waitFor();
      expect(await page.locator('.message').count()).to.equal(2);
      expect(await stored(page)).not.to.match(/bowel|delete my words|start over/i);
    });
  }

  it('says nothing after words were deleted while they were under way', async () => {
    const { page } = visit;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/chat', async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await say(page, 'bowel cancer in Germany');
    await page.getByRole('button', { name: 'Delete my words' }).click();
    release();
    await page.waitForTimeout(300);
    expect(await page.locator('.message').count()).to.equal(1);
    expect(await stored(page)).to.equal('{}{}');
  });
});
