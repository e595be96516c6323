import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { iconFile } from '../../src/web/server/icon.ts';
import { loadTheme } from '../../src/web/server/theme.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';

// Draws data/teams/color.png and outline.png from the sign of the site, after a change of the sign or of the theme:
//   node test/teamsPackage/drawIcons.ts

const theme = loadTheme(DATA_FOLDER);
const { primary } = theme.colours;
const [bubble = '', heart = ''] = [...iconFile(theme).matchAll(/ d="([^"]+)"/g)].map(([, path]) => path);

/** The sign, 28 units wide, in the middle 120 pixels, which Teams never cuts off. */
const color = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -7.5 48 48" width="192" height="192">
<path fill="${primary}" d="M-8-8h48v49H-8z"/><path fill="#fff" d="${bubble}"/><path fill="${primary}" d="${heart}"/></svg>`;

/** The same in white lines, which reach the edges: Teams wants no space around them. */
const outline = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 2 30 30" width="32" height="32">
<path fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round" d="${bubble}"/><path fill="#fff" d="${heart}"/></svg>`;

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium is installed: set CHROMIUM to its path.');
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
for (const [name, svg, side] of [
  ['color', color, 192],
  ['outline', outline, 32],
] as const) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const picture = await page.screenshot({ omitBackground: true });
  writeFileSync(fileURLToPath(new URL(`../../data/teams/${name}.png`, import.meta.url)), picture);
}
await browser.close();
