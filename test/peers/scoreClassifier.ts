import { isAsGood, isLabelledDanger, type Row } from '../evaluation/score.ts';

/** What one classifier did in its process. */
export interface Run {
  /** Number of utterances that it was trained on. */
  readonly trainedOn: number;
  /** For each question, in their order, the intent, and whether a danger was seen. */
  readonly answers: readonly { readonly intent: string; readonly danger: boolean }[];
  /** Median time of a question, in milliseconds. */
  readonly milliseconds: number;
  /** From the start of the process to the first answer, with the trained model read from a file, in milliseconds. */
  readonly ready: number;
  /** Resident memory after the questions, in bytes. */
  readonly memory: number;
  /** Time of training in seconds; 0 where the trained model is a file of the project. */
  readonly training: number;
}

/** One line of the table, in the order of its header. */
export function scoreClassifier(name: string, rows: readonly Row[], run: Run): string[] {
  const answers = rows.map((row, place) => ({ row, ...run.answers[place]! }));
  type Answer = (typeof answers)[number];
  const share = (of: readonly Answer[], which: (answer: Answer) => boolean): string =>
    `${((100 * of.filter(which).length) / of.length).toFixed(1)} %`;
  const isOffTopic = ({ row }: Answer): boolean => row.intent === 'out_of_scope';
  const rejected = ({ intent }: Answer): boolean => intent === 'out_of_scope';
  return [
    name,
    `${run.trainedOn}`,
    share(answers, ({ row, intent }) => isAsGood(intent, row)),
    share(
      answers.filter(({ row }) => isLabelledDanger(row)),
      ({ danger }) => danger,
    ),
    share(
      answers.filter(({ row }) => row.safety === 'none'),
      ({ danger }) => danger,
    ),
    share(answers.filter(isOffTopic), rejected),
    share(
      answers.filter((answer) => !isOffTopic(answer)),
      rejected,
    ),
    run.milliseconds.toFixed(3),
    run.ready.toFixed(0),
    (run.memory / 2 ** 20).toFixed(0),
    run.training.toFixed(0),
  ];
}
