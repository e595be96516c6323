import type { FuzzReport } from './run.ts';

/** Megabytes that a program may grow between a fifth of the requests and their end: its caches fill, nothing else. */
const MOST_GROWTH = 100;

/** What the figures say that must not be, in a sentence each; none where all is well. */
export function faultsOf(report: FuzzReport): string[] {
  const { crashes, faults5xx, withoutEnd, filesOutside, typedPrinted, memory, answered200, requests } = report;
  return [
    crashes > 0 && 'The program ended.',
    faults5xx > 0 && `${faults5xx} answers were 5xx.`,
    withoutEnd > 0 && `${withoutEnd} requests got neither an answer nor an end.`,
    filesOutside.length > 0 && `${filesOutside.length} files were written outside DATA_DIR.`,
    typedPrinted && 'What was typed has been printed.',
    memory.late - memory.early > MOST_GROWTH && `Memory grew from ${memory.early} to ${memory.late} MB.`,
    answered200 * 2 < requests && `Only ${answered200} of ${requests} were answered with 200.`,
  ].filter((fault) => fault !== false);
}

/** Figures as lines, a name and a value each. */
export function tableOf(report: object): string {
  return Object.entries(report)
    .map(([name, value]) =>
      Array.isArray(value)
        ? `${name.padEnd(16)}${value.length === 0 ? 'none' : value.map((item) => `\n  ${JSON.stringify(item)}`).join('')}`
        : `${name.padEnd(16)}${typeof value === 'object' ? JSON.stringify(value) : value}`,
    )
    .join('\n');
}
