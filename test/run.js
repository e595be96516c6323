// npm test -- [FILE|FOLDER ...] [mocha's options]
// Plain JavaScript: runs the files that are named, or all tests where none is. Mocha itself would add those named to all others.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ALL = 'test/**/*.test.ts';
// A folder stands for the tests in it; a pattern has "/" on every system.
const given = process.argv
  .slice(2)
  .map((word) =>
    existsSync(word) && statSync(word).isDirectory() ? join(word, '**', '*.test.ts').replaceAll('\\', '/') : word,
  );
const namesTests = given.some((word) => word.endsWith('.ts'));
const mocha = new URL('../node_modules/mocha/bin/mocha.js', import.meta.url);
process.argv.splice(2, Infinity, ...given, ...(namesTests ? [] : [ALL]));
await import(mocha.href);
