import type { Guide } from '../../../dialogs/guide.ts';
import { queryOf } from '../../../dialogs/replies/organisations.ts';
import { NEW_TALK, remember } from '../../../dialogs/talk.ts';
import { generalTypes } from '../../directory/cancerType.ts';
import type { Topic } from '../../directory/organisation.ts';
import { type Match, matchByName } from '../../directory/query.ts';
import type { Understanding } from '../../understanding/understanding.ts';

/** What a search in the directory gave. */
export interface Found {
  readonly matches: readonly Match[];
  /** ISO 3166-1 alpha-2; null where none was asked for. */
  readonly country: string | null;
  readonly topic: Topic | null;
}

/** Each organisation once, at its first place. */
function once(matches: readonly Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter(({ organisation: { id } }) => !seen.has(id) && seen.add(id));
}

/**
 * Searches the directory by a few words: a name, a cancer, a country, a need, or several of them, with typing errors.
 *
 * @param understanding what the words mean
 * @param country where whoever searches is, for a search without words; null where it is not known
 */
export function searchDirectory(
  words: string,
  understanding: Understanding,
  country: string | null,
  guide: Guide,
): Found {
  const { search } = guide;
  const talk = remember(NEW_TALK, understanding);
  const start = words === '';
  const query = queryOf(start ? { ...talk, country } : talk, understanding.intent, guide);
  const topic = query.topic ?? null;
  const asked = { country: query.country, topic };
  if (start) return { ...asked, matches: search.search(query) };
  const named = search.searchByName(words);
  const exact = named.filter(({ reasons }) => reasons.name === 'exact');
  const told = understanding.organisations.flatMap((id) => {
    const organisation = guide.directory.organisation(id);
    return organisation ? [matchByName(organisation, 'exact')] : [];
  });
  const specific = talk.cancerTypes.some((type) => !generalTypes.includes(type));
  const fitting = specific || query.country || (topic && understanding.sure) ? search.search(query) : [];
  // A cancer or a country is what the words say; a name that is only near comes after it.
  const matches = once([...exact, ...told, ...fitting, ...named]);
  return { ...asked, matches: matches.length > 0 ? matches : search.searchByWords(words) };
}
