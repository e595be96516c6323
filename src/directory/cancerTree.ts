// The tree of cancer types: a type may stand under a parent and under further ones.

import type { CancerType } from './cancerType.ts';

export type CancerTree = {
  /** Every type above this one, nearest first, its parent before the further ones; empty for an unknown id. */
  ancestorsOf(id: string): readonly string[];
  /** Every type below this one, nearest first; empty for an unknown id. */
  kindsOf(id: string): readonly string[];
};

/** Builds the tree once. Ids that do not exist and cycles are left out: cancerTypeChecks.ts reports them. */
export function plantTree(types: readonly CancerType[]): CancerTree {
  const known = new Set(types.map((type) => type.id));
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>(types.map((type) => [type.id, []]));
  for (const type of types) {
    const parents = parentsOf(type).filter((parent) => known.has(parent));
    above.set(type.id, parents);
    for (const parent of parents) below.get(parent)?.push(type.id);
  }
  const ancestors = new Map(types.map((type) => [type.id, walk(type.id, above)]));
  const kinds = new Map(types.map((type) => [type.id, walk(type.id, below)]));
  return {
    ancestorsOf: (id) => ancestors.get(id) ?? [],
    kindsOf: (id) => kinds.get(id) ?? [],
  };
}

/** The ids right above a type: its parent, then the further ones. */
export function parentsOf(type: CancerType): string[] {
  return type.parent === null ? [...type.alsoUnder] : [type.parent, ...type.alsoUnder];
}

function walk(start: string, next: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  let level: readonly string[] = next.get(start) ?? [];
  while (level.length > 0) {
    const fresh = level.filter((id) => id !== start && !found.has(id));
    for (const id of fresh) found.add(id);
    level = fresh.flatMap((id) => next.get(id) ?? []);
  }
  return [...found];
}
