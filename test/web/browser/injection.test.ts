import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { live, openChat, sayAndWait, setStage, type Visit } from './visit.ts';

const EVIL = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><b>bold</b>';
const BAD_LINKS = [
  'javascript:globalThis.ran=1',
  'JavaScript:globalThis.ran=1',
  ' javascript:globalThis.ran=1',
  'java\nscript:globalThis.ran=1',
  'data:text/html,<script>opener.ran=1</script>',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'vbscript:x',
  '//127.0.0.1:9/',
  'https:',
];

const open = (url: string, title = EVIL): object => ({ type: 'Action.OpenUrl', title, url });
const run = (text: string): object => ({ type: 'TextRun', text });

/** A card as nobody of ours would write it. */
const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: `${EVIL}\n${EVIL}`,
  speak: EVIL,
  backgroundImage: 'https://127.0.0.1:9/b.png',
  selectAction: open(BAD_LINKS[0]!),
  body: [
    { type: 'TextBlock', style: 'heading', text: EVIL },
    { type: 'TextBlock', text: `[click](javascript:globalThis.ran=1) ${EVIL}`, selectAction: open(BAD_LINKS[0]!) },
    { type: 'RichTextBlock', inlines: [run(EVIL), { ...run('link'), selectAction: open(BAD_LINKS[0]!) }] },
    { type: 'Image', url: 'https://127.0.0.1:9/i.png', altText: EVIL },
    { type: 'Media', sources: [{ mimeType: 'video/mp4', url: 'https://127.0.0.1:9/v.mp4' }] },
    { type: 'Input.Text', id: 'x', label: EVIL },
    { type: 'Container', items: [{ type: 'TextBlock', text: EVIL }] },
    { type: 'ActionSet', actions: BAD_LINKS.map((url) => open(url)) },
    { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: EVIL, data: {} }, open('https://example.org/')] },
    { type: 'ActionSet', actions: [{ type: 'Action.ShowCard', title: EVIL, card: { type: 'AdaptiveCard' } }] },
  ],
  actions: [open(BAD_LINKS[0]!), open('https://example.org/"onmouseover="globalThis.ran=1')],
};

describe('what is injected into the chat', function () {
  this.timeout(60_000);
  const stage = setStage();
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await openChat(stage);
    page = visit.page;
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  async function expectHarmless(): Promise<void> {
    for (const link of await page.locator('.chat a').all()) await link.hover();
    const found = await page.evaluate(() => ({
      ran: 'ran' in globalThis,
      elements: document.querySelectorAll('.log :is(img, script, iframe, video, input, style, b, object, form)').length,
      handlers: document.querySelectorAll('.log :is([onerror], [onclick], [onmouseover], [style])').length,
      links: [...document.querySelectorAll<HTMLAnchorElement>('.log a')].map(({ protocol, rel }) => [protocol, rel]),
    }));
    expect(found.ran).to.equal(false);
    expect([found.elements, found.handlers]).to.deep.equal([0, 0]);
    for (const [protocol, rel] of found.links) {
      expect(protocol).to.be.oneOf(['https:', 'tel:']);
      expect(rel).to.equal('noopener noreferrer');
    }
  }

  it('by the visitor is text, also after a reload', async () => {
    await sayAndWait(page, `${EVIL} javascript:alert(1) https://evil.example/?"onmouseover="x bowel cancer`);
    expect(await page.locator('.message.you').textContent()).to.include(EVIL);
    expect(await page.locator('.message.you a').count()).to.equal(0);
    await expectHarmless();
    await page.reload();
    await live(page);
    await page.locator('.message.you').waitFor();
    expect(await page.locator('.message.you').textContent()).to.include(EVIL);
    await expectHarmless();
  });

  it('by an answer, a card or a button is text, and only https and tel are links', async () => {
    await page.route('**/api/chat', (route) =>
      route.fulfill({
        json: {
          activities: [
            {
              type: 'message',
              text: `${EVIL} ${BAD_LINKS.join(' ')} https://example.org/"onmouseover="globalThis.ran=1" 112`,
              attachments: [
                { contentType: 'application/vnd.microsoft.card.adaptive', content: CARD },
                { contentType: 'text/html', content: EVIL },
              ],
              suggestedActions: { actions: [{ title: EVIL, value: EVIL }] },
            },
          ],
          token: 'x',
          minutes: 30,
        },
      }),
    );
    await sayAndWait(page, 'hello');
    await expectHarmless();
    expect(await page.locator('.card').count()).to.equal(1);
    expect(await page.locator('.card a').allTextContents()).to.satisfy((texts: string[]) =>
      texts.every((text) => text.includes('<img')),
    );
    const button = page.locator('.suggestions button');
    expect(await button.textContent()).to.equal(EVIL);
    await button.click();
    await page.locator('.message.bot').nth(2).waitFor();
    await expectHarmless();
  });
});
