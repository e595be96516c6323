/** The languages that the guide speaks (ISO 639-1), English first: what a language lacks is shown in English. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'en';

export function isLanguage(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code);
}

/** The language of a locale such as `de-AT`, where the guide speaks it. */
export function languageOfLocale(locale: string | null | undefined): Language | null {
  const code = locale?.slice(0, 2).toLowerCase() ?? '';
  return isLanguage(code) ? code : null;
}

/** The country that a locale names (ISO 3166-1 alpha-2): AT for `de-AT`; null where it names none. */
export function countryOfLocale(locale: string | null | undefined): string | null {
  const found = /[-_]([A-Za-z]{2})(?:$|[-_@.])/.exec(locale ?? '');
  return found ? found[1]!.toUpperCase() : null;
}
