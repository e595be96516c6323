import type { Guide } from '../../../dialogs/guide.ts';
import type { Config } from '../../config.ts';
import { readAll } from '../../dataFiles/dataFile.ts';
import type { Language } from '../../words/languages.ts';
import { type Assets, loadAssets } from './assets.ts';
import { loadTheme, type Theme } from './theme.ts';
import { loadPageWords, type PageWords } from './words.ts';

/** Everything that the pages are made of. */
export interface Site {
  /** The guide in the language of the pages. */
  readonly guide: Guide;
  /** What the addresses of these pages begin with: "/de" for German; nothing for English where nobody chose it. */
  readonly base: string;
  /** The address of a page in the language of these pages, by its address in English. */
  at(path: string): string;
  /** The same site in a language that somebody has chosen. */
  inLanguage(language: Language): Site;
  readonly words: PageWords;
  readonly theme: Theme;
  readonly assets: Assets;
  readonly config: {
    /** Address under which people reach the site, without a slash at its end; null where it is not set. */
    readonly publicUrl: string | null;
    /** Sites that may show the chat within their own pages. */
    readonly allowedOrigins: readonly string[];
  };
  /** True for the chat within a page of another site: it has no bar, no foot, and links that open a new tab. */
  readonly framed: boolean;
}

/**
 * Puts the website together from the guide and `data/`.
 *
 * @throws DataError with the faults of the theme and of the words
 */
export function createSite(
  guide: Guide,
  config: Pick<Config, 'PUBLIC_URL'> & Partial<Pick<Config, 'ALLOWED_ORIGINS'>>,
  dataFolder: string,
): Site {
  const { theme, words } = readAll({
    theme: () => loadTheme(dataFolder),
    words: () => loadPageWords(dataFolder, guide.language),
  });
  const publicUrl = config.PUBLIC_URL?.replace(/\/+$/, '') ?? null;
  const settings = { publicUrl, allowedOrigins: config.ALLOWED_ORIGINS ?? [] };
  const shared = { theme, assets: loadAssets(theme, dataFolder), config: settings, framed: false };
  const made = new Map<Language, Site>();
  const make = (own: Guide, ownWords: PageWords, base: string): Site => ({
    ...shared,
    guide: own,
    words: ownWords,
    base,
    at: (path) => base + (base ? path.replace(/^\/(?=$|#)/, '') : path),
    inLanguage: (language) => {
      const before = made.get(language);
      if (before) return before;
      const site = make(guide.languages.guide(language), loadPageWords(dataFolder, language), `/${language}`);
      made.set(language, site);
      return site;
    },
  });
  return make(guide, words, '');
}
