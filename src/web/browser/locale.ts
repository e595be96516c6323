/**
 * The locale of somebody who reads pages in a language: the browser's own for it, else that language with the first
 * place that the browser names, since whom to call depends on the place.
 *
 * @param tags the locales of the browser, the one that it likes best first
 */
export function localeFor(language: string, tags: readonly string[]): string {
  const own = tags.find((tag) => tag.slice(0, 2).toLowerCase() === language);
  const region = tags.map((tag) => /-([A-Za-z]{2})$/.exec(tag)?.[1]).find(Boolean);
  return own ?? (region ? `${language}-${region.toUpperCase()}` : language);
}
