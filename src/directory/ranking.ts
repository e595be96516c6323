// The order of matches: what is compared, most telling first. Pure functions.

import type { CancerFit } from './fit.ts';
import {
  type Audience,
  isDoubtful,
  isUmbrella,
  type Organisation,
  servesPatients,
  type Topic,
} from './organisation.ts';
import type { CountryReason, Query } from './query.ts';

/** An organisation that may be shown, with how it fits. `cancer` is null where no cancer was asked for and it names one. */
export type Candidate = {
  organisation: Organisation;
  cancer: CancerFit | null;
  country: CountryReason;
};

/** What the person needs, as far as it orders the organisations inside a step. */
export type Need = {
  topic: Topic | null;
  audience: Query['audience'];
  language: string;
};

/** What the order is for. */
export type Order = {
  need: Need;
  country: string | null;
  /** True where a cancer type is asked for. */
  cancer: boolean;
  /** True where an organisation of the country itself answers: the umbrellas then keep their usual place. */
  countryAnswers: boolean;
};

/** Numbers to be compared one after the other; the smaller comes first. */
export type Rank = readonly number[];

const topicOfPurpose: Readonly<Record<Query['purpose'], Topic | null>> = {
  help: null,
  research: 'research',
  prevention: 'prevention-screening',
  advocacy: 'advocacy',
};

/** The need of a query: a topic or audience that is not named is taken from the purpose, the carer or the child. */
export function needOf(query: Query): Need {
  const audience = query.audience ?? (query.cancerTypes.includes('childhood') ? 'parents' : null);
  const topic = query.topic ?? topicOfPurpose[query.purpose] ?? (audience === 'carers' ? 'caregivers' : null);
  return { topic, audience, language: query.language };
}

/** True where the organisation offers the topic asked for or, with no topic, is for the audience asked for. */
export function answersNeed(organisation: Organisation, need: Need): boolean {
  if (need.topic !== null) return organisation.topics.includes(need.topic);
  return need.audience !== null && organisation.audiences.includes(need.audience);
}

/** Compares two ranks; for Array.sort. */
export function compareRanks(one: Rank, other: Rank): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The rank of a candidate. Candidates of equal rank keep the order of the directory. */
export function rank(candidate: Candidate, order: Order): Rank {
  const { organisation } = candidate;
  const need = -needScore(organisation, order.need);
  const sound = [yes(isDoubtful(organisation)), yes(organisation.commercial), yes(isForOthers(candidate, order.need))];
  const professional = yes(!servesPatients(organisation));
  const language = yes(!organisation.languages.includes(order.need.language));
  const list = yes(organisation.list !== 'society');
  const oneCountry = yes(organisation.region === null);
  // Nothing is known of the cancer and the country: what the person needs tells most, and then whom it is open to.
  if (!order.cancer && order.country === null) return [need, ...sound, professional, language, oneCountry, list];
  const umbrella = yes(order.country !== null && !order.countryAnswers && !leadsToMembers(candidate));
  return [
    step(candidate, order.country),
    closeness(candidate.cancer),
    umbrella,
    ...sound,
    need,
    professional,
    language,
    list,
    oneCountry,
  ];
}

/** True where the organisation can lead to a member in another country that is there for what was asked. */
export function leadsToMembers({ organisation, cancer }: Candidate): boolean {
  return isUmbrella(organisation) && !(cancer?.kind === 'all' && organisation.cancerNote !== null);
}

/** The step of the order that a candidate belongs to, the first one being 0. */
export function step(candidate: Candidate, country: string | null): number {
  const forAll = candidate.cancer?.kind === 'all';
  if (country === null) return closeness(candidate.cancer);
  switch (candidate.country) {
    case 'country':
      return candidate.cancer === null ? 2 : forAll ? 1 : 0;
    case 'region':
      return forAll ? 5 : 3;
    case 'worldwide':
      return forAll ? 6 : 4;
    case null:
      return 7;
  }
}

/** This cancer, its kinds, its parents from the nearest on, all cancers. */
function closeness(cancer: CancerFit | null): number {
  switch (cancer?.kind) {
    case 'same':
      return 0;
    case 'kind':
      return 1;
    case 'parent':
      return 2 + cancer.distance;
    default:
      return 100;
  }
}

const narrowAudiences: readonly Audience[] = ['carers', 'parents', 'young-people'];

/** True where the organisation is only for carers, parents or young people, and one of those asks. */
export function isMadeFor(organisation: Organisation, need: Need): boolean {
  if (!isNarrow(organisation)) return false;
  const asking = need.audience ?? (need.topic === 'caregivers' ? 'carers' : null);
  return asking !== null && narrowAudiences.includes(asking) && organisation.audiences.includes(asking);
}

function isNarrow({ audiences }: Organisation): boolean {
  return !audiences.includes('patients') && audiences.some((audience) => narrowAudiences.includes(audience));
}

/** True where the organisation is made for carers, parents or the young, and somebody else asks. */
export function isOnlyForOthers(organisation: Organisation, need: Need): boolean {
  return isNarrow(organisation) && !isMadeFor(organisation, need);
}

// An organisation for carers or for the young, or for rare cancers only, is a poor first answer to somebody else.
function isForOthers({ organisation, cancer }: Candidate, need: Need): boolean {
  return (
    isOnlyForOthers(organisation, need) ||
    (cancer?.kind === 'all' && organisation.cancerNote !== null && !isNarrow(organisation))
  );
}

function needScore(organisation: Organisation, need: Need): number {
  let score = 0;
  if (need.topic !== null && organisation.topics.includes(need.topic)) score += 2;
  if (need.topic === 'peer-support' && organisation.topics.includes('community')) score += 1;
  if (need.audience !== null && organisation.audiences.includes(need.audience)) score += 1;
  if (isMadeFor(organisation, need)) score += 2;
  return score;
}

function yes(condition: boolean): number {
  return condition ? 1 : 0;
}
