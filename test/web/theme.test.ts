import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import theme from '../../data/theme.json' with { type: 'json' };
import { DataError } from '../../src/dataFiles/dataFile.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { loadAssets } from '../../src/web/server/assets.ts';
import { contrast, mix } from '../../src/web/server/colour.ts';
import { loadTheme, themeStyles } from '../../src/web/server/theme.ts';

function folderOf(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'theme-'));
  writeFileSync(join(folder, 'theme.json'), JSON.stringify(content));
  return folder;
}

describe('the theme', () => {
  it('that is shipped can be read, light and dark', () => {
    expect(loadTheme(DATA_FOLDER)).to.deep.equal(theme);
  });

  it('is refused where a text could not be read on its ground', () => {
    const pale = { ...theme, colours: { ...theme.colours, muted: '#aaaaaa' } };
    expect(() => loadTheme(folderOf(pale))).to.throw(
      DataError,
      /theme\.json, colours\.muted: has a contrast of 2\.\d\d/,
    );
    const button = { ...theme, dark: { ...theme.dark, onPrimary: '#ffffff' } };
    expect(() => loadTheme(folderOf(button))).to.throw(DataError, /dark\.onPrimary/);
  });

  it('is refused where a colour, a logo or a key is none', () => {
    for (const wrong of [
      { ...theme, colours: { ...theme.colours, text: 'red;}body{display:none' } },
      { ...theme, logo: '../../.env' },
      { ...theme, font: 'x' },
    ])
      expect(() => loadTheme(folderOf(wrong))).to.throw(DataError);
  });

  it('becomes custom properties', () => {
    expect(themeStyles(loadTheme(DATA_FOLDER)))
      .to.include('--on-primary:#ffffff;')
      .and.to.match(/prefers-color-scheme:dark.*--tint:#[0-9a-f]{6};/);
  });

  it('brings the society’s own logo', () => {
    const folder = folderOf({ ...theme, logo: 'logo.svg' });
    expect(() => loadAssets({ ...loadTheme(folder), logo: 'none.svg' }, folder)).to.throw(
      DataError,
      /theme\.json, logo/,
    );
  });
});

describe('colours', () => {
  it('have the contrast that WCAG gives them', () => {
    expect(contrast('#000000', '#ffffff')).to.equal(21);
    expect(contrast('#777777', '#ffffff')).to.be.closeTo(4.48, 0.01);
  });

  it('mix', () => {
    expect(mix('#000000', '#ffffff', 0.5)).to.equal('#808080');
    expect(mix('#0f5b5a', '#ffffff', 0)).to.equal('#0f5b5a');
  });
});
