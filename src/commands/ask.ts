import { createInterface } from 'node:readline/promises';
import { toText } from '../../dialogs/activity.ts';
import { GuideBot } from '../bot.ts';
import { InProcessChannel } from '../channels/inProcess.ts';
import { readConfig } from '../config.ts';
import { type LoadedGuide, loadGuide } from '../start/loadGuide.ts';
import { featuresOf } from '../understanding/intents/features.ts';

const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

// A reader such as `head` may close the pipe early: that is no fault.
process.stdout.on('error', () => process.exit(0));

const guide = loadGuide(readConfig(process.env));
const channel = new InProcessChannel(new GuideBot(guide));

async function answer(text: string): Promise<void> {
  const { outcome, activities } = await channel.say(text);
  out(outcome ? `\n${toText(outcome.reply)}\n` : `\n${activities.map((activity) => activity.text).join('\n')}\n`);
}

/** Shows why an utterance is understood as it is. */
function explain(text: string): void {
  // The language that answers reads, too.
  const { language } = guide.languages.tell(text, { talk: null, locale: null });
  const own = guide.languages.guide(language) as LoadedGuide;
  const { reader } = own;
  const reading = reader.read(text);
  const classification = reader.classify(reading.facts);
  const understanding = reader.understand(text);
  const span = (mention: { start: number; end: number }): string =>
    reading.tokens
      .slice(mention.start, mention.end)
      .map((token) => token.raw)
      .join(' ');
  out(`tokens        ${reading.tokens.map((token) => token.text).join(' | ')}`);
  out(
    `safety        ${reading.safety.map((finding) => `${finding.class} ${finding.certain ? 'certain' : 'possible'} (${finding.rule}: "${finding.words}")`).join('; ') || 'none'}`,
  );
  out(`language      ${reading.language}`);
  out(
    `cancer        ${reading.cancer.mentions.map((mention) => `${mention.types.join('+') || 'any-cancer'} ("${span(mention)}")`).join('; ') || 'none'} -> ${understanding.cancerTypes.join(', ')}`,
  );
  out(
    `country       ${reading.countries.mentions.map((mention) => `${mention.code} by ${mention.kind} ("${span(mention)}")`).join('; ') || 'none'} -> ${understanding.country}`,
  );
  out(`organisations ${reading.organisations.ids.join(', ') || 'none'}`);
  const scores = Object.entries(classification.scores)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4);
  out(
    `classifier    ${scores.map(([intent, score]) => `${intent} ${score.toFixed(2)}`).join(', ')}; words known ${classification.coverage.toFixed(2)}`,
  );
  out(
    `features      ${reader.classifier
      .explain(featuresOf(reading.facts, reader.classifier.lexicon, false), classification.intent, 12)
      .map(({ feature, adds }) => `${feature} ${adds.toFixed(2)}`)
      .join(', ')}`,
  );
  out(
    `decided       ${understanding.intent} (${understanding.score.toFixed(2)}${understanding.sure ? '' : ', not sure'}; rule: ${understanding.rule}), safety ${understanding.safety.class}, about ${understanding.about}`,
  );
  const matches = own.search.search({
    cancerTypes: understanding.cancerTypes,
    country: understanding.country,
    topic: null,
    audience: null,
    language: 'en',
    purpose: 'help',
    onlyWithHelpline: false,
  });
  out(
    `ranking       ${matches
      .slice(0, 6)
      .map(
        ({ organisation, reasons }) =>
          `${organisation.id} (cancer: ${reasons.cancer?.kind ?? '-'}, country: ${reasons.country ?? '-'}, need: ${reasons.need ? 'yes' : 'no'})`,
      )
      .join('; ')}`,
  );
}

const words = process.argv.slice(2);
if (words[0] === '--explain') explain(words.slice(1).join(' '));
else if (words.length > 0) await answer(words.join(' '));
else {
  const { activities } = await channel.send({ type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] });
  out(`${activities.map((activity) => activity.text).join('\n')}\n(Empty line or Ctrl+D ends.)`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() === '') break;
    await answer(line);
    terminal.prompt();
  }
  terminal.close();
}
