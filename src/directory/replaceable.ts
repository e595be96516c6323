import type { Directory } from './directory.ts';
import { createSearch, type Search } from './search.ts';

/** A directory with its search that can be replaced while the program runs: whoever holds them sees the new entries. */
export interface ReplaceableDirectory {
  readonly directory: Directory;
  readonly search: Search;
  /** Puts another directory in the place of this one, at once and whole. */
  replace(next: Directory): void;
}

/** Makes it. A turn never sees half of each, since a turn reads the directory without waiting in between. */
export function createReplaceable(first: Directory): ReplaceableDirectory {
  let now = first;
  let searchNow = createSearch(first);
  let version = first.version;
  return {
    directory: {
      get version() {
        return version;
      },
      get organisations() {
        return now.organisations;
      },
      get cancerTypes() {
        return now.cancerTypes;
      },
      get countriesServed() {
        return now.countriesServed;
      },
      organisation: (id) => now.organisation(id),
      cancerType: (id) => now.cancerType(id),
      ancestorsOf: (id) => now.ancestorsOf(id),
      kindsOf: (id) => now.kindsOf(id),
      helplines: (country) => now.helplines(country),
      bySection: () => now.bySection(),
    },
    search: {
      search: (query) => searchNow.search(query),
      searchByName: (text) => searchNow.searchByName(text),
      searchByWords: (text) => searchNow.searchByWords(text),
    },
    replace(next) {
      const search = createSearch(next);
      [now, searchNow, version] = [next, search, version + 1];
    },
  };
}
