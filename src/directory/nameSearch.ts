// Finds organisations by name or by words, the way people type them.

import type { Directory } from './directory.ts';
import { phrasesOf } from './names.ts';
import type { Organisation } from './organisation.ts';
import { type Match, matchByName } from './query.ts';
import { type TextIndex, wordsOf } from './textIndex.ts';

/** The two searches by text over an index. Both give an empty list where nothing fits; a whole name ends the search. */
export function createNameSearch(
  directory: Directory,
  index: TextIndex,
): {
  searchByName(text: string): Match[];
  searchByWords(text: string): Match[];
} {
  const exactly = new Map<string, Organisation[]>();
  for (const organisation of directory.organisations) {
    for (const key of new Set(phrasesOf(organisation).map(keyOf))) {
      exactly.set(key, [...(exactly.get(key) ?? []), organisation]);
    }
  }
  const found = (ids: readonly string[]) => ids.flatMap((id) => directory.organisation(id) ?? []);
  return {
    searchByName(text) {
      const exact = exactly.get(keyOf(text));
      if (exact !== undefined) return exact.map((organisation) => matchByName(organisation, 'exact'));
      return found(index.named(text)).map((organisation) => matchByName(organisation, 'near'));
    },
    searchByWords: (text) => found(index.matching(text)).map((organisation) => matchByName(organisation, null)),
  };
}

function keyOf(text: string): string {
  return wordsOf(text).join(' ');
}
