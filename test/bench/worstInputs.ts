import { readFileSync } from 'node:fs';
import { MemoryStorage } from 'botbuilder';
import type { Guide } from '../../dialogs/guide.ts';
import { hear } from '../../dialogs/hear.ts';
import { NEW_TALK } from '../../dialogs/talk.ts';
import { GuideBot } from '../../src/bot.ts';
import { InProcessChannel } from '../../src/channels/inProcess.ts';
import { createArrivals } from '../../src/channels/teams/arrivals.ts';
import { createTeamsTurn } from '../../src/channels/teams/teamsTurn.ts';
import { readConfig } from '../../src/config.ts';
import { loadGuide } from '../../src/start/loadGuide.ts';
import { MOST_CHARACTERS } from '../../src/understanding/readText.ts';
import { find, readAsked } from '../../src/web/server/directorySearch.ts';
import { LANGUAGES, type Language } from '../../src/words/languages.ts';
import { type Recipe, randomFrom, textOf, vocabulary } from './hardTexts.ts';
import { median } from './median.ts';
import { report } from './report.ts';

/** What one message may cost at most, in milliseconds. */
export const BOUNDS = { website: 10, teams: 40, directory: 10 } as const;
const TEAMS_CHARACTERS = 20_000;
const FORM_CHARACTERS = 200;
const RUNS = 9;
/** So many words are drawn for a text of many different ones. */
const DIFFERENT = 900;

type Report = (bench: string, value: number, unit: string) => void;

/** The recipes that `searchWorst.ts` found, by language. */
const found = JSON.parse(readFileSync(new URL('worst-inputs.json', import.meta.url), 'utf8')) as Partial<
  Record<Language, Recipe[]>
>;

/** The worst recipes for one language: every kind of word and sign that the program knows, and what a search found. */
export function recipesFor(language: Language, guide: Guide): Record<string, Recipe> {
  const random = randomFrom(11);
  const recipes: Record<string, Recipe> = {};
  for (const [kind, units] of Object.entries(vocabulary(language, guide))) {
    if (units.length === 0) continue;
    const drawn = Array.from({ length: DIFFERENT }, () => units[random(units.length)]!);
    recipes[kind] = { units: drawn, between: ' ' };
    recipes[`${kind}, a sentence each`] = { units: drawn, between: '. ' };
  }
  for (const sign of ['\ufdfa', 'x', 'a ', "'", '. ', '38.5 '])
    recipes[`only ${JSON.stringify(sign)}`] = { units: [sign], between: '' };
  for (const [place, recipe] of (found[language] ?? []).entries()) recipes[`found ${place + 1}`] = recipe;
  return recipes;
}

/** The worst that Teams can send: its markup half open, entities, names, and the worst texts of the website. */
export function teamsTexts(english: Guide): Record<string, string> {
  const signs = [
    '<at ',
    '<at>a',
    '</at>',
    '<at></at>',
    '<',
    '<a ',
    '&amp;',
    '&#x1F468;',
    '&',
    '<at>\ufdfa',
    '&nbsp;\ufdfa ',
  ];
  return {
    ...Object.fromEntries(signs.map((sign) => [sign, textOf({ units: [sign], between: '' }, TEAMS_CHARACTERS)])),
    ...Object.fromEntries(
      Object.entries(recipesFor('en', english)).map(([name, recipe]) => [name, textOf(recipe, TEAMS_CHARACTERS)]),
    ),
  };
}

async function timed(run: () => unknown): Promise<number> {
  await run();
  const taken: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return median(taken);
}

/** Times texts and says the worst of them; above the bound it says so on the error output, too. */
async function worstOf(
  name: string,
  bound: number,
  texts: Record<string, string>,
  run: (text: string) => unknown,
  report: Report,
): Promise<void> {
  for (const text of Object.values(texts)) await run(text);
  let worst = { name: '', milliseconds: 0 };
  for (const [text, value] of Object.entries(texts)) {
    const milliseconds = await timed(() => run(value));
    if (milliseconds > worst.milliseconds) worst = { name: text, milliseconds };
  }
  report(`${name}: ${worst.name}`, worst.milliseconds, 'ms');
  if (worst.milliseconds > bound) process.stderr.write(`Over the bound of ${bound} ms: ${name}: ${worst.name}\n`);
}

/** Says the worst inputs that are known, by language and place, each with its milliseconds (median, warm). */
export async function benchWorstInputs(english: Guide, report: Report): Promise<void> {
  for (const language of LANGUAGES) english.languages.guide(language);
  for (const language of LANGUAGES) {
    const recipes = recipesFor(language, english.languages.guide(language));
    const texts = Object.fromEntries(
      Object.entries(recipes).map(([name, recipe]) => [name, textOf(recipe, MOST_CHARACTERS)]),
    );
    const turn = (text: string): unknown => hear(text, NEW_TALK, language, english);
    await worstOf(`worst 4,000 characters, ${language}`, BOUNDS.website, texts, turn, report);
  }
  const bot = new GuideBot(english);
  const teams = new InProcessChannel(
    createTeamsTurn({
      guide: english,
      bot,
      arrivals: createArrivals(bot, new MemoryStorage()),
      icon: null,
      typingAfter: 60_000,
    }),
  );
  let conversation = 0;
  const say = (text: string): Promise<unknown> => {
    conversation += 1;
    return teams.say(text, `c${conversation}`, { channelId: 'msteams' });
  };
  await worstOf('worst 20,000 characters of Teams', BOUNDS.teams, teamsTexts(english), say, report);
  const forms = Object.fromEntries(
    Object.entries(recipesFor('en', english)).map(([name, recipe]) => [name, textOf(recipe, FORM_CHARACTERS)]),
  );
  const search = (text: string): unknown =>
    find(readAsked(new URLSearchParams({ q: text, cancer: text }).toString(), english), english);
  await worstOf('worst search of the directory', BOUNDS.directory, forms, search, report);
}

// Alone: node --import ./src/nodeVersion.js test/bench/worstInputs.ts
if (import.meta.main) await benchWorstInputs(loadGuide(readConfig({})), report);
