import { type Entry, Gazetteer, type Mention } from './gazetteer.ts';
import { fold, type Token } from './tokens.ts';

/** The names of one organisation, given from outside: the understanding knows nothing of the directory. */
export interface OrganisationName {
  readonly id: string;
  readonly phrases: readonly { readonly phrase: string; readonly onlyAlone: boolean }[];
}

export interface OrganisationFinding {
  /** Ids in the order in which the names were given. */
  readonly ids: readonly string[];
  readonly mentions: readonly Mention<Name>[];
  /** True where the utterance asks for the organisation and for nothing else. */
  readonly alone: boolean;
}

interface Name {
  readonly id: string;
  readonly onlyAlone: boolean;
}

/** Names that short are abbreviations: no typing error and no plural is forgiven in them. */
const MOST_ABBREVIATION = 5;
const NONE: OrganisationFinding = { ids: [], mentions: [], alone: false };

/** Finds organisations by the names that hold at the moment: they are read again when there are others. */
export function followOrganisationNames(
  names: () => readonly OrganisationName[],
  fillers: ReadonlySet<string>,
  isOrdinary: (word: string) => boolean,
): (tokens: readonly Token[]) => OrganisationFinding {
  let known: readonly OrganisationName[] | undefined;
  let find: (tokens: readonly Token[]) => OrganisationFinding;
  return (tokens) => {
    const now = names();
    if (now !== known) [known, find] = [now, createOrganisationNames(now, fillers, isOrdinary)];
    return find(tokens);
  };
}

/**
 * Makes the function that finds organisations by name.
 *
 * @param names the names, the society's own list first
 * @param fillers words that may stand beside a name that is asked for: "do you know …"
 */
export function createOrganisationNames(
  names: readonly OrganisationName[],
  fillers: ReadonlySet<string>,
  isOrdinary: (word: string) => boolean,
): (tokens: readonly Token[]) => OrganisationFinding {
  const order = new Map(names.map(({ id }, place) => [id, place]));
  const entries = names.flatMap(({ id, phrases }): Entry<Name>[] => {
    const free: Name = { id, onlyAlone: false };
    const alone: Name = { id, onlyAlone: true };
    // Short forms are never taken for misspelt words.
    return phrases.map(({ phrase, onlyAlone }) => ({
      phrase,
      value: onlyAlone ? alone : free,
      exact: phrase.length <= MOST_ABBREVIATION || (onlyAlone && !phrase.includes(' ')),
    }));
  });
  const gazetteer = new Gazetteer(entries, isOrdinary);

  return (tokens) => {
    // "Kids" is no plural of KID.
    const found = gazetteer
      .find(tokens)
      .filter(
        ({ phrase, start, end }) =>
          end - start > 1 || phrase.length > MOST_ABBREVIATION || tokens[start]!.text === fold(phrase),
      );
    if (found.length === 0) return NONE;
    const covered = new Set(
      found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
    );
    const alone = tokens.every((token, place) => covered.has(place) || fillers.has(token.text));
    const mentions = found.flatMap((mention) => {
      const values = mention.values.filter((name) => alone || !name.onlyAlone);
      return values.length > 0 ? [{ ...mention, values }] : [];
    });
    const ids = new Set(mentions.flatMap((mention) => mention.values.map(({ id }) => id)));
    return { ids: [...ids].sort((a, b) => order.get(a)! - order.get(b)!), mentions, alone: alone && ids.size > 0 };
  };
}
