import type { CancerTypeWords } from './vocabulary.ts';

/** All types that a type belongs to, near or far. */
export type AncestorsOf = (id: string) => ReadonlySet<string>;

/** Makes the function that finds the types above a type. A circle, which the check of the data names, ends nowhere. */
export function createAncestors(types: readonly CancerTypeWords[]): AncestorsOf {
  const parents = new Map(
    types.map((type) => [type.id, type.parent ? [type.parent, ...type.alsoUnder] : type.alsoUnder]),
  );
  function ancestors(id: string, seen: Set<string>): Set<string> {
    for (const parent of parents.get(id) ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      ancestors(parent, seen);
    }
    return seen;
  }
  return (id) => ancestors(id, new Set());
}

/** The most specific of some types: what stands above another of them is left out, but a child's cancer stays one. */
export function mostSpecific(types: readonly string[], ancestorsOf: AncestorsOf): string[] {
  return types.filter((id) => id === 'childhood' || !types.some((other) => other !== id && ancestorsOf(other).has(id)));
}
