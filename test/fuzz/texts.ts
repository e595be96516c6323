// What visitors might type: questions that lead through every dialog, and strings that no person types.

import type { Random } from './random.ts';

/** Stands in what is typed; the program may never print it. */
export const TYPED_MARK = 'zqtypedmark';

const ASKED = [
  'breast cancer in Germany',
  'my mother has lung cancer, who helps?',
  'and in Norway?',
  'I want to die',
  'she is bleeding and cannot breathe',
  'should I stop my chemotherapy?',
  'what does it cost',
  'help',
  'start again',
  'delete my words',
  'yes',
  'no',
  '3',
  'more',
  'Brustkrebs in Österreich',
  'ich will nicht mehr leben',
  'cancer du sein à Lyon',
  'cáncer de próstata en Sevilla',
  'tumore al seno, dove?',
  'borstkanker in Gent',
  'rak piersi w Krakowie',
  'cancro da mama no Porto',
  'is there a group for children with leukaemia',
  'Myeloma Patients Europe',
  'I am a man with breast cancer',
  'thank you',
  'hello',
];
const ODD = [
  '',
  ' ',
  '\u0000',
  '\ud83d',
  '💔'.repeat(200),
  '\u{fdfa}'.repeat(400),
  'a\u0301'.repeat(600),
  '<at>bot</at> breast cancer',
  '<at '.repeat(300),
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00%0d%0aSet-Cookie: a=b',
  'cancer '.repeat(500),
  'İıſK',
  '\u202Ecancer\u202C',
  '{{7*7}} #{7*7}',
  "'; DROP TABLE state; --",
  '__proto__',
  'constructor',
  '[a](javascript:alert(1))',
];

/** Something that can be answered: at most 4,000 characters. */
export function anyText(random: Random): string {
  const kind = random.below(10);
  if (kind < 6) return random.pick(ASKED);
  if (kind < 7) return random.pick(ODD);
  if (kind < 8) return `${random.pick(ASKED)} ${TYPED_MARK}`;
  if (kind < 9) return `${random.pick(ASKED)}${random.pick(ODD)} ${random.pick(ASKED)}`.slice(0, 4000);
  return String.fromCodePoint(...Array.from({ length: 1 + random.below(60) }, () => random.below(0x11_0000)));
}

/** Locales as they are, and as they are not. */
export const LOCALES = [
  'en',
  'en-US',
  'de-AT',
  'fr-BE',
  'pl',
  'xx',
  'zh-Hant-TW',
  'e',
  '',
  '../..',
  'de_DE',
  'x-klingon',
];
