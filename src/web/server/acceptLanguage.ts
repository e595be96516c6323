import Negotiator from 'negotiator';
import { type Language, languageOfLocale } from '../../words/languages.ts';

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** The locales of the header Accept-Language, the one that is liked best first: "de-AT" and "de" of "de;q=0.9,de-AT". */
export function acceptedLocales(header = ''): string[] {
  return new Negotiator({ headers: { 'accept-language': header } }).languages().filter((locale) => TAG.test(locale));
}

/** The first language of a browser that we speak; null where it names none. */
export function acceptedLanguage(header?: string): Language | null {
  return (
    acceptedLocales(header)
      .map(languageOfLocale)
      .find((language) => language !== null) ?? null
  );
}
