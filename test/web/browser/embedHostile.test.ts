import { expect } from 'chai';
import { chatFrame, endWell, launcher, sayInChat, setHostStage, startHost, visitHost } from './hostSite.ts';

const SCRIPT = `"><img src=x onerror=alert(1)><script>alert(2)</script>`;

describe('a hostile page around the chat, or a hostile frame beside it', function () {
  this.timeout(60_000);
  const stage = setHostStage();

  it('runs nothing by its options', async () => {
    const attribute = SCRIPT.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    stage.host.set('/options', {
      attributes: `data-title="${attribute}" data-language="${attribute}" data-corner="${attribute}" data-theme="#12345g red;}*{display:none} ${attribute} url(//x.example)"`,
    });
    const visit = await visitHost(stage, '/options');
    const { page, chat } = visit;
    const button = page.getByRole('button', { name: 'onerror' });
    expect(await button.textContent()).to.equal(SCRIPT.slice(0, 60));
    await button.click();
    await chatFrame(page);
    expect(await page.locator('support-chat img, support-chat script').count()).to.equal(0);
    expect(await chat.locator('html').getAttribute('lang')).to.equal('en');
    await endWell(visit);
  });

  it('cannot make the chat run or reveal anything by messages of its own, and a flood breaks nothing', async () => {
    const visit = await visitHost(stage);
    const { page, chat } = visit;
    await launcher(page).click();
    await chatFrame(page);
    await sayInChat(visit, 'bowel cancer in Germany');
    const answers = await page.evaluate(async (script) => {
      const frame = document.querySelector('support-chat')!.shadowRoot!.querySelector('iframe')!;
      const heard: unknown[] = [];
      addEventListener('message', ({ data }) => heard.push(data));
      const shapes: unknown[] = [
        null,
        7,
        'hello',
        [],
        { supportChat: 1 },
        { supportChat: 1, wish: { scheme: script, colours: [script] } },
        { supportChat: 1, wish: { scheme: null, colours: [] } },
        { kind: 'ask', text: script },
        { kind: 'focus' },
        { kind: 'read' },
        { __proto__: { kind: 'ask' }, text: script },
      ];
      for (let round = 0; round < 500; round += 1)
        for (const shape of shapes) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => heard.push(data);
          frame.contentWindow!.postMessage(shape, '*', [port2]);
        }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return heard;
    }, SCRIPT);
    expect(answers).to.deep.equal([]);
    expect(await chat.locator('.message.you').count()).to.equal(1);
    await sayInChat(visit, 'and in Spain?');
    expect(await chat.locator('.message.you').count()).to.equal(2);
    await endWell(visit);
  });

  it('cannot say more than ten things a minute in the visitor’s name, and those as text', async () => {
    const visit = await visitHost(stage);
    const { page, chat } = visit;
    await launcher(page).click();
    await chatFrame(page);
    await page.evaluate((script) => {
      const { supportChat } = globalThis as unknown as { supportChat: { ask(text: string): boolean } };
      for (let round = 0; round < 300; round += 1) supportChat.ask(script);
    }, SCRIPT);
    await chat.locator('.message.you').nth(9).waitFor();
    await page.waitForTimeout(500);
    expect(await chat.locator('.message.you').count()).to.equal(10);
    expect(await chat.locator('.message.you').first().textContent()).to.include(SCRIPT);
    expect(await chat.locator('.message img, .message script').count()).to.equal(0);
    await endWell(visit);
  });

  it('gets nothing into the chat or out of the launcher from a frame of another origin', async () => {
    const other = await startHost();
    other.bot = stage.host.bot;
    other.set('/inner', { lines: 0, policy: "style-src 'self'" });
    const bot = stage.host.bot;
    stage.host.set('/beside', {
      end: `<iframe id="beside" src="${other.origin}/inner" title="beside"></iframe>`,
      policy: `default-src 'none'; script-src ${bot}; frame-src ${bot} ${other.origin}; style-src 'self'`,
    });
    const visit = await visitHost(stage, '/beside');
    const { page, chat } = visit;
    await launcher(page).click();
    await chatFrame(page);
    await sayInChat(visit, 'bowel cancer in Germany');
    const beside = page.frames().find((frame) => frame.url().endsWith('/inner'))!;
    // A frame in a shadow root is not even among those that others can name.
    expect(await page.evaluate(() => globalThis.length)).to.equal(1);
    const heard = await beside.evaluate(async () => {
      const got: unknown[] = [];
      addEventListener('message', ({ data }) => got.push(data));
      for (const shape of ['close', 'ready', { kind: 'ask', text: 'x' }, { supportChat: 1, wish: { colours: [] } }]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => got.push(data);
        top!.postMessage(shape, '*', [port2]);
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return got;
    });
    expect(heard).to.deep.equal([]);
    expect(await page.locator('support-chat section').isVisible()).to.equal(true);
    expect(await chat.locator('.message.you').count()).to.equal(1);
    expect(visit.faults.filter((fault) => !fault.startsWith(`request: ${other.origin}/`))).to.deep.equal([]);
    await visit.close();
    await other.close();
  });
});
