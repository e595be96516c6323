// The search of the directory's page: what its form asks for, and what fits.

import type { Guide } from '../../../dialogs/guide.ts';
import { generalTypes } from '../../directory/cancerType.ts';
import { type Topic, topics } from '../../directory/organisation.ts';
import type { Match, Query } from '../../directory/query.ts';
import type { Understanding } from '../../understanding/understanding.ts';

/** What the form asks for; texts are empty and choices null where nothing is asked. */
export interface Asked {
  /** A kind of cancer in the visitor's own words. */
  readonly cancer: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly need: Topic | null;
  /** A name, or any word. */
  readonly words: string;
}

/** What was found. */
export interface Found {
  readonly matches: readonly Match[];
  /** Ids of the cancers that were understood, those of no cancer in particular left out. */
  readonly types: readonly string[];
  /** Asked for by the form, or named among the words for the cancer. */
  readonly country: string | null;
  /** True where the words for a cancer name none that is known. */
  readonly unknownCancer: boolean;
  /** A danger that the words tell of. */
  readonly safety: Understanding['safety'] | null;
}

/** Longer texts are no kind of cancer. */
const MOST_CHARACTERS = 200;

const PURPOSES: Partial<Record<Topic, Query['purpose']>> = {
  research: 'research',
  'prevention-screening': 'prevention',
  advocacy: 'advocacy',
};

/** Reads the query of the address; what the form cannot send is left out. */
export function readAsked(query: string, { directory }: Guide): Asked {
  const values = new URLSearchParams(query);
  const text = (name: string): string =>
    (values.get(name) ?? '').slice(0, MOST_CHARACTERS).replace(/\s+/g, ' ').trim().toWellFormed();
  return {
    cancer: text('cancer'),
    country: directory.countriesServed.find((code) => code === values.get('country')) ?? null,
    need: topics.find((topic) => topic === values.get('need')) ?? null,
    words: text('q'),
  };
}

/** True where the form asks for anything at all. */
export function asksAnything({ cancer, country, need, words }: Asked): boolean {
  return Boolean(cancer || country || need || words);
}

function byWords(words: string, { search }: Guide): Match[] {
  const named = search.searchByName(words);
  const ids = new Set(named.map(({ organisation }) => organisation.id));
  return [...named, ...search.searchByWords(words).filter(({ organisation }) => !ids.has(organisation.id))];
}

/** Finds what fits everything that is asked for. */
export function find(asked: Asked, guide: Guide): Found {
  const understood = asked.cancer ? guide.understand(asked.cancer) : null;
  const words = asked.words ? guide.understand(asked.words) : null;
  const types = (understood?.cancerTypes ?? []).filter((type) => !generalTypes.includes(type));
  const country = asked.country ?? understood?.country ?? null;
  const names = understood?.organisations.length ? asked.cancer : '';
  const filtered = types.length > 0 || country !== null || asked.need !== null;
  const general = understood !== null && understood.cancerTypes.length > 0;
  const fitting =
    filtered || general
      ? guide.search.search({
          cancerTypes: types,
          country,
          topic: asked.need,
          audience: asked.need === 'caregivers' ? 'carers' : null,
          language: guide.messages.language,
          purpose: (asked.need && PURPOSES[asked.need]) || 'help',
          onlyWithHelpline: false,
        })
      : [];
  return {
    matches: combine(fitting, filtered || general, byWordsOf(asked, names, guide)),
    types,
    country,
    unknownCancer: understood !== null && understood.cancerTypes.length === 0 && names === '' && !understood.country,
    safety: [understood, words].find((each) => each && each.safety.class !== 'none')?.safety ?? null,
  };
}

function byWordsOf({ words }: Asked, names: string, guide: Guide): Match[] | null {
  const text = words || names;
  return text ? byWords(text, guide) : null;
}

// Where both are asked for, only what is in both lists fits, in the order of the filters.
function combine(fitting: Match[], filtered: boolean, worded: Match[] | null): Match[] {
  if (!worded) return fitting;
  if (!filtered) return worded;
  const ids = new Set(worded.map(({ organisation }) => organisation.id));
  return fitting.filter(({ organisation }) => ids.has(organisation.id));
}
