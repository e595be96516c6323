import { expect } from 'chai';
import { chatFrame, endWell, launcher, sayInChat, setHostStage, startHost, visitHost } from './hostSite.ts';

describe('a site that shows the chat', function () {
  this.timeout(60_000);
  const stage = setHostStage();

  it('is refused where the bot does not name it: no launcher, and no frame', async () => {
    const stranger = await startHost();
    stranger.bot = stage.host.bot;
    stranger.set('/framed', { end: `<iframe src="${stage.host.bot}/embed/en" title="x"></iframe>` });
    const visit = await visitHost(stage);
    const { page, faults } = visit;
    for (const path of ['/', '/framed']) {
      await page.goto(stranger.origin + path);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('support-chat').count()).to.equal(0);
    }
    expect(faults.filter((fault) => fault.includes('see ALLOWED_ORIGINS'))).to.have.length(2);
    expect(faults.filter((fault) => /frame-ancestors/.test(fault))).to.have.length(1);
    expect(await page.frames()[1]!.evaluate(() => document.body?.textContent ?? '')).not.to.include('assistant');
    await visit.close();
    await stranger.close();
  });

  it('has the chat without memory where frames may store nothing, and the chat says so', async () => {
    const visit = await visitHost(stage, '/', { frames: 'blocked' });
    const { page, chat } = visit;
    await launcher(page).click();
    const frame = await chatFrame(page);
    const blocked = await frame.evaluate(() => {
      try {
        return sessionStorage.length < 0;
      } catch {
        return true;
      }
    });
    expect(blocked).to.equal(true);
    expect(await chat.locator('.note').first().textContent()).to.include('lets this chat keep nothing');
    await sayInChat(visit, 'bowel cancer in Germany');
    await page.getByRole('button', { name: 'Close the chat' }).click();
    await launcher(page).click();
    expect(await chat.locator('.message.you').count()).to.equal(1);
    await page.getByRole('link', { name: 'Second page' }).click();
    await page.waitForURL('**/second');
    await chatFrame(page);
    expect(await chat.locator('.message').count()).to.equal(1);
    await endWell(visit);
  });

  it('offers a tab of its own where the page’s policy forbids the frame', async () => {
    const policy = `default-src 'none'; script-src ${stage.host.bot}; style-src 'self'`;
    stage.host.set('/strict', { policy });
    const visit = await visitHost(stage, '/strict');
    const { page, faults } = visit;
    await launcher(page).click();
    await page.getByRole('link', { name: 'Open it in a new tab' }).waitFor({ timeout: 15_000 });
    expect(await page.getByRole('link', { name: 'Open it in a new tab' }).getAttribute('href')).to.equal(
      `${stage.host.bot}/en/chat`,
    );
    expect(faults.filter((fault) => !/frame-src|target origin/.test(fault))).to.deep.equal([]);
    await visit.close();
  });

  it('has its talk forgotten in time, although the chat was closed and other pages came', async () => {
    const visit = await visitHost(stage);
    const { page } = visit;
    await launcher(page).click();
    await chatFrame(page);
    await sayInChat(visit, 'bowel cancer in Germany');
    await page.getByRole('button', { name: 'Close the chat' }).click();
    await page.clock.install();
    await page.goto(`${stage.host.origin}/second`);
    await page.locator('support-chat').waitFor({ state: 'attached' });
    await page.clock.runFor('29:00');
    expect(await page.locator('support-chat iframe').count()).to.equal(0);
    await page.clock.runFor('02:00');
    const frame = await chatFrame(page);
    expect(await frame.evaluate(() => Object.keys(sessionStorage))).to.deep.equal([]);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).to.deep.equal([]);
    await endWell(visit);
  });

  it('has the chat in the language of its page, else of its option, with its title, corner and colours', async () => {
    stage.host.set('/de', { lang: 'de-AT' });
    stage.host.set('/fr', {
      lang: 'de',
      attributes: 'data-language="fr" data-corner="left" data-title="Parlons-en" data-theme="#ffee00 #fffff0"',
    });
    const visit = await visitHost(stage, '/de');
    const { page, chat } = visit;
    await launcher(page, 'Chat: Hilfe bei Krebs').click();
    await chatFrame(page);
    expect(await chat.locator('html').getAttribute('lang')).to.equal('de');
    await page.getByRole('button', { name: 'Chat schließen' }).click();
    await page.goto(`${stage.host.origin}/fr`);
    const button = launcher(page, 'Parlons-en');
    expect((await button.boundingBox())!.x).to.be.below(100);
    expect(await button.evaluate((it) => getComputedStyle(it).color)).to.equal('rgb(0, 0, 0)');
    await button.click();
    await chatFrame(page);
    expect(await chat.locator('html').getAttribute('lang')).to.equal('fr');
    const { colour, ground } = await chat.locator('.note a').evaluate((link) => ({
      colour: getComputedStyle(link).color,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect(ground).to.equal('rgb(255, 255, 240)');
    expect(colour).not.to.equal('rgb(255, 238, 0)');
    await endWell(visit);
  });

  it('has an object for its own scripts', async () => {
    const visit = await visitHost(stage);
    const { page, chat } = visit;
    await page.evaluate(() => {
      const heard: string[] = [];
      const { supportChat } = globalThis as unknown as { supportChat: EventTarget };
      for (const name of ['ready', 'open', 'close']) supportChat.addEventListener(name, () => heard.push(name));
      Object.assign(globalThis, { heard });
    });
    const call = (code: string) => page.evaluate(code);
    expect(await call(`supportChat.ask('bowel cancer in Germany')`)).to.equal(true);
    await chat.locator('.card').first().waitFor();
    expect(await call('supportChat.isOpen')).to.equal(true);
    await call('supportChat.close()');
    await call('supportChat.open()');
    expect(await call('heard.join()')).to.equal('open,ready,close,open');
    for (const wrong of ["''", '7', '{}', "'a'.repeat(501)", 'undefined'])
      expect(await call(`supportChat.ask(${wrong})`), wrong).to.equal(false);
    expect(await chat.locator('.message.you').count()).to.equal(1);
    await endWell(visit);
  });
});
