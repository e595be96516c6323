import { z } from 'zod';
import type { CancerNames } from '../../words/cancerNames.ts';
import { DEFAULT_LANGUAGE } from '../../words/languages.ts';
import type { Entry } from '../gazetteer.ts';

const phrases = z.array(z.string().min(1));
const numberWords = z.record(z.string(), z.int().min(0).max(99));

/** `data/<language>/cancer-words.json`: the words around the names of cancers. */
export const cancerWordsFile = z.strictObject({
  cancer: phrases.describe('words for cancer in general; beside a part of the body they name its cancer'),
  cancerMisspellings: phrases.describe('misspellings of these'),
  cancerBesideSite: phrases.default([]).describe('words that name a cancer only beside a part of the body: "lung CA"'),
  tumour: phrases.describe('words that name a cancer beside a part of the body; alone, cancer in general'),
  spread: phrases.describe('words for a cancer that has moved to another place'),
  child: phrases.describe('words for a child who is the patient, where they stand beside a cancer'),
  childWithAge: phrases.describe('words for children of any age: they count only with an age below 18'),
  childhood: phrases.describe("words that always mean a child's cancer"),
  male: phrases.describe('words for a man who is the patient: "breast cancer in MEN"'),
  benign: phrases.describe('words beside a tumour that is no cancer'),
  qualifiers: phrases.describe('words between a part of the body and its cancer: "ovarian HIGH GRADE cancer"'),
  linking: phrases.describe('words between a cancer and its place: "cancer IN THE left breast"'),
  fillers: phrases.describe('words that may stand anywhere between'),
  origin: phrases.describe('words before the place where a cancer that has spread began: "it spread FROM the breast"'),
  joining: phrases.describe('words that join two places: "lung AND bone cancer"'),
  lostTo: phrases
    .default([])
    .describe('words between a part of the body and the cancer that took it: "lost his voice box TO cancer"'),
  having: phrases
    .default([])
    .describe('words between a place and the word of its spreading: "prostate WITH spread to the spine"'),
  another: phrases
    .default([])
    .describe('words before a second place that has lost its noun: "one has lung cancer, the OTHER bowel"'),
  reach: phrases.default([]).describe('words before the place that a cancer has reached: "spread TO the spine"'),
  corrections: phrases
    .default([])
    .describe('words that take back what stands before them: "stomach, NO WAIT, oesophageal"'),
  animals: phrases.default([]).describe('words for who has the cancer where it is no person: "my DOG has lymphoma"'),
  zodiac: phrases.default([]).describe('words beside which "cancer" is a star sign'),
  negation: z
    .strictObject({
      before: phrases.describe('the cancer after them is not meant: "it is NOT breast cancer"'),
      after: phrases.describe('the cancer before them is not meant: "breast cancer was RULED OUT"'),
      none: phrases.describe('these look like the former and are none: "not only"'),
    })
    .describe('words that deny a cancer'),
  patient: z
    .strictObject({
      ageUnits: phrases.describe('words after an age: "my 5 YEAR old"'),
      old: phrases.describe('words after the unit, or instead of it: "5 year OLD", "7YO"'),
      aged: phrases.describe('words before an age: "AGED 7"'),
      linking: phrases.describe('words between a cancer and the child who has it: "leukaemia IN children"'),
      parting: phrases.describe(
        'words between a child and a cancer of somebody else: "my children that I have cancer"',
      ),
      being: phrases.default([]).describe('words between a child and its age: "our daughter IS four"'),
      ours: phrases.default([]).describe('words before the name of a child: "OUR Ella is three"'),
      going: phrases.default([]).describe('words after an age that has no unit: "my boy of six HAS leukaemia"'),
      they: phrases.default([]).describe('words that stand for the child before an age: "HES 13"'),
      numbers: numberWords.default({}).describe('ages in words, with their numbers'),
    })
    .describe('words by which the age of a patient is told'),
  groups: z
    .record(z.string(), z.array(z.string()).min(1))
    .describe('names that stand for several types: the ids of these by the name'),
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
