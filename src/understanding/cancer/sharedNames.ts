import type { Fault } from '../../dataFiles/dataFile.ts';
import { foldPhrase } from '../tokens.ts';
import type { CancerTypeWords } from './vocabulary.ts';

/**
 * Names that stand under two cancer types of one language: whoever uses one would be shown only one of the two.
 *
 * @param types the entries of `data/cancer-types.json`
 * @param language ISO 639-1
 * @returns a fault for each name, empty where every name stands once
 */
export function faultsOfSharedNames(types: readonly CancerTypeWords[], language: string): Fault[] {
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { id, words } of types) {
    const names = words[language];
    if (!names) continue;
    const all = [names.name, ...names.names, ...names.lay, ...names.abbreviations, ...names.ambiguous];
    for (const name of all) {
      const key = foldPhrase(name).join(' ');
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      if (owner === id) continue;
      faults.push({
        file: 'cancer-types.json',
        place: `${id}, "${name}"`,
        message: `stands under ${owner}, too; keep it in one, or add it to "groups" in ${language}/cancer-words.json`,
      });
    }
  }
  return faults;
}
