import { z } from 'zod';
import type { CancerNames } from '../../words/cancerNames.ts';
import { DEFAULT_LANGUAGE } from '../../words/languages.ts';
import type { Entry } from '../gazetteer.ts';

const phrases = z.array(z.string().min(1));
const numberWords = z.record(z.string(), z.int().min(0).max(99));

/** `data/<language>/cancer-words.json`: the words around the names of cancers. */
export const cancerWordsFile = z.strictObject({
  /** Cancer in general. Beside a part of the body they name its cancer. */
  cancer: phrases,
  cancerMisspellings: phrases,
  /** Name a cancer only beside a part of the body: "lung CA". */
  cancerBesideSite: phrases.default([]),
  /** Name a cancer beside a part of the body; alone, cancer in general. */
  tumour: phrases,
  /** The cancer has moved to another place. */
  spread: phrases,
  /** The patient is a child, where they stand beside a cancer. */
  child: phrases,
  /** Children of any age: count only with an age below 18. */
  childWithAge: phrases,
  /** Always mean a child's cancer. */
  childhood: phrases,
  /** The patient is a man: "breast cancer in men". */
  male: phrases,
  /** Beside a tumour: not a cancer. */
  benign: phrases,
  /** Between a part of the body and its cancer: "ovarian HIGH GRADE cancer". */
  qualifiers: phrases,
  /** Between a cancer and its place: "cancer IN THE left breast". */
  linking: phrases,
  fillers: phrases,
  /** Before the place where a cancer that has spread began: "it spread FROM the breast". */
  origin: phrases,
  /** Join two places: "lung AND bone cancer". */
  joining: phrases,
  /** See `Glue` in heads.ts and `SiteWords` in sites.ts. */
  lostTo: phrases.default([]),
  having: phrases.default([]),
  another: phrases.default([]),
  reach: phrases.default([]),
  /** What stands before them is taken back: "stomach, NO WAIT, oesophageal". */
  corrections: phrases.default([]),
  /** Who has the cancer where they stand before it is no person: "my DOG has lymphoma". */
  animals: phrases.default([]),
  /** Beside them "cancer" is a star sign. */
  zodiac: phrases.default([]),
  negation: z.strictObject({
    /** The cancer after them is not meant: "it is NOT breast cancer". */
    before: phrases,
    /** The cancer before them is not meant: "breast cancer was RULED OUT". */
    after: phrases,
    /** Look like the former and are none: "not only". */
    none: phrases,
  }),
  /** See `ChildWords` in patient.ts. */
  patient: z.strictObject({
    ageUnits: phrases,
    old: phrases,
    aged: phrases,
    linking: phrases,
    parting: phrases,
    being: phrases.default([]),
    ours: phrases.default([]),
    going: phrases.default([]),
    they: phrases.default([]),
    numbers: numberWords.default({}),
  }),
  /** Names that stand for several types. */
  groups: z.record(z.string(), z.array(z.string()).min(1)),
});

export type CancerWordsFile = z.infer<typeof cancerWordsFile>;

/** A cancer type as the understanding needs it. */
export interface CancerTypeWords {
  readonly id: string;
  readonly parent: string | null;
  readonly alsoUnder: readonly string[];
  readonly words: Readonly<Record<string, CancerNames>>;
}

/** What a phrase does in a sentence about cancer. */
export type Role =
  | 'type'
  | 'ambiguous'
  | 'site'
  | 'cancer'
  | 'tumour'
  | 'beside-site'
  | 'spread'
  | 'child'
  | 'child-with-age'
  | 'childhood'
  | 'male'
  | 'benign'
  | 'negator'
  | 'negator-after'
  | 'correction'
  | 'animal'
  | 'zodiac'
  | 'ordinary';

/** What a phrase of the vocabulary stands for; `types` is empty except for types, groups, abbreviations and sites. */
export interface Mark {
  readonly role: Role;
  readonly types: readonly string[];
}

const NO_TYPES: readonly string[] = [];
const LONG_WORD = 9;

/** The two words of a name written as one ("breastcancer"), as people often type it. */
function joined(phrase: string): string[] {
  const words = phrase.split(/[\s-]+/);
  return words.length === 2 && phrase.length > 8 ? [words.join('')] : [];
}

/** English names that somebody may use in any language: the full ones, and single words too long to be another word. */
function englishNames({ words }: CancerTypeWords): string[] {
  const { name, names = [] } = words[DEFAULT_LANGUAGE] ?? {};
  return [name ?? '', ...names].filter((each) => each.includes(' ') || each.length >= LONG_WORD);
}

/**
 * All phrases of one language that matter for finding cancer types.
 *
 * @param types the cancer types with their names
 * @param words the words around them
 * @param ordinary phrases that look like a cancer and are none
 */
export function cancerEntries(
  language: string,
  types: readonly CancerTypeWords[],
  words: CancerWordsFile,
  ordinary: readonly string[],
): Entry<Mark>[] {
  const entries: Entry<Mark>[] = [];
  const add = (role: Role, list: readonly string[], typeIds: readonly string[] = NO_TYPES, exact = false): void => {
    const mark: Mark = { role, types: typeIds };
    for (const phrase of list) entries.push({ phrase, value: mark, exact });
  };
  for (const type of types) {
    const names = type.words[language];
    if (!names) continue;
    const id = [type.id];
    const full = [names.name, ...names.names, ...names.lay];
    // "Cancer" and "tumour" are heads to which a place can be added, not names that are complete.
    if (type.id === 'any-cancer') add('cancer', full);
    else add('type', [...full, ...full.flatMap(joined)], id);
    // A misspelling is no word of its own: another slip must still find the right one.
    add(type.id === 'any-cancer' ? 'cancer' : 'type', names.misspellings, id, true);
    add('type', names.abbreviations, id, true);
    add('ambiguous', names.ambiguous, id, true);
    add('site', names.sites, id);
    add('site', names.siteMisspellings, id, true);
    if (language !== DEFAULT_LANGUAGE && type.id !== 'any-cancer') add('type', englishNames(type), id, true);
  }
  for (const [phrase, ids] of Object.entries(words.groups)) add('type', [phrase, ...joined(phrase)], ids);
  add('cancer', [...words.cancer, ...words.cancerMisspellings]);
  add('tumour', words.tumour);
  add('beside-site', words.cancerBesideSite, NO_TYPES, true);
  add('spread', words.spread);
  add('child', words.child, NO_TYPES, true);
  add('child-with-age', words.childWithAge, NO_TYPES, true);
  add('childhood', words.childhood);
  add('male', words.male, NO_TYPES, true);
  add('benign', words.benign);
  add('negator', words.negation.before, NO_TYPES, true);
  add('negator-after', words.negation.after, NO_TYPES, true);
  add('correction', words.corrections, NO_TYPES, true);
  add('animal', words.animals, NO_TYPES, true);
  add('zodiac', words.zodiac, NO_TYPES, true);
  add('ordinary', [...words.negation.none, ...ordinary], NO_TYPES, true);
  return entries;
}
