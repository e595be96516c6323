// Which countries the directory counts as Europe.

const europeanUnion = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
];

/** Countries that should have an organisation of their own: the EU, the rest of the EEA, the United Kingdom, Switzerland. */
export const countriesToCover: readonly string[] = [...europeanUnion, 'CH', 'GB', 'IS', 'LI', 'NO'].sort();

// European umbrellas have members from Iceland to Turkey and the Caucasus. The small states and islands are served by
// the same ones.
const europe = new Set([
  ...countriesToCover,
  'AD',
  'AL',
  'AM',
  'AX',
  'AZ',
  'BA',
  'BY',
  'FO',
  'GE',
  'GG',
  'GI',
  'IM',
  'JE',
  'MC',
  'MD',
  'ME',
  'MK',
  'RS',
  'RU',
  'SJ',
  'SM',
  'TR',
  'UA',
  'VA',
  'XK',
]);

/** True where organisations for Europe serve the country. */
export function isEuropean(country: string): boolean {
  return europe.has(country);
}
