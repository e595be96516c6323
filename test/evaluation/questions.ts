import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Guide } from '../../dialogs/guide.ts';
import { GuideBot } from '../../src/bot.ts';
import { InProcessChannel } from '../../src/channels/inProcess.ts';
import { DEFAULT_LANGUAGE, type Language } from '../../src/words/languages.ts';
import type { Row, Scored } from './score.ts';

/** The project's own labelled questions in English, by people who had not seen the training text. */
export const OWN_QUESTIONS = fileURLToPath(new URL('questions.jsonl', import.meta.url));

/** The project's own labelled questions in a language, written in the same way. */
export const questionsIn = (language: Language): string =>
  language === DEFAULT_LANGUAGE ? OWN_QUESTIONS : OWN_QUESTIONS.replace('.jsonl', `.${language}.jsonl`);

/** Reads labelled questions, one JSON object a line. */
export function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
}

/** Asks the bot each question in a talk of its own. */
export async function ask(rows: readonly Row[], guide: Guide): Promise<Scored[]> {
  const channel = new InProcessChannel(new GuideBot(guide));
  const scored: Scored[] = [];
  for (const [place, row] of rows.entries()) {
    const { outcome } = await channel.say(row.text, `question ${place}`);
    if (!outcome) continue;
    const types = outcome.understanding.cancerTypes.map((id) => guide.directory.cancerType(id)?.listedAs ?? id);
    scored.push({ row, understanding: outcome.understanding, types: [...new Set(types)], help: outcome.reply.help });
  }
  return scored;
}
