import { readFileSync } from 'node:fs';
import { GuideBot } from '../../src/bot.ts';
import { InProcessChannel } from '../../src/channels/inProcess.ts';
import { readConfig } from '../../src/config.ts';
import { loadGuide } from '../../src/loadGuide.ts';
import { type Row, type Scored, score } from './score.ts';

/** `npm run evaluate -- FILE…`: the scores that the labels of the files allow, and what is confused with what. */
const files = process.argv.slice(2);
const guide = loadGuide(readConfig({}));
const channel = new InProcessChannel(new GuideBot(guide));
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
if (files.length === 0) {
  print('Name one or more files of labelled questions (JSON lines): npm run evaluate -- FILE…');
  process.exitCode = 2;
}

for (const file of files) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
  const scored: Scored[] = [];
  for (const [place, row] of rows.entries()) {
    const { outcome } = await channel.say(row.text, `${file} ${place}`);
    if (!outcome) continue;
    const types = outcome.understanding.cancerTypes.map((id) => guide.directory.cancerType(id)?.listedAs ?? id);
    scored.push({ row, understanding: outcome.understanding, types: [...new Set(types)], help: outcome.reply.help });
  }
  print(`\n${file}`);
  const groups = Map.groupBy(scored, ({ row }) =>
    row.id.includes('/') ? row.id.split('/')[0]! : `handwritten ${row.lang ?? ''}`,
  );
  for (const [group, members] of groups) for (const line of score(members)) print(`  ${group}: ${line}`);
}
