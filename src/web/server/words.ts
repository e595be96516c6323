import { loadSentences, type SayKey } from '../../words/sentences.ts';

/** The keys of `data/<language>/pages.json`. */
export type PageKey = keyof typeof import('../../../data/en/pages.json') & string;

/** What the website's pages say, in one language. */
export interface PageWords {
  /** ISO 639-1, for the page's `lang`. */
  readonly language: string;
  readonly say: SayKey<PageKey>;
}

/**
 * Reads the words of the pages.
 *
 * @throws DataError where the file is missing or not a list of sentences
 */
export function loadPageWords(dataFolder: string, language: string): PageWords {
  return { language, say: loadSentences(dataFolder, language, 'pages') };
}
