import { createRequire } from 'node:module';
import cityTimezones from 'city-timezones';
import type { Country } from 'world-countries';
import { z } from 'zod';
import { type Entry, Gazetteer } from './gazetteer.ts';
import type { Token } from './tokens.ts';

// The library's entry for modules re-exports JSON without saying so, which Node refuses.
const worldCountries = createRequire(import.meta.url)('world-countries') as readonly Country[];

/** `data/<language>/countries.json`: what the libraries do not know of the names of countries. */
export const countryWordsFile = z.strictObject({
  names: z
    .record(z.string().regex(/^[A-Z]{2}$/), z.array(z.string().min(1)))
    .describe('further names, by country code: "Holland", "Britain"'),
  nationalities: z
    .record(z.string().regex(/^[A-Z]{2}$/), z.array(z.string().min(1)))
    .describe('nationalities and adjectives of countries that the library lacks, by country code'),
  cities: z
    .record(z.string().regex(/^[A-Z]{2}$/), z.array(z.string().min(1)))
    .describe('further cities, by country code'),
  ordinary: z
    .array(z.string().min(1))
    .describe('phrases that hold the name of a country and mean none: a language, an institution, a thing'),
  ambiguous: z
    .array(z.string().min(1))
    .describe('names that are also words or names of people: they count only in capitals or after a word of place'),
  placeWords: z.array(z.string().min(1)).describe('words before a place: "in", "near"'),
  cityWords: z
    .array(z.string().min(1))
    .describe('words before a city: fewer, since many cities are also names of people'),
  originWords: z
    .array(z.string().min(1))
    .describe('words before the place that somebody comes from, which is less than where they are'),
  negators: z.array(z.string().min(1)).describe('words before a place that is not meant: "NOT in the UK"'),
  selves: z
    .array(z.string().min(1))
    .describe('words before the place where the person or their family is: "WE live in Spain"'),
  languageWords: z
    .array(z.string().min(1))
    .describe('words before or after a nationality that is meant as a language: "speak", "translate"'),
});

export type CountryWordsFile = z.infer<typeof countryWordsFile>;

/** How a country was named. */
export type CountryKind = 'name' | 'nationality' | 'city' | 'ordinary';

interface Place {
  readonly code: string;
  readonly kind: CountryKind;
}

/** A country that an utterance names. */
export interface CountryMention {
  readonly code: string;
  readonly kind: CountryKind;
  readonly start: number;
  readonly end: number;
}

export interface CountryFinding {
  /** ISO 3166-1 alpha-2; null where none is named. */
  readonly country: string | null;
  readonly mentions: readonly CountryMention[];
  /** Countries that are named and not meant: "not the UK". */
  readonly denied: readonly string[];
}

export type FindCountry = (tokens: readonly Token[], masked?: ReadonlySet<number>) => CountryFinding;

/** Large cities are known, smaller ones are too often words or names of people. */
const CITY_INHABITANTS = 100_000;
/** Where a city's name is a common word, only a capital letter and a word of place make it one: "in Nice". */
const SHORT_NAME = 4;
/** So many words before a place are looked at for a denial, or for whose place it is. */
const REACH = 4;
/** Cities of that size are known without "in" before them, where their name is no ambiguous word. */
const LARGE_CITY = 500_000;

function libraryEntries(language: string, isOrdinary: (word: string) => boolean): Entry<Place>[] {
  const translation = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const entries: Entry<Place>[] = [];
  for (const country of worldCountries) {
    const code = country.cca2;
    const value: Place = { code, kind: 'name' };
    const names = [country.name.common, country.name.official, translation.of(code) ?? ''];
    for (const phrase of names) entries.push({ phrase, value });
    // In other languages only as they are written there: "irland" is nearer to Ireland than to Ísland.
    const native = Object.values(country.name.native ?? {}).map((name) => name.common);
    for (const phrase of [...native, ...country.altSpellings.filter((name) => name.length > SHORT_NAME)]) {
      if (!names.includes(phrase)) entries.push({ phrase, value, exact: true });
    }
    const demonyms = country.demonyms?.[language === 'fr' ? 'fra' : 'eng'];
    for (const demonym of new Set([demonyms?.f, demonyms?.m])) {
      if (demonym) entries.push({ phrase: demonym, value: { code, kind: 'nationality' } });
    }
  }
  for (const city of cityTimezones.cityMapping) {
    if (city.pop < CITY_INHABITANTS || city.city.length < SHORT_NAME || city.city === city.country) continue;
    for (const phrase of new Set([city.city, city.city_ascii])) {
      entries.push({ phrase, value: { code: city.iso2, kind: 'city' }, exact: isOrdinary(phrase.toLowerCase()) });
    }
  }
  return entries;
}

const ofWords = (words: Readonly<Record<string, readonly string[]>>, kind: CountryKind): Entry<Place>[] =>
  Object.entries(words).flatMap(([code, phrases]) => phrases.map((phrase) => ({ phrase, value: { code, kind } })));

/**
 * Makes the function that finds the country an answer should be for.
 *
 * @param language ISO 639-1
 * @param words what the libraries (world-countries, city-timezones, Intl) lack in that language
 * @param isOrdinary tells a common word of the language: "Nice" and "Reading" are cities only after "in"
 */
export function createCountries(
  language: string,
  words: CountryWordsFile,
  isOrdinary: (word: string) => boolean,
): FindCountry {
  const own = [
    ...ofWords(words.names, 'name'),
    ...ofWords(words.nationalities, 'nationality'),
    ...ofWords(words.cities, 'city'),
  ];
  const shields = words.ordinary.map(
    (phrase): Entry<Place> => ({ phrase, value: { code: '', kind: 'ordinary' }, exact: true }),
  );
  const population = new Map<string, number>();
  for (const city of cityTimezones.cityMapping) {
    const name = `${city.city.toLowerCase()} ${city.iso2}`;
    population.set(name, Math.max(population.get(name) ?? 0, city.pop));
  }
  const gazetteer = new Gazetteer<Place>([...own, ...libraryEntries(language, isOrdinary), ...shields], isOrdinary);
  const ambiguous = new Set(words.ambiguous);
  const placeWords = new Set(words.placeWords);
  const cityWords = new Set(words.cityWords);
  const originWords = new Set(words.originWords);
  const negators = new Set(words.negators);
  const selves = new Set(words.selves);
  const languageWords = new Set(words.languageWords);

  const inhabitantsOf = (phrase: string, code: string): number =>
    population.get(`${phrase.toLowerCase()} ${code}`) ?? 0;

  /** Of several countries with a city of that name, the one whose city is the largest. */
  function largest(places: readonly Place[], phrase: string): Place {
    const inhabitants = (place: Place): number => inhabitantsOf(phrase, place.code);
    return [...places].sort((a, b) => inhabitants(b) - inhabitants(a))[0]!;
  }

  return (tokens, masked = new Set()) => {
    const scored: (CountryMention & { score: number })[] = [];
    const denied = new Set<string>();
    const deniedMentions: CountryMention[] = [];
    for (const mention of gazetteer.find(tokens)) {
      if (mention.values.some((place) => place.kind === 'ordinary') || masked.has(mention.start)) continue;
      const order: readonly CountryKind[] = ['name', 'nationality', 'city'];
      const kind = order.find((each) => mention.values.some((place) => place.kind === each))!;
      const { code } = largest(
        mention.values.filter((place) => place.kind === kind),
        mention.phrase,
      );
      const token = tokens[mention.start]!;
      const before = tokens[mention.start - 1]?.text ?? '';
      const after = tokens[mention.end]?.text ?? '';
      const places = kind === 'city' ? cityWords : placeWords;
      const afterPlaceWord =
        places.has(before) || (before === 'the' && places.has(tokens[mention.start - 2]?.text ?? ''));
      if (mention.errors > 0 && kind === 'city' && !afterPlaceWord) continue;
      const large = kind === 'city' && !ambiguous.has(token.text) && inhabitantsOf(mention.phrase, code) >= LARGE_CITY;
      const doubtful = kind === 'city' ? isOrdinary(token.text) && !large : ambiguous.has(token.text);
      if (
        doubtful &&
        mention.end - mention.start === 1 &&
        !isMeantAsPlace(kind, token, ambiguous.has(token.text), afterPlaceWord, tokens.length)
      )
        continue;
      // "in Polish", "speaks Dutch", "English speaking": a language, no country.
      if (kind === 'nationality' && (languageWords.has(before) || languageWords.has(after))) continue;
      const near = wordsBefore(tokens, mention.start);
      if (near.some((each) => negators.has(each.text))) {
        denied.add(code);
        deniedMentions.push({ code, kind, start: mention.start, end: mention.end });
        continue;
      }
      const byKind = kind === 'name' ? 2 : kind === 'nationality' ? 1 : 0;
      const ofSelf = near.some((each) => selves.has(each.text));
      const byPlace = originWords.has(before) ? 4 : 6;
      const score = (afterPlaceWord ? byPlace : byKind) + (afterPlaceWord && ofSelf ? 1 : 0);
      scored.push({ code, kind, start: mention.start, end: mention.end, score });
    }
    const best = scored.reduce<(typeof scored)[number] | undefined>(
      (top, each) => (!top || each.score > top.score ? each : top),
      undefined,
    );
    return {
      country: best?.code ?? null,
      denied: [...denied],
      mentions: [...scored.map(({ score: _, ...mention }) => mention), ...deniedMentions],
    };
  };
}

/** A place whose name is a common word too: it counts after "in", or in capitals, or as the whole message. */
function isMeantAsPlace(
  kind: CountryKind,
  token: Token,
  ambiguous: boolean,
  afterPlaceWord: boolean,
  words: number,
): boolean {
  const capital = token.raw[0] !== token.raw[0]!.toLowerCase();
  if (kind === 'city') return (afterPlaceWord && (capital || !ambiguous)) || (words <= 2 && capital);
  // "US" is a country, "us" is people.
  if (token.text.length <= 2) return token.raw === token.raw.toUpperCase();
  return afterPlaceWord || capital || words <= 2;
}

/** The few words before a place, back to the last pause. */
function wordsBefore(tokens: readonly Token[], place: number): Token[] {
  const words: Token[] = [];
  for (let at = place; at > 0 && words.length < REACH; at -= 1) {
    if (tokens[at]!.afterPause || tokens[at - 1]!.sentence !== tokens[at]!.sentence) break;
    words.push(tokens[at - 1]!);
  }
  return words;
}
