import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startChromium } from '../chromium.ts';
import { type SiteServer, startSite } from './siteServer.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATHS = [
  '/',
  '/directory',
  '/directory?cancer=bowel+cancer&country=DE&need=peer-support',
  '/directory?cancer=i+want+to+die',
  '/directory/macmillan-cancer-support',
  '/directory/european-cancer-patient-coalition',
  '/support',
  '/privacy',
  '/terms',
  '/accessibility',
  '/nowhere',
];
const WAYS: Record<string, BrowserContextOptions> = {
  'a small phone': { viewport: { width: 320, height: 640 } },
  'a desk, in the dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'the colours of the device': { viewport: { width: 768, height: 900 }, forcedColors: 'active' },
};

describe('the pages in a browser', () => {
  let site: SiteServer;
  let browser: Browser;
  before(async function () {
    browser = await startChromium(this);
    site = await startSite();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const { violations, incomplete } = (await page.evaluate(
      "axe.run({ resultTypes: ['violations', 'incomplete'] })",
    )) as AxeResults;
    return [...violations, ...incomplete].map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
    );
  }

  for (const [way, options] of Object.entries(WAYS)) {
    it(`have no fault that axe finds, fit, and break no rule of their policy: ${way}`, async function () {
      this.timeout(60_000);
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      for (const path of PATHS) {
        await page.goto(site.address + path);
        expect(await axe(page), path).to.deep.equal([]);
        const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await page.evaluate(beyond), path).to.equal(0);
      }
      expect(said.filter((text) => !text.includes('404'))).to.deep.equal([]);
      await context.close();
    });
  }

  it('have targets of 44 pixels, except links within a sentence', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    for (const path of PATHS) {
      await page.goto(site.address + path);
      const small = await page.evaluate(`[...document.querySelectorAll('a:not(.skip), button, input, select')]
        .filter((target) => { const { width, height } = target.getBoundingClientRect(); return width < 43.5 || height < 43.5; })
        .map((target) => target.outerHTML)`);
      expect(small, path).to.deep.equal([]);
    }
    await page.close();
  });

  it('work by keyboard: skip what is the same on each page, search, and land at what was found', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(`${site.address}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).to.equal('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).to.equal('/chat');
    await page.keyboard.press('Tab');
    await page.keyboard.type('bowel cancer');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Germany');
    await page.focus('#cancer');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cancer=bowel\+cancer&country=DE/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).to.equal(
      '/directory/krebsinformationsdienst',
    );
    await page.close();
  });
});
