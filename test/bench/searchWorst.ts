import { writeFileSync } from 'node:fs';
import { hear } from '../../dialogs/hear.ts';
import { NEW_TALK } from '../../dialogs/talk.ts';
import { readConfig } from '../../src/config.ts';
import { loadGuide } from '../../src/start/loadGuide.ts';
import { MOST_CHARACTERS } from '../../src/understanding/readText.ts';
import { LANGUAGES, type Language } from '../../src/words/languages.ts';
import { EXPANDING, type Recipe, randomFrom, textOf, vocabulary } from './hardTexts.ts';
import { recipesFor } from './worstInputs.ts';

/**
 * Searches for the texts that cost most, by language, and writes them to `worst-inputs.json`, which the bench times:
 * `node --import ./src/nodeVersion.js test/bench/searchWorst.ts [seconds for each language] [languages]`.
 * It begins with the worst known ones, and then changes, adds and leaves out their parts as long as that makes them worse.
 */
const SECONDS = Number(process.argv[2] ?? 60);
const RUNS = 6;
const KEPT = 8;
const WRITTEN = 3;

const english = loadGuide(readConfig({}));
for (const language of LANGUAGES) english.languages.guide(language);

/** Milliseconds of processor time of one turn: what else the machine does counts less than on the clock. */
function cost(recipe: Recipe, language: Language, runs: number): number {
  const text = textOf(recipe, MOST_CHARACTERS);
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) hear(text, NEW_TALK, language, english);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / runs;
}

function search(language: Language): Recipe[] {
  const random = randomFrom(23);
  const pick = <Value>(list: readonly Value[]): Value => list[random(list.length)]!;
  const kinds = [...Object.values(vocabulary(language, english.languages.guide(language))), [...EXPANDING]].filter(
    (units) => units.length > 0,
  );
  let kept = Object.values(recipesFor(language, english.languages.guide(language))).map((recipe) => ({
    recipe,
    cost: cost(recipe, language, RUNS),
  }));
  const keepWorst = (): void => {
    kept = kept.sort((a, b) => b.cost - a.cost).slice(0, KEPT);
  };
  keepWorst();
  const end = performance.now() + SECONDS * 1000;
  let tried = 0;
  while (performance.now() < end) {
    tried += 1;
    const { recipe } = pick(kept);
    const units = random(5) === 0 ? [] : [...recipe.units];
    for (let change = random(6); change >= 0; change -= 1) {
      const place = random(units.length + 1);
      const way = random(4);
      if (way === 0 && units.length > 1) units.splice(place, 1);
      else if (way === 1 && units.length > 0) units[place % units.length] = pick(pick(kinds));
      else if (way === 2) units.splice(place, 0, ...pick(kept).recipe.units.slice(0, 1 + random(40)));
      else units.splice(place, 0, pick(pick(kinds)));
    }
    const between = random(8) === 0 ? pick([' ', ', ', '. ', '\n', '']) : recipe.between;
    const next = { units, between };
    const least = kept.at(-1)!.cost;
    // Each is timed twice, so that a moment in which the machine was busy is not taken for a bad text.
    if (cost(next, language, RUNS) <= least) continue;
    const again = cost(next, language, 2 * RUNS);
    if (again <= least) continue;
    kept.push({ recipe: next, cost: again });
    keepWorst();
  }
  const shown = kept.slice(0, WRITTEN).map((each) => each.cost.toFixed(1));
  process.stdout.write(`${language}: ${tried} texts, the worst take ${shown.join(', ')} ms\n`);
  // Only what fits into a text is written.
  return kept.slice(0, WRITTEN).map(({ recipe: { units, between } }) => {
    let length = 0;
    const used = units.filter((unit) => {
      length += unit.length + between.length;
      return length - unit.length < MOST_CHARACTERS;
    });
    return { units: used, between };
  });
}

const wanted = process.argv[3]?.split(',') ?? LANGUAGES;
const file = new URL('worst-inputs.json', import.meta.url);
const result: Partial<Record<Language, Recipe[]>> = {};
for (const language of LANGUAGES) if (wanted.includes(language)) result[language] = search(language);
writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
// The SDK keeps timers.
process.exit();
