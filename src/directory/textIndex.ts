// The full-text index of the directory (MiniSearch): finds candidates; ranking.ts puts them in order.

import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Directory } from './directory.ts';
import { isForAllCancers, namedCancerTypes, type Organisation } from './organisation.ts';

// The id `all` is acute lymphoblastic leukaemia, so all cancers need a token that no id can be.
const allCancers = '*';

const nameFields = ['name', 'nameOnPage', 'formerNames', 'aliases', 'abbreviations'] as const;
const textFields = [...nameFields, 'cancerTypes', 'countries', 'topics', 'description'] as const;

type Document = Record<(typeof textFields)[number] | 'id' | 'typeIds', string>;

/** A word in the names of more than this share of the organisations does not tell one from another. */
const genericShare = 0.04;

const defaults = {
  boost: { name: 4, nameOnPage: 4, abbreviations: 4, formerNames: 2, aliases: 3, cancerTypes: 2, countries: 2 },
  fuzzy: (term: string) => (term.length > 3 ? 0.2 : false),
  prefix: (term: string) => term.length > 2,
  // More errors are no slip, and take longer to look for with each: kankerpatiëntenorganisaties would allow five.
  maxFuzzy: 3,
} satisfies SearchOptions;

/** The longest names have so many words; a text with more is none, and no description has them all. */
export const MOST_WORDS = 14;
/** No name has a longer word. */
export const LONGEST_WORD = 30;
/** More letters than the longest names have; of a longer text nothing more is read, since it has too many words. */
const MOST_CHARACTERS = 1000;

// Two letters that changed places count as two wrong ones. Tried only where nothing else is found.
const twoLetters = (term: string) => (term.length > 4 ? 2 : false);

export type TextIndex = {
  /** Ids of the organisations that name one of the cancer types, or are for all cancers. */
  forCancerTypes(types: readonly string[]): string[];
  /** Ids of organisations whose names fit the words, best first; small typos and beginnings of words are enough. */
  named(text: string): string[];
  /** Ids of organisations that fit the words in any field, best first. */
  matching(text: string): string[];
};

/** Builds the index once for all organisations of the directory. */
export function indexDirectory(directory: Directory): TextIndex {
  // Cancers are looked up for every question, words only where somebody searches: that index is made when needed.
  const types = new MiniSearch<Pick<Document, 'id' | 'typeIds'>>({
    fields: ['typeIds'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  types.addAll(
    directory.organisations.map((organisation) => ({ id: organisation.id, typeIds: typeIdsOf(organisation) })),
  );
  let words: MiniSearch<Document> | undefined;
  const makeWords = (): MiniSearch<Document> => {
    const index = new MiniSearch<Document>({ fields: [...textFields], tokenize: wordsOf, processTerm: (term) => term });
    index.addAll(directory.organisations.map((organisation) => toDocument(organisation, directory)));
    return index;
  };
  const generic = genericWords(directory.organisations);
  const idsOf = (text: string, options: SearchOptions): string[] => {
    words ??= makeWords();
    return words.search(text, options).map((result): string => result.id);
  };

  return {
    forCancerTypes: (asked) =>
      types
        .search([...asked, allCancers].join(' '), { combineWith: 'OR', prefix: false, fuzzy: false })
        .map((result): string => result.id),
    named: (text) => {
      const asked = wordsToFind(text);
      const telling = asked.filter((word) => !generic.has(word)).join(' ');
      const all = asked.join(' ');
      const options: SearchOptions = { ...defaults, fields: [...nameFields], combineWith: 'AND' };
      const attempts: readonly [string, SearchOptions][] = [
        [all, options],
        [telling === all ? '' : telling, options],
        [all, { ...options, fuzzy: twoLetters }],
      ];
      for (const [searched, settings] of attempts) {
        const ids = searched === '' ? [] : idsOf(searched, settings);
        if (ids.length > 0) return ids;
      }
      return [];
    },
    matching: (text) =>
      idsOf(wordsToFind(text).join(' '), { ...defaults, fields: [...textFields], combineWith: 'AND' }),
  };
}

/** The words to look for, each once; none where they are too many or too long to be those of a name or a description. */
function wordsToFind(text: string): string[] {
  const words = [...new Set(wordsOf(text.slice(0, MOST_CHARACTERS)))];
  return words.length > MOST_WORDS || words.some((word) => word.length > LONGEST_WORD) ? [] : words;
}

/** Letters, digits and spaces: most names, and there are thousands of them at the start. */
const plainText = /^[A-Za-z0-9 ]*$/;

/** The words of a text in lower case and without accents; apostrophes and full stops inside a word are dropped. */
export function wordsOf(text: string): string[] {
  if (plainText.test(text)) return text.toLowerCase().split(' ').filter(Boolean);
  return (
    foldAccents(text.toLowerCase())
      .replace(/(?<=\p{L})['’.](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The text without accents, and with plain letters for those of Denmark, Norway, Poland, Iceland and Germany. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[øØæÆłŁðÐþÞßœŒđĐ]/g, (letter) => plainLetters[letter] ?? letter);
}

const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'Ae',
  ł: 'l',
  Ł: 'L',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ß: 'ss',
  œ: 'oe',
  Œ: 'Oe',
  đ: 'd',
  Đ: 'D',
};

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

function typeIdsOf(organisation: Organisation): string {
  return isForAllCancers(organisation) ? allCancers : namedCancerTypes(organisation).join(' ');
}

function toDocument(organisation: Organisation, directory: Directory): Document {
  const types = namedCancerTypes(organisation);
  return {
    id: organisation.id,
    name: organisation.name,
    nameOnPage: organisation.nameOnPage ?? '',
    formerNames: organisation.formerNames.join(' '),
    aliases: organisation.aliases.join(' '),
    abbreviations: organisation.abbreviations.join(' '),
    cancerTypes: types
      .flatMap((type) => {
        const words = directory.cancerType(type)?.words.en;
        return words === undefined ? [] : [words.name, ...words.names, ...words.lay];
      })
      .join(' '),
    countries: organisation.countries.map((country) => countryNames.of(country) ?? '').join(' '),
    topics: organisation.topics.join(' '),
    description: organisation.descriptions.en ?? '',
    typeIds: typeIdsOf(organisation),
  };
}

function genericWords(organisations: readonly Organisation[]): Set<string> {
  const counts = new Map<string, number>();
  for (const organisation of organisations) {
    for (const word of new Set(wordsOf(`${organisation.name} ${organisation.aliases.join(' ')}`))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  // Fewer than a handful of organisations tell nothing about which words are common.
  const limit = Math.max(3, organisations.length * genericShare);
  return new Set([...counts].filter(([, count]) => count >= limit).map(([word]) => word));
}
