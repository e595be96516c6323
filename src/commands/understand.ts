import { createInterface } from 'node:readline';
import { z } from 'zod';
import { GuideBot } from '../bot.ts';
import { InProcessChannel } from '../channels/inProcess.ts';
import { readConfig } from '../config.ts';
import { loadGuide } from '../start/loadGuide.ts';

const question = z.looseObject({ id: z.unknown(), text: z.string(), conversation: z.string().optional() });
const MOST_ORGANISATIONS = 10;

const guide = loadGuide(readConfig(process.env));
const channel = new InProcessChannel(new GuideBot(guide));

/** Answers one JSON line, as the evaluation expects it. */
async function answerLine(line: string, number: number): Promise<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'is not valid JSON' };
  }
  const parsed = question.safeParse(value);
  if (!parsed.success) return { id: (value as { id?: unknown } | null)?.id ?? null, error: 'has no text' };
  const { id, text, conversation } = parsed.data;
  const { outcome } = await channel.say(
    text,
    conversation === undefined ? `line ${number}` : `conversation ${conversation}`,
  );
  const understanding = outcome?.understanding ?? guide.understand(text);
  const listed = understanding.cancerTypes.map((type) => guide.directory.cancerType(type)?.listedAs ?? type);
  return {
    id,
    language: understanding.language,
    intent: understanding.intent,
    score: Number(understanding.score.toFixed(3)),
    cancerTypes: [...new Set(listed)],
    country: understanding.country,
    safety: understanding.safety.class,
    certain: understanding.safety.certain,
    help: outcome?.reply.help ?? false,
    organisations: outcome?.reply.organisations.slice(0, MOST_ORGANISATIONS) ?? [],
  };
}

let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  number += 1;
  const answer = await answerLine(line, number);
  if ('error' in answer) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
