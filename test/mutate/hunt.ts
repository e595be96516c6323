import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../fuzz/random.ts';
import { broken, type Mutant } from './mutant.ts';
import { mutantsOf, ROOT } from './places.ts';
import { namesakesOf, type Room, testsOf } from './rooms.ts';
import { tryTests } from './trial.ts';

/** A mutant after the tests of its room have run. */
export interface Fate {
  readonly mutant: Mutant;
  readonly end: 'killed' | 'timeout' | 'survived';
  /** Milliseconds of all tests that ran against it. */
  readonly took: number;
}

/** A run against a mutant may take so many times as long as without: then it counts as killed. */
const LONGER = 4;
/** Milliseconds that any run may take, since a busy machine is slow to start a process. */
const LEAST_LIMIT = 30_000;
/** So many mutants are tried at a time. */
const AT_ONCE = 2;

/** So many mutants of a list, each at most once, the same for the same seed. */
export function sample(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const random = createRandom(seed);
  const left = [...mutants];
  const taken = Math.min(count, left.length);
  return Array.from({ length: taken }, () => left.splice(random.below(left.length), 1)[0]!);
}

/** Tells how long a run of tests may take; throws where they fail though nothing is broken. */
function createLimits(): (tests: readonly string[]) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  const measure = async (tests: readonly string[]): Promise<number> => {
    const { end, took, output } = await tryTests(tests, null, 600_000);
    if (end !== 'passed') throw new Error(`Tests fail though nothing is broken; mend them first.\n${output}`);
    return Math.max(took * LONGER, LEAST_LIMIT);
  };
  return (tests) => {
    const key = tests.join('\n');
    const limit = known.get(key) ?? measure(tests);
    known.set(key, limit);
    return limit;
  };
}

/**
 * Breaks a sample of places in a room, one at a time, and tells which of them its tests notice.
 *
 * @param onFate is told each mutant's fate as soon as it is known
 * @throws Error where the tests fail without a mutant
 */
export async function hunt(room: Room, count: number, seed: number, onFate: (fate: Fate) => void): Promise<Fate[]> {
  const mutants = sample(
    mutantsOf((path) => room.sources.test(path)),
    count,
    seed,
  );
  const limitOf = createLimits();
  const all = testsOf(room);
  const fates: Fate[] = [];
  const tryMutant = async (mutant: Mutant): Promise<Fate> => {
    const text = broken(readFileSync(join(ROOT, mutant.file), 'utf8'), mutant);
    const first = namesakesOf(mutant.file);
    const rest = all.map((group) => group.filter((test) => !first.includes(test)));
    let took = 0;
    for (const tests of [first, ...rest].filter(({ length }) => length > 0)) {
      const trial = await tryTests(tests, { file: mutant.file, text }, await limitOf(tests));
      took += trial.took;
      if (trial.end !== 'passed') return { mutant, end: trial.end === 'timeout' ? 'timeout' : 'killed', took };
    }
    return { mutant, end: 'survived', took };
  };
  const waiting = [...mutants];
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const fate = await tryMutant(mutant);
      fates.push(fate);
      onFate(fate);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return fates;
}
