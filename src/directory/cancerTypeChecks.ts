// Faults of cancer types that no single field shows: parents that do not exist, and circles.

import type { Fault } from '../dataFiles/dataFile.ts';
import { parentsOf } from './cancerTree.ts';
import type { CancerType } from './cancerType.ts';
import { duplicates } from './duplicates.ts';

const file = 'cancer-types.json';

/** Every fault between the cancer types. `ids` holds the ids of all entries, those that are faulty as well. */
export function checkCancerTypes(cancerTypes: readonly CancerType[], ids: readonly string[]): Fault[] {
  const byId = new Map(cancerTypes.map((type) => [type.id, type]));
  const faults = duplicates(file, ids);
  for (const type of cancerTypes) {
    const parents = `${type.id}, parent or alsoUnder`;
    for (const parent of parentsOf(type)) {
      if (ids.includes(parent)) continue;
      faults.push({
        file,
        place: parents,
        message: `no cancer type has the id "${parent}"; correct the id, or add the type`,
      });
    }
    if (isBelowItself(type, byId)) {
      faults.push({ file, place: parents, message: 'stands below itself; break the circle of parents' });
    }
    const listed = byId.get(type.listedAs);
    if (listed === undefined ? !ids.includes(type.listedAs) : listed.listedAs !== type.listedAs) {
      faults.push({
        file,
        place: `${type.id}, listedAs`,
        message: `"${type.listedAs}" is not on the short list; name a type that is listed as itself`,
      });
    }
  }
  return faults;
}

function isBelowItself(start: CancerType, byId: ReadonlyMap<string, CancerType>): boolean {
  const seen = new Set<string>();
  const open = parentsOf(start);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const type = byId.get(id);
    if (type !== undefined) open.push(...parentsOf(type));
  }
  return false;
}
