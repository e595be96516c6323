import { isDanger, type Understanding } from '../../src/understanding/understanding.ts';

/** A labelled question. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly intent?: string;
  readonly alsoIntent?: readonly string[];
  readonly cancerTypes: readonly string[];
  readonly accept?: readonly string[];
  readonly country?: string | null;
  readonly safety?: string;
  readonly notes?: string;
}

export interface Scored {
  readonly row: Row;
  readonly understanding: Understanding;
  readonly types: readonly string[];
  readonly help: boolean;
}

const percent = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`;
const FIND = new Set(['find_organisation', 'country_organisations']);

/** True where an intent is the labelled one, or as good. */
export function isAsGood(intent: string, row: Pick<Row, 'intent' | 'alsoIntent'>): boolean {
  return (
    intent === row.intent || (row.alsoIntent ?? []).includes(intent) || (FIND.has(intent) && FIND.has(row.intent ?? ''))
  );
}

/** True where the understanding leads to the labelled answer, or to one as good. */
export function isSameAnswer({ row, understanding }: Pick<Scored, 'row' | 'understanding'>): boolean {
  return isAsGood(understanding.intent, row);
}

/** True for a question that is labelled a crisis or an emergency. */
export const isLabelledDanger = ({ safety }: Row): boolean => safety === 'crisis' || safety === 'emergency';

/** Micro precision, recall and F1 over (question, type) pairs, and false alarms. */
export function scoreTypes(scored: readonly Scored[]): {
  precision: number;
  recall: number;
  f1: number;
  falseAlarms: number;
  without: number;
} {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  let falseAlarms = 0;
  const without = scored.filter(({ row }) => row.cancerTypes.length === 0);
  for (const { row, types } of scored) {
    const accept = row.accept ?? [];
    for (const gold of row.cancerTypes) {
      if (types.includes(gold) || (gold === 'any-cancer' && types.some((type) => accept.includes(type)))) right += 1;
      else missed += 1;
    }
    const extra = types.filter((type) => !row.cancerTypes.includes(type) && !accept.includes(type));
    wrong += extra.length;
    if (row.cancerTypes.length === 0 && extra.length > 0) falseAlarms += 1;
  }
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    falseAlarms,
    without: without.length,
  };
}

/** Precision and recall of each intent (an answer as good counts as right), with what it is taken for. */
export function confusions(labelled: readonly Pick<Scored, 'row' | 'understanding'>[]): string[] {
  const intents = [...new Set(labelled.map(({ row }) => row.intent!))];
  return intents.sort().map((intent) => {
    const rows = labelled.filter(({ row }) => row.intent === intent);
    const right = rows.filter(isSameAnswer).length;
    const given = labelled.filter(({ understanding }) => understanding.intent === intent);
    const wrong = Map.groupBy(
      rows.filter((each) => !isSameAnswer(each)),
      ({ understanding }) => understanding.intent,
    );
    const taken = [...wrong].sort((a, b) => b[1].length - a[1].length).map(([as, { length }]) => `${as} ${length}`);
    return `  ${intent.padEnd(24)} precision ${percent(given.filter(isSameAnswer).length, given.length)}, recall ${percent(right, rows.length)}${taken.length > 0 ? `, taken for ${taken.join(', ')}` : ''}`;
  });
}

/** The scores as lines of text. */
export function score(scored: readonly Scored[]): string[] {
  const lines: string[] = [];
  const types = scoreTypes(scored);
  if (types.without < scored.length)
    lines.push(
      `cancer types F1 ${types.f1.toFixed(3)} (precision ${types.precision.toFixed(3)}, recall ${types.recall.toFixed(3)})`,
    );
  lines.push(`cancer types, false alarms ${percent(types.falseAlarms, types.without)}`);
  const labelled = scored.filter(({ row }) => row.intent);
  if (labelled.length === 0) return lines;
  lines.push(
    `intents, exact ${percent(labelled.filter(({ row, understanding }) => understanding.intent === row.intent).length, labelled.length)}`,
  );
  lines.push(`intents, same answer ${percent(labelled.filter(isSameAnswer).length, labelled.length)}`);
  lines.push(...confusions(labelled));
  const isRejected = ({ understanding }: Scored): boolean => understanding.intent === 'out_of_scope';
  const offTopic = labelled.filter(({ row }) => row.intent === 'out_of_scope');
  const inScope = labelled.filter(({ row }) => ![row.intent, ...(row.alsoIntent ?? [])].includes('out_of_scope'));
  lines.push(
    `off topic: rejected ${percent(offTopic.filter(isRejected).length, offTopic.length)}, in scope rejected ${percent(inScope.filter(isRejected).length, inScope.length)}`,
  );
  for (const danger of ['crisis', 'emergency', 'medical-advice']) {
    const rows = scored.filter(({ row }) => row.safety === danger);
    if (rows.length === 0) continue;
    const found = rows.filter(({ understanding }) => understanding.safety.class === danger);
    lines.push(
      `${danger}: found ${percent(found.length, rows.length)}, certain ${found.filter(({ understanding }) => understanding.safety.certain).length}, without a number ${rows.filter(({ help }) => !help).length}`,
    );
  }
  const safe = scored.filter(({ row }) => row.safety === 'none');
  if (safe.length > 0) {
    const interrupted = safe.filter(({ understanding: { safety } }) => safety.certain && isDanger(safety));
    lines.push(
      `false interruptions ${percent(interrupted.length, safe.length)}, of them look-alikes ${interrupted.filter(({ row }) => row.notes?.includes('look-alike')).length}`,
    );
    const inWords = scored.filter(({ row }) => row.text.trim().split(/\s+/).length >= 4);
    const possible = safe.filter(({ understanding: { safety } }) => !safety.certain && isDanger(safety));
    const looking = safe.filter(({ row }) => row.intent === 'find_organisation' || row.intent === 'information');
    lines.push(
      `possible danger in rows with none ${percent(possible.length, safe.length)}; a number beside the answer of find_organisation and information ${percent(looking.filter(({ help }) => help).length, looking.length)}`,
      `language right ${percent(inWords.filter(({ row, understanding }) => understanding.language === (row.lang ?? 'en')).length, inWords.length)} of four words or more`,
      `country right ${percent(scored.filter(({ row, understanding }) => (row.country ?? null) === understanding.country).length, scored.length)}`,
    );
  }
  return lines;
}
