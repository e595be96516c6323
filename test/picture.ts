import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { live, sayAndWait, startSite } from './web/browser/visit.ts';

/** `npm run picture`: docs/chat.png, the chat as a phone shows it. */
const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium is installed: set CHROMIUM to its path.');
const site = await startSite();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
const page = await browser.newPage({
  viewport: { width: 390, height: 844 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
});
await page.goto(`${site.address}/chat`);
await live(page);
await sayAndWait(page, 'My mum has bowel cancer. Who can help us in Germany?');
await page.waitForSelector('.ac-adaptiveCard, article');
await page.screenshot({ path: fileURLToPath(new URL('../docs/chat.png', import.meta.url)) });
await browser.close();
await site.close();
