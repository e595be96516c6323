/** Resolves for those who call it one after the other, with a pause between. */
export type Pace = () => Promise<void>;

/**
 * Makes a pace for refusals: whoever sends as fast as it is answered then sends slowly, and costs next to nothing.
 *
 * @param pause between two, in milliseconds
 * @param most who wait at a time; whoever comes then does not wait
 */
export function createPace(pause: number, most: number): Pace {
  const waiting: (() => void)[] = [];
  let isTicking = false;
  const tick = (): void => {
    isTicking = true;
    setTimeout(() => {
      isTicking = false;
      waiting.shift()?.();
      if (waiting.length > 0) tick();
    }, pause);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.length >= most) return resolve();
      waiting.push(resolve);
      if (!isTicking) tick();
    });
}
