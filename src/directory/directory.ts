// The directory in memory: what loadDirectory gives, and all that the rest of the program reads of it.

import type { CancerType } from './cancerType.ts';
import type { Helplines } from './helpline.ts';
import type { Organisation, Section } from './organisation.ts';

export type Directory = {
  /** Grows with each directory that takes the place of another: what is kept of one is made anew then. */
  version: number;
  /** The society's page in its order, then the wider list, as `inPrecedence` puts it. */
  organisations: readonly Organisation[];
  organisation(id: string): Organisation | undefined;
  cancerTypes: readonly CancerType[];
  cancerType(id: string): CancerType | undefined;
  /** Every type that this one is a kind of, nearest first; empty for an unknown id. */
  ancestorsOf(id: string): readonly string[];
  /** Every type that is a kind of this one, nearest first; empty for an unknown id. */
  kindsOf(id: string): readonly string[];
  /** The numbers of the country, else those that stand for Europe. */
  helplines(country: string | null): Helplines;
  /** The society's page, section by section, each in the order of the page. */
  bySection(): Readonly<Record<Section, readonly Organisation[]>>;
  /** Countries that an organisation which still works has as its own, in alphabetical order. */
  countriesServed: readonly string[];
};
