import type { Language } from '../src/words/languages.ts';

/** One question in each language; the answers must lead to the same organisations. */
export const IN_POLAND: Readonly<Record<Language, string>> = {
  en: 'breast cancer in Poland',
  de: 'Brustkrebs in Polen',
  fr: 'cancer du sein en Pologne',
  es: 'cáncer de mama en Polonia',
  it: 'tumore al seno in Polonia',
  pt: 'cancro da mama na Polónia',
  nl: 'borstkanker in Polen',
  pl: 'rak piersi w Polsce',
};
