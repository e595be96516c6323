// What is asked of the directory, and what it answers.

import type { Organisation, Topic } from './organisation.ts';

export type Query = {
  /** Ids of cancer types; `any-cancer` and `secondary` alone, or none, mean organisations for all cancers. */
  cancerTypes: readonly string[];
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  topic: Topic | null;
  audience: 'patients' | 'families' | 'carers' | 'parents' | 'young-people' | null;
  /** ISO 639-1. */
  language: string;
  purpose: 'help' | 'research' | 'prevention' | 'advocacy';
  /** Only organisations that can be called (in the country asked for, where one is). */
  onlyWithHelpline: boolean;
};

/** How an organisation fits the cancer: it names it, a kind of it, what it is a kind of, or all cancers. */
export type CancerReason = { kind: 'same' | 'kind' | 'parent' | 'all'; type: string };

/** How an organisation fits the country; null: no country asked for, or an organisation of another one. */
export type CountryReason = 'country' | 'region' | 'worldwide' | null;

export type Reasons = {
  cancer: CancerReason | null;
  country: CountryReason;
  /** It offers what was asked for (the topic, else the audience). */
  need: boolean;
  name: 'exact' | 'near' | null;
};

export type Match = {
  organisation: Organisation;
  reasons: Reasons;
  /** No organisation of the country itself answers: "ask it for its member in …". */
  viaUmbrella: boolean;
};

/** An organisation that was found by its name (or by words of any kind: null), and for no other reason. */
export function matchByName(organisation: Organisation, name: Reasons['name']): Match {
  return { organisation, reasons: { cancer: null, country: null, need: false, name }, viaUmbrella: false };
}
