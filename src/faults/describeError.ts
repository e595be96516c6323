import { randomInt } from 'node:crypto';

const MOST_PLACES = 5;

/** A number for the operator and the visitor to speak of the same failure. */
export function newReference(): string {
  return randomInt(36 ** 5, 36 ** 6)
    .toString(36)
    .toUpperCase();
}

/** The error that others were wrapped around: botbuilder-dialogs puts each into one of its own, under `error`. */
function innermost(error: unknown): unknown {
  const { error: wrapped, cause } = (error ?? {}) as { error?: unknown; cause?: unknown };
  const inner = wrapped instanceof Error ? wrapped : cause instanceof Error ? cause : null;
  return inner && inner !== error ? innermost(inner) : error;
}

/**
 * What an operator may know of an error: its kind and the places in the code where it arose. Its message may hold what a
 * visitor typed.
 */
export function describeError(error: unknown): string {
  const cause = innermost(error);
  if (!(cause instanceof Error)) return 'something was thrown that is no error';
  const { code } = cause as NodeJS.ErrnoException;
  const places = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [code ? `${cause.name} (${code})` : cause.name, ...places.slice(0, MOST_PLACES)].join('\n');
}
