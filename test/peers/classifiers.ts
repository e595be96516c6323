import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OWN_QUESTIONS, readRows } from '../evaluation/questions.ts';
import { scoreClassifier } from './scoreClassifier.ts';

/**
 * `npm run classifiers`: the guide beside classifiers from ready-made parts, all trained on the guide's training
 * utterances and asked the project's own questions, each in a process of its own.
 */
const PEERS = ['guide', 'natural-bayes', 'natural-regression', 'node-nlp'] as const;
const rows = readRows(OWN_QUESTIONS);
const runner = fileURLToPath(new URL('runClassifier.ts', import.meta.url));
const lines = PEERS.map((peer) => {
  process.stderr.write(`${peer} …\n`);
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--expose-gc', runner, peer], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${peer} ended with ${status}: ${stderr}`);
  return scoreClassifier(peer, rows, JSON.parse(stdout.split('\n').at(-1)!));
});
const header = [
  'classifier',
  'trained on',
  'same answer',
  'danger found',
  'none taken for danger',
  'off topic rejected',
  'in scope rejected',
  'ms a question',
  'ready in ms',
  'memory in MB',
  'training in s',
];
for (const cells of [header, header.map(() => '---'), ...lines]) process.stdout.write(`| ${cells.join(' | ')} |\n`);
