// Which organisation comes first where nothing else tells two apart, whatever file they stand in.

import { countriesToCover } from './countries.ts';
import type { Organisation } from './organisation.ts';

/** Their organisations write in English, which most readers can follow where their own country has none. */
const ENGLISH_SPEAKING = ['GB', 'US', 'IE', 'CA'];
/** An umbrella for more kinds of cancer than that is for many. */
const FEW_KINDS = 4;

const nameOf = new Intl.DisplayNames(['en-GB'], { type: 'region' });
const byName = (codes: readonly string[]): string[] =>
  [...codes].sort((one, other) => (nameOf.of(one) ?? one).localeCompare(nameOf.of(other) ?? other, 'en'));

/** Countries in their order; those that are not here follow by their English names. */
const ORDER = [...ENGLISH_SPEAKING, ...byName(countriesToCover.filter((code) => !ENGLISH_SPEAKING.includes(code)))];

/** The place of a country among the others: its place in `ORDER`, or behind all of those. */
function compareCountries(one: string, other: string): number {
  const [place, otherPlace] = [one, other].map((code) => ORDER.indexOf(code));
  if (place === otherPlace) return (nameOf.of(one) ?? one).localeCompare(nameOf.of(other) ?? other, 'en');
  if (place === -1) return 1;
  return otherPlace === -1 ? -1 : place! - otherPlace!;
}

/** Which of them stand together: the society's list, umbrellas at home in no country, other umbrellas, countries. */
function group({ list, region, countries }: Organisation): number {
  if (list === 'society') return 0;
  if (region === null) return 3;
  return countries.length === 0 ? 1 : 2;
}

const isForMany = ({ cancerTypes }: Organisation): boolean =>
  typeof cancerTypes === 'string' || cancerTypes.length > FEW_KINDS;

function compareUmbrellas(one: Organisation, other: Organisation): number {
  return (
    Number(isForMany(one)) - Number(isForMany(other)) ||
    other.topics.length - one.topics.length ||
    Number(one.region === 'europe') - Number(other.region === 'europe')
  );
}

function compare(one: Organisation, other: Organisation): number {
  const groups = group(one) - group(other);
  if (groups !== 0) return groups;
  if (group(one) === 1) return compareUmbrellas(one, other);
  return group(one) === 3 ? compareCountries(one.countries[0] ?? '', other.countries[0] ?? '') : 0;
}

/**
 * Puts organisations in the order in which equals are shown, whatever file they stand in: the society's list in the order
 * of its page; umbrellas at home in no country, of these the ones for few kinds of cancer first, then those that offer
 * more, then worldwide before Europe; other umbrellas; then by the country named first: the English-speaking ones,
 * Europe's, all others, by their English names. What this does not tell apart keeps the order given, that of the file.
 */
export function inPrecedence(organisations: readonly Organisation[]): Organisation[] {
  return [...organisations].sort(compare);
}
