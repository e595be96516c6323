/** The value below which a share of all values lies, from 0 to 1. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)]!;

/** The value in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);
