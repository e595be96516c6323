import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import type { Intent } from '../../src/understanding/intents/intents.ts';
import { readUtterances } from '../../src/understanding/languageFiles.ts';
import { median } from '../bench/median.ts';
import { OWN_QUESTIONS, readRows } from '../evaluation/questions.ts';

/** `runClassifier.ts NAME`: trains one classifier, asks it the project's own questions, and prints what came of it. */
interface Answer {
  readonly intent: string;
  readonly danger: boolean;
}
type Ask = (question: string) => Answer | Promise<Answer>;
type Labelled = readonly (readonly [text: string, intent: Intent])[];

const DANGERS = ['crisis', 'emergency'];
const answerOf = (intent: string): Answer => ({ intent, danger: DANGERS.includes(intent) });

/**
 * Utterances of each intent. Natural's logistic regression takes time with the square of what it is given; node-nlp
 * answers best with so many (of 50, 200, 600 and all; with all it holds nearly everything for off topic).
 */
const EACH: Readonly<Record<string, number>> = { 'natural-regression': 6, 'node-nlp': 200 };

/** One of Natural's classifiers, by the name of its file; it writes itself as JSON. */
const natural = async (file: string) => (await import(`natural/lib/natural/classifiers/${file}.js`)).default;

async function loadNatural(file: string, folder: string): Promise<Ask> {
  const classifier = (await natural(file)).restore(JSON.parse(readFileSync(join(folder, 'model'), 'utf8')));
  return (question) => answerOf(classifier.classify(question));
}

async function trainNatural(file: string, labelled: Labelled, folder: string): Promise<void> {
  const classifier = new (await natural(file))();
  for (const [text, intent] of labelled) classifier.addDocument(text, intent);
  classifier.train();
  writeFileSync(join(folder, 'model'), JSON.stringify(classifier));
}

const LOADERS: Readonly<Record<string, (folder: string) => Promise<Ask>>> = {
  guide: async () => {
    const { readConfig } = await import('../../src/config.ts');
    const { loadGuide } = await import('../../src/start/loadGuide.ts');
    const { reader } = loadGuide(readConfig({}));
    return (question) => {
      const { intent, safety } = reader.understand(question);
      return { intent, danger: DANGERS.includes(safety.class) };
    };
  },
  'natural-bayes': (folder) => loadNatural('bayes_classifier', folder),
  'natural-regression': (folder) => loadNatural('logistic_regression_classifier', folder),
  'node-nlp': async (folder) => {
    const { NlpManager } = await import('node-nlp');
    const manager = new NlpManager({ languages: ['en'], autoSave: false, nlu: { log: false } });
    manager.load(join(folder, 'model'));
    return async (question) => {
      const { intent } = await manager.process('en', question);
      return answerOf(intent === 'None' ? 'out_of_scope' : intent);
    };
  },
};

const TRAINERS: Readonly<Record<string, (labelled: Labelled, folder: string) => Promise<void>>> = {
  guide: async () => {},
  'natural-bayes': (labelled, folder) => trainNatural('bayes_classifier', labelled, folder),
  'natural-regression': (labelled, folder) => trainNatural('logistic_regression_classifier', labelled, folder),
  'node-nlp': async (labelled, folder) => {
    const { NlpManager } = await import('node-nlp');
    const manager = new NlpManager({ languages: ['en'], autoSave: false, nlu: { log: false } });
    for (const [text, intent] of labelled) manager.addDocument('en', text, intent);
    await manager.train();
    manager.save(join(folder, 'model'));
  },
};

/** The libraries write on the standard output, too. */
const lastLine = (text: string): object => JSON.parse(text.split('\n').at(-1)!);

const [name = 'guide', modelFolder] = process.argv.slice(2);
if (modelFolder) {
  // Asked in a process of its own, so that training counts for neither time nor memory.
  const ask = await LOADERS[name]!(modelFolder);
  const rows = readRows(OWN_QUESTIONS);
  await ask(rows[0]!.text);
  const ready = performance.now();
  const answers: Answer[] = [];
  const times: number[] = [];
  for (const { text } of rows) {
    const start = performance.now();
    answers.push(await ask(text));
    times.push(performance.now() - start);
  }
  globalThis.gc?.();
  process.stdout.write(
    `\n${JSON.stringify({ answers, milliseconds: median(times), ready, memory: process.memoryUsage().rss })}`,
  );
} else {
  const { spawnSync } = await import('node:child_process');
  const folder = mkdtempSync(join(tmpdir(), 'classifier-'));
  const all = Object.entries(readUtterances(DATA_FOLDER, 'en')).flatMap(([intent, texts]) =>
    texts.slice(0, EACH[name]).map((text) => [text, intent as Intent] as const),
  );
  const start = performance.now();
  await TRAINERS[name]!(all, folder);
  const training = name === 'guide' ? 0 : (performance.now() - start) / 1000;
  const asked = spawnSync(process.execPath, ['--expose-gc', process.argv[1]!, name, folder], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  rmSync(folder, { recursive: true });
  if (asked.status !== 0) throw new Error(asked.stderr);
  process.stdout.write(`\n${JSON.stringify({ ...lastLine(asked.stdout), trainedOn: all.length, training })}`);
}
