import type { Guide } from '../../dialogs/guide.ts';
import type { Config } from '../config.ts';
import { readAll } from '../dataFile.ts';
import { type Assets, loadAssets } from './assets.ts';
import { loadTheme, type Theme } from './theme.ts';
import { loadPageWords, type PageWords } from './words.ts';

/** Everything that the pages are made of. */
export interface Site {
  readonly guide: Guide;
  readonly words: PageWords;
  readonly theme: Theme;
  readonly assets: Assets;
  readonly config: {
    /** Address under which people reach the site, without a slash at its end; null where it is not set. */
    readonly publicUrl: string | null;
  };
}

/**
 * Puts the website together from the guide and `data/`.
 *
 * @throws DataError with the faults of the theme and of the words
 */
export function createSite(guide: Guide, config: Pick<Config, 'PUBLIC_URL'>, dataFolder: string): Site {
  const { theme, words } = readAll({
    theme: () => loadTheme(dataFolder),
    words: () => loadPageWords(dataFolder, guide.messages.language),
  });
  const publicUrl = config.PUBLIC_URL?.replace(/\/+$/, '') ?? null;
  return { guide, words, theme, assets: loadAssets(theme, dataFolder), config: { publicUrl } };
}
