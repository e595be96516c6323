import { readConfig } from '../../src/config.ts';
import { loadGuide } from '../../src/loadGuide.ts';
import { ask, OWN_QUESTIONS, readRows } from './questions.ts';
import { score } from './score.ts';

/**
 * `npm run evaluate -- [FILE…]`: the scores that the labels of the files allow, and what is confused with what; without a
 * file, those of the project's own questions.
 */
const files = process.argv.length > 2 ? process.argv.slice(2) : [OWN_QUESTIONS];
const guide = loadGuide(readConfig({}));
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

for (const file of files) {
  const scored = await ask(readRows(file), guide);
  print(`\n${file}`);
  const groups = Map.groupBy(scored, ({ row }) =>
    row.id.includes('/') ? row.id.split('/')[0]! : `handwritten ${row.lang ?? ''}`,
  );
  for (const [group, members] of groups) for (const line of score(members)) print(`  ${group}: ${line}`);
}
