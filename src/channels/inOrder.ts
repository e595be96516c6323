/** Runs what belongs to the same key one after the other, and everything else side by side. */
export type InOrder = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Makes such a queue; a failure stays with the one who caused it. */
export function createInOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    last.set(key, result);
    const tidy = (): void => {
      if (last.get(key) === result) last.delete(key);
    };
    result.then(tidy, tidy);
    return result;
  };
}
