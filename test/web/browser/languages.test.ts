import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { LANGUAGES } from '../../../src/words/languages.ts';
import { IN_POLAND } from '../../inPoland.ts';
import { expectAccessible, live, newVisit, setStage } from './visit.ts';

/** Whole sentences of the English pages: none may be left on a page in another language. */
const english = Object.values<string>(
  JSON.parse(readFileSync(new URL('../../../data/en/pages.json', import.meta.url), 'utf8')),
).filter((text) => text.length > 20 && !text.includes('{'));

const PATHS = [
  '',
  '/directory',
  '/directory/europa-donna',
  '/support',
  '/privacy',
  '/terms',
  '/accessibility',
  '/chat',
];

describe('the website on a phone', function () {
  this.timeout(60_000);
  const stage = setStage();
  for (const language of LANGUAGES) {
    it(`in ${language} fits, is open to everybody, leaves nothing English, and answers in ${language}`, async () => {
      const visit = await newVisit(stage, { viewport: { width: 390, height: 844 }, locale: language });
      const { page } = visit;
      for (const path of PATHS) {
        await page.goto(`/${language}${path}`);
        if (path === '/chat') {
          await live(page);
          await page.fill('#chat-text', IN_POLAND[language]);
          await page.press('#chat-text', 'Enter');
          await page.locator('.card').first().waitFor();
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).to.equal(true);
        if (path !== '/directory') await expectAccessible(page);
        if (language === 'en') continue;
        const text = ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
        expect(
          english.filter((sentence) => text.includes(sentence)),
          path,
        ).to.deep.equal([]);
      }
      expect(await page.locator('.log').textContent()).to.include('Europa Donna');
      expect(visit.faults).to.deep.equal([]);
      await visit.close();
    });
  }

  it('changes its language by keyboard, and is led to that of the browser', async () => {
    const visit = await newVisit(stage, { viewport: { width: 390, height: 844 }, locale: 'nl-BE' });
    const { page } = visit;
    await page.goto('/');
    expect(new URL(page.url()).pathname).to.equal('/nl');
    await page.locator('.languages summary').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Français' }).focus();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fr');
    expect(await page.locator('html').getAttribute('lang')).to.equal('fr');
    await visit.close();
  });
});
