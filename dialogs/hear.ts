import { isDanger, type Understanding } from '../src/understanding/understanding.ts';
import { languageOfLocale } from '../src/words/languages.ts';
import type { Guide } from './guide.ts';
import { knownOf, type Talk } from './talk.ts';

/** A message, understood in its language. */
export interface Heard {
  /** The guide in the language to answer in. */
  readonly guide: Guide;
  readonly understanding: Understanding;
  /** True where the message only asks to speak that language. */
  readonly asksForLanguage: boolean;
}

/**
 * Understands a message in the language that it is told to be in.
 *
 * @param english the guide in English, by which the others are reached
 * @param locale the locale of the channel
 */
export function hear(text: string, talk: Talk, locale: string | null, english: Guide): Heard {
  const { languages } = english;
  const told = languages.tell(text, { talk: talk.language, locale: languageOfLocale(locale) });
  const guide = languages.guide(told.language);
  const known = knownOf(talk);
  const own = guide.understand(text, known);
  const heard = (by: Guide, understanding: Understanding): Heard => ({
    guide: by,
    understanding,
    asksForLanguage: told.asked,
  });
  // "I want to die" must be heard whatever language a browser has made us expect.
  if (guide.language !== english.language && !isDanger(own.safety) && english.tellsDanger(text)) {
    const inEnglish = english.understand(text, known);
    const { safety } = inEnglish;
    if (isDanger(safety) && safety.certain && safety.rule !== 'classifier') return heard(english, inEnglish);
  }
  return heard(guide, told.foreign ? { ...own, language: told.foreign } : own);
}
