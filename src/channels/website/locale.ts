import { isLanguage, type Language } from '../../languages.ts';

const TAG = /[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*/;
const tagsOf = (accepted: string): string[] => accepted.split(',').flatMap((part) => TAG.exec(part)?.[0] ?? []);
const languageOf = (tag: string): string => tag.slice(0, 2).toLowerCase();

/** The locale that a browser asks for first: "de-AT" of "de-AT,de;q=0.9". */
export function localeOf(accepted = ''): string | undefined {
  return tagsOf(accepted)[0];
}

/**
 * The locale of somebody who reads pages in a language: the browser's own for it, else that language with the place of
 * the browser's first locale, since whom to call depends on the place.
 *
 * @param accepted the header Accept-Language
 */
export function localeIn(language: Language, accepted = ''): string {
  const tags = tagsOf(accepted);
  const own = tags.find((tag) => languageOf(tag) === language);
  const region = tags.map((tag) => /-([A-Za-z]{2})$/.exec(tag)?.[1]).find(Boolean);
  return own ?? (region ? `${language}-${region.toUpperCase()}` : language);
}

/** The first language of a browser that we speak; null where it names none. */
export function preferredLanguage(accepted = ''): Language | null {
  return tagsOf(accepted).map(languageOf).find(isLanguage) ?? null;
}
