// Query -> Match[]: MiniSearch finds the organisations for a cancer type, ranking.ts puts them in order.

import { bringForward, interleave, type Placed } from './arrangement.ts';
import { attributeTypes, generalTypes } from './cancerType.ts';
import type { Directory } from './directory.ts';
import { type CancerFit, fitCancer, fitCountry } from './fit.ts';
import { createNameSearch } from './nameSearch.ts';
import { isEnded, isForAllCancers, type Organisation, servesPatients } from './organisation.ts';
import type { Match, Query } from './query.ts';
import {
  answersNeed,
  type Candidate,
  compareRanks,
  isMadeFor,
  isOnlyForOthers,
  leadsToMembers,
  type Need,
  needOf,
  type Order,
  rank,
  step,
} from './ranking.ts';
import { indexDirectory } from './textIndex.ts';

export type Search = {
  /** Organisations that fit the query, best first; empty where none may be shown. */
  search(query: Query): Match[];
  /** Organisations whose name fits the text, ended ones too: whole names first, then typos and parts of names. */
  searchByName(text: string): Match[];
  /** Organisations that fit words of any kind (names, cancers, countries, descriptions), ended ones too. */
  searchByWords(text: string): Match[];
};

type Fitting = { organisation: Organisation; cancer: CancerFit | null };

/** Prepares the search over a directory once; the searches themselves throw nothing. */
export function createSearch(directory: Directory): Search {
  const index = indexDirectory(directory);
  const showable = directory.organisations.filter(
    (organisation) => !isEnded(organisation) && organisation.cancerTypes !== 'none',
  );
  const general: readonly Fitting[] = showable.filter(isForAllCancers).map((organisation) => ({
    organisation,
    cancer: { kind: 'all', type: 'any-cancer', distance: 0 },
  }));
  const particular: readonly Fitting[] = showable
    .filter((organisation) => !isForAllCancers(organisation))
    .map((organisation) => ({ organisation, cancer: null }));

  // There are about a hundred types: each is looked up in the index once.
  const fittingType = new Map<string, readonly Fitting[]>();
  const fitting = (type: string): readonly Fitting[] => {
    let found = fittingType.get(type);
    if (found === undefined) {
      const ids = new Set(index.forCancerTypes([type, ...directory.kindsOf(type), ...directory.ancestorsOf(type)]));
      found = showable.flatMap((organisation) => {
        const cancer = ids.has(organisation.id) ? fitCancer(organisation, type, directory) : null;
        return cancer === null ? [] : [{ organisation, cancer }];
      });
      fittingType.set(type, found);
    }
    return found;
  };

  const search = (query: Query): Match[] => {
    const need = needOf(query);
    const types = query.cancerTypes.filter(
      (type) => !generalTypes.includes(type) && directory.cancerType(type) !== undefined,
    );
    const generalList = asksForCountryOnly(query) ? [...general, ...particular] : general;
    const lists =
      types.length === 0
        ? [generalList]
        : types.map((type) =>
            types.length > 1 && attributeTypes.includes(type)
              ? fitting(type).filter(({ cancer }) => cancer?.kind !== 'kind')
              : fitting(type),
          );
    const placed = lists.map((list) => arrange(list, query, need, types.length > 0));
    const ordered = bringForward(interleave(placed), conditionsForFirst(placed, query, need));
    return ordered.map((candidate) => toMatch(candidate, ordered, query, need));
  };
  return { search, ...createNameSearch(directory, index) };
}

// "Organisations in Italy" without a word about cancer or a need: those for one cancer may follow.
function asksForCountryOnly({ cancerTypes, country, topic, audience }: Query): boolean {
  return country !== null && cancerTypes.length === 0 && topic === null && audience === null;
}

function arrange(list: readonly Fitting[], query: Query, need: Need, cancer: boolean): Placed[] {
  const { country } = query;
  const candidates = list
    .filter(({ organisation }) => maySee(organisation, query))
    .map(
      ({ organisation, cancer: fit }): Candidate => ({
        organisation,
        cancer: fit,
        country: country === null ? null : fitCountry(organisation, country),
      }),
    );
  const reachable = country === null ? candidates : withoutOtherCountries(candidates);
  // What is made for carers, parents or the young is shown to others only where nothing else is left.
  const open = reachable.filter((candidate) => !isOnlyForOthers(candidate.organisation, need));
  const allowed = open.length > 0 ? open : reachable;
  const order: Order = {
    need,
    country,
    cancer,
    countryAnswers: allowed.some((candidate) => candidate.country === 'country'),
  };
  return allowed
    .map((candidate) => ({ candidate, rank: rank(candidate, order) }))
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ candidate }) => ({ ...candidate, step: step(candidate, country) }));
}

function maySee(organisation: Organisation, query: Query): boolean {
  if (query.purpose === 'help' && !servesPatients(organisation)) return false;
  return (
    !query.onlyWithHelpline ||
    organisation.helplines.some((helpline) => query.country === null || helpline.country === query.country)
  );
}

// An organisation of another country is better than nothing for this cancer, but only then.
function withoutOtherCountries(candidates: readonly Candidate[]): Candidate[] {
  const forThisCancer = (candidate: Candidate) => candidate.cancer !== null && candidate.cancer.kind !== 'all';
  const somethingElse = candidates.some((candidate) => candidate.country !== null && forThisCancer(candidate));
  return candidates.filter((candidate) => {
    if (candidate.cancer === null) return candidate.country === 'country';
    return candidate.country !== null || (forThisCancer(candidate) && !somethingElse);
  });
}

/** Of the first three one serves the country, one each cancer as closely as can be, one those who ask, or their need. */
function conditionsForFirst(
  lists: readonly (readonly Placed[])[],
  query: Query,
  need: Need,
): ((candidate: Placed) => boolean)[] {
  const reachable = (candidate: Placed) => query.country === null || candidate.country !== null;
  const closest = lists.flatMap((list) => {
    const best = (['same', 'kind', 'parent'] as const)
      .map((kind) => list.filter((candidate) => candidate.cancer?.kind === kind && reachable(candidate)))
      .find((candidates) => candidates.length > 0);
    const ids = new Set(best?.map((candidate) => candidate.organisation.id));
    return best === undefined ? [] : [(candidate: Placed) => ids.has(candidate.organisation.id)];
  });
  return [
    (candidate) => candidate.country === 'country',
    ...closest,
    (candidate) => isMadeFor(candidate.organisation, need) && reachable(candidate),
    (candidate) => need.topic !== null && answersNeed(candidate.organisation, need) && reachable(candidate),
  ];
}

function toMatch(candidate: Placed, all: readonly Placed[], query: Query, need: Need): Match {
  const { organisation, cancer, country } = candidate;
  return {
    organisation,
    reasons: {
      cancer: cancer === null ? null : { kind: cancer.kind, type: cancer.type },
      country,
      need: answersNeed(organisation, need),
      name: null,
    },
    viaUmbrella:
      query.country !== null &&
      country !== 'country' &&
      country !== null &&
      leadsToMembers(candidate) &&
      !all.some((other) => other.country === 'country' && answersAlike(other, candidate)),
  };
}

// A national organisation for all cancers does not make the member for this cancer superfluous.
function answersAlike(national: Placed, umbrella: Placed): boolean {
  return umbrella.cancer?.kind === 'all' || (national.cancer !== null && national.cancer.kind !== 'all');
}
