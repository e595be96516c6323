import { type Language, languageOfLocale } from '../languages.ts';

const TAG = /[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*/;

/** The locales of the header Accept-Language in their order: "de-AT" and "de" of "de-AT,de;q=0.9". */
export function acceptedLocales(header = ''): string[] {
  return header.split(',').flatMap((part) => TAG.exec(part)?.[0] ?? []);
}

/** The first language of a browser that we speak; null where it names none. */
export function acceptedLanguage(header?: string): Language | null {
  return (
    acceptedLocales(header)
      .map(languageOfLocale)
      .find((language) => language !== null) ?? null
  );
}
