// Every name that people may type for an organisation, for whoever looks for names in an utterance.

import type { Directory } from './directory.ts';
import { allNames, type Organisation } from './organisation.ts';
import { wordsOf } from './textIndex.ts';

export type OrganisationNames = {
  id: string;
  /** `onlyAlone`: also a word or something else, so it means the organisation only alone or after "who is". */
  phrases: { phrase: string; onlyAlone: boolean }[];
};

/**
 * The names of every organisation, the society's list first, so that where a name fits two the society's comes first.
 * A part of a name that is the whole name of another organisation is left out.
 */
export function organisationNames(directory: Directory): OrganisationNames[] {
  const wholeNames = new Set(directory.organisations.flatMap(allNames).map(keyOf));
  const cancerWords = wordsForCancers(directory);
  const ordered = [...directory.organisations].sort(
    (one, other) => Number(one.list !== 'society') - Number(other.list !== 'society'),
  );
  return ordered.map((organisation) => {
    const own = new Set(allNames(organisation).map(keyOf));
    const alsoWords = new Set(organisation.alsoWords.flatMap(formsOf).map(keyOf));
    const phrases = phrasesOf(organisation)
      .filter((phrase) => own.has(keyOf(phrase)) || !wholeNames.has(keyOf(phrase)))
      .map((phrase) => {
        const key = keyOf(phrase);
        return { phrase, onlyAlone: alsoWords.has(key) || cancerWords.has(key) || key.length <= 2 };
      });
    return { id: organisation.id, phrases };
  });
}

/** The names of one organisation in all the forms that people type, each once. */
export function phrasesOf(organisation: Organisation): string[] {
  const phrases = new Map<string, string>();
  for (const name of allNames(organisation)) {
    for (const form of formsOf(name)) {
      const key = keyOf(form);
      if (key !== '' && !phrases.has(key)) phrases.set(key, form);
    }
  }
  return [...phrases.values()];
}

const legalWord = /[\s,]+(?:Inc\.?|Ltd\.?|Onlus|e\.\s?V\.?|asbl|vzw|gGmbH)$/i;
const inBrackets = /\s*\(([^()]*)\)\s*$/;
const spellings: readonly (readonly [RegExp, string])[] = [
  [/tumour/gi, 'tumor'],
  [/tumor/gi, 'tumour'],
  [/leukaemia/gi, 'leukemia'],
  [/leukemia/gi, 'leukaemia'],
  [/\borganisation(?=s?\b)/gi, 'organization'],
  [/\borganization(?=s?\b)/gi, 'organisation'],
];

function formsOf(name: string): string[] {
  const bare = name.replace(inBrackets, '').replace(legalWord, '');
  const parts = bare.includes(' - ') ? bare.split(' - ').filter((part) => part.includes(' ')) : [];
  const forms = [name, bare, ...parts].flatMap((form) => [form, form.replace(/^the\s+/i, '')]);
  return forms.flatMap((form) => [
    form,
    ...spellings.map(([pattern, other]) => form.replace(pattern, (word) => sameCase(word, other))),
  ]);
}

function sameCase(model: string, word: string): string {
  const first = model.charAt(0);
  return first === first.toUpperCase() ? first + word.slice(1) : word;
}

function keyOf(phrase: string): string {
  return wordsOf(phrase).join(' ');
}

function wordsForCancers(directory: Directory): Set<string> {
  return new Set(
    directory.cancerTypes.flatMap((type) =>
      Object.values(type.words).flatMap((words) =>
        [words.name, ...words.names, ...words.lay, ...words.abbreviations, ...words.ambiguous].map(keyOf),
      ),
    ),
  );
}
