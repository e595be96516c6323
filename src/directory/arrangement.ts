// Puts ranked lists together: one list for each cancer type named, then the first three.

import type { Candidate } from './ranking.ts';

/** A candidate with the number of its step, inside the list for one cancer type. */
export type Placed = Candidate & { step: number };

/** How many matches a person sees first. */
const firstCount = 3;

/**
 * Takes turns between the lists, so that each cancer type has its own organisations near the top. An organisation for
 * all cancers waits while another list still has one for its cancer that is due no later. Each organisation comes once.
 */
export function interleave(lists: readonly (readonly Placed[])[]): Placed[] {
  if (lists.length === 1) return [...(lists[0] ?? [])];
  const best = bestFits(lists);
  const taken = new Set<string>();
  const merged: Placed[] = [];
  const headOf = (list: readonly Placed[] | undefined) =>
    list?.find((candidate) => !taken.has(candidate.organisation.id));
  const isDue = (candidate: Placed) =>
    candidate.cancer?.kind !== 'all' ||
    !lists.some((list) => {
      const rival = headOf(list);
      return rival !== undefined && rival.cancer?.kind !== 'all' && rival.step <= candidate.step;
    });
  let turn = 0;
  for (let waited = 0; waited < lists.length; ) {
    const head = headOf(lists[turn]);
    const due = head !== undefined && isDue(head);
    if (due) {
      taken.add(head.organisation.id);
      merged.push(best.get(head.organisation.id) ?? head);
    }
    waited = due ? 0 : waited + 1;
    // An organisation for all cancers is on every list: it takes nobody's turn.
    if (!due || head.cancer?.kind !== 'all') turn = (turn + 1) % lists.length;
  }
  return merged;
}

/** Brings forward, into the first three, the first candidate that meets each condition; earlier conditions win. */
export function bringForward(
  placed: readonly Placed[],
  conditions: readonly ((candidate: Placed) => boolean)[],
): Placed[] {
  const first = new Set<Placed>();
  for (const meets of conditions) {
    if (first.size === firstCount) break;
    if ([...first].some(meets)) continue;
    const found = placed.find(meets);
    if (found !== undefined) first.add(found);
  }
  for (const candidate of placed) {
    if (first.size >= firstCount) break;
    first.add(candidate);
  }
  return [
    ...placed.filter((candidate) => first.has(candidate)),
    ...placed.filter((candidate) => !first.has(candidate)),
  ];
}

const nearness = { same: 0, kind: 1, parent: 2, all: 3 } as const;

function bestFits(lists: readonly (readonly Placed[])[]): Map<string, Placed> {
  const best = new Map<string, Placed>();
  for (const candidate of lists.flat()) {
    const rival = best.get(candidate.organisation.id);
    if (rival === undefined || closer(candidate, rival)) best.set(candidate.organisation.id, candidate);
  }
  return best;
}

function closer(one: Placed, other: Placed): boolean {
  return nearness[one.cancer?.kind ?? 'all'] < nearness[other.cancer?.kind ?? 'all'];
}
