import { readConfig } from '../../src/config.ts';
import { loadGuide } from '../../src/start/loadGuide.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { crossValidationLines } from './crossValidation.ts';
import { ask, questionsIn, readRows } from './questions.ts';
import { score } from './score.ts';

/**
 * `npm run evaluate -- [--quick] [FILE…]`: the scores that the labels of the files allow, and what is confused with what; without a
 * file, those of the project's own questions in each language, and then a cross-validation of the intents on the training utterances
 * (some minutes; not with --quick).
 */
const given = process.argv.slice(2).filter((word) => word !== '--quick');
const isQuick = process.argv.includes('--quick');
const files = given.length > 0 ? given : LANGUAGES.map(questionsIn);
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

if (given.length === 0 && !isQuick) {
  print('\ncross-validation (about a minute a fold)');
  const onFold = (fold: number, of: number): void => {
    process.stderr.write(`  fold ${fold} of ${of}\n`);
  };
  for (const line of crossValidationLines('en', onFold)) print(`  ${line}`);
}
