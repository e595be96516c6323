/**
 * The locale of the visitor in the language of the page: the browser's own for it, else that language with the place of
 * the browser, since whom to call depends on the place.
 */
export function localeFor(language: string): string {
  const own = navigator.languages.find((tag) => tag.split('-')[0] === language);
  const region = /-([A-Z]{2})$/.exec(navigator.language)?.[1];
  return own ?? (region ? `${language}-${region}` : language);
}
