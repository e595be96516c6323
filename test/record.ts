import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_FOLDER } from '../src/start/loadGuide.ts';
import { readPackedModel } from '../src/understanding/languageChecks.ts';
import { LANGUAGES } from '../src/words/languages.ts';
import { Conversation } from './conversation.ts';
import { questionsIn, readRows } from './evaluation/questions.ts';
import { readTalks } from './talks.ts';

/**
 * `npm run record -- FILE`: some 4,000 answers in eight languages, one JSON line each, so that what a change of the code alters can be
 * seen with `diff`. Asked are the talks of test/conversations, the project's own questions, and every so manieth utterance, each after
 * a danger, too.
 */
const EVERY = 60;
const AFTER_DANGER: Readonly<Record<string, string>> = {
  en: 'I want to kill myself',
  de: 'ich will mich umbringen',
  fr: 'je veux me tuer',
  es: 'quiero suicidarme',
  it: 'voglio uccidermi',
  pt: 'quero matar-me',
  nl: 'ik wil zelfmoord plegen',
  pl: 'chcę się zabić',
};

const lines: string[] = [];

async function talk(title: string, locale: string | undefined, texts: readonly string[]): Promise<void> {
  const conversation = new Conversation(locale);
  for (const text of texts) {
    const { understanding, reply } = await conversation.turn(text);
    lines.push(JSON.stringify({ title, locale, text, understanding, reply }));
  }
}

for (const { file, title, locale, lines: said } of readTalks())
  await talk(
    `${file}: ${title}`,
    locale,
    said.flatMap(({ who, text }) => (who === 'user>' ? [text] : [])),
  );
for (const language of LANGUAGES) {
  for (const row of readRows(questionsIn(language))) await talk(row.id, language, [row.text]);
  const folder = new URL(`../data/${language}/utterances/`, import.meta.url);
  const { intents } = readPackedModel(DATA_FOLDER, language);
  for (const intent of intents) {
    const utterances = readFileSync(new URL(`${intent}.txt`, folder), 'utf8')
      .split('\n')
      .filter(Boolean);
    for (const [place, text] of utterances.entries())
      if (place % EVERY === 0) await talk(`${language} ${intent} ${place}`, language, [AFTER_DANGER[language]!, text]);
  }
}

const [file] = process.argv.slice(2);
const text = `${lines.join('\n')}\n`;
if (file) writeFileSync(file, text);
process.stdout.write(`${lines.length} answers, sha256 ${createHash('sha256').update(text).digest('hex')}\n`);
