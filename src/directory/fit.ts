// How one organisation fits a cancer type and a country. Pure functions.

import { generalTypes } from './cancerType.ts';
import { isEuropean } from './countries.ts';
import type { Directory } from './directory.ts';
import { isForAllCancers, namedCancerTypes, type Organisation } from './organisation.ts';
import type { CancerReason, CountryReason } from './query.ts';

/** A reason together with the number of steps up the tree, so that the nearest parent comes first. */
export type CancerFit = CancerReason & { distance: number };

/**
 * How the organisation fits the cancer type, or null where it is for another cancer. Naming it counts before naming a
 * kind of it, and that before naming what it is a kind of.
 */
export function fitCancer(organisation: Organisation, type: string, directory: Directory): CancerFit | null {
  if (isForAllCancers(organisation)) return { kind: 'all', type: 'any-cancer', distance: 0 };
  const named = namedCancerTypes(organisation);
  if (named.includes(type)) return { kind: 'same', type, distance: 0 };
  const kind = directory.kindsOf(type).find((id) => named.includes(id));
  if (kind !== undefined) return { kind: 'kind', type: kind, distance: 0 };
  const distance = directory.ancestorsOf(type).findIndex((id) => named.includes(id) && !generalTypes.includes(id));
  const parent = directory.ancestorsOf(type)[distance];
  return parent === undefined ? null : { kind: 'parent', type: parent, distance };
}

/** How the organisation serves the country; null where it is there for other countries. */
export function fitCountry(organisation: Organisation, country: string): CountryReason {
  if (organisation.countries.includes(country)) return 'country';
  if (organisation.region === 'worldwide') return 'worldwide';
  return organisation.region === 'europe' && isEuropean(country) ? 'region' : null;
}
