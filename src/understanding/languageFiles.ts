// The files that understanding reads of one language.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError, type Fault, readAll, readJson, readLines } from '../dataFiles/dataFile.ts';
import type { Language } from '../words/languages.ts';
import { cancerWordsFile } from './cancer/vocabulary.ts';
import { commandFile } from './commands.ts';
import { countryWordsFile } from './countries.ts';
import { INTENTS, type Intent, isNeeded } from './intents/intents.ts';
import { type Variations, variationsFile } from './intents/variations.ts';
import { peopleFile } from './person.ts';
import { afterDangerFile } from './safety/afterDanger.ts';
import { SAFETY_CLASSES, safetyFile } from './safety/rules.ts';
import { faultsOfRules } from './safety/safety.ts';
import { foldPhrase } from './tokens.ts';

/** `data/<language>/concepts.json`: words by what they stand for. */
export const conceptsFile = z.record(z.string(), z.array(z.string().min(1)));

/** `data/<language>/short-forms.json`: short forms by their long ones. */
export const shortFormsFile = z.record(z.string(), z.string().min(1));

/** The files of one language, below `data/<language>/`. */
export function readLanguageFiles(dataFolder: string, language: Language) {
  const file = (name: string): string => `${language}/${name}`;
  return readAll({
    cancerWords: () => readJson(dataFolder, file('cancer-words.json'), cancerWordsFile),
    ordinary: () => readLines(dataFolder, file('ordinary-phrases.txt')),
    shortForms: () => readJson(dataFolder, file('short-forms.json'), shortFormsFile),
    countries: () => readJson(dataFolder, file('countries.json'), countryWordsFile),
    people: () => readJson(dataFolder, file('people.json'), peopleFile),
    commands: () => readJson(dataFolder, file('commands.json'), commandFile),
    concepts: () => readJson(dataFolder, file('concepts.json'), conceptsFile),
    crisis: () => readJson(dataFolder, file('safety/crisis.json'), safetyFile, ruleAt),
    emergency: () => readJson(dataFolder, file('safety/emergency.json'), safetyFile, ruleAt),
    'medical-advice': () => readJson(dataFolder, file('safety/medical-advice.json'), safetyFile, ruleAt),
    afterDanger: () => readJson(dataFolder, file('safety/after-danger.json'), afterDangerFile, ruleAt),
  });
}

export type LanguageFiles = ReturnType<typeof readLanguageFiles>;

/** Every fault in the safety phrases, which are otherwise read only when they are needed. */
export function checkSafetyPhrases(dataFolder: string, language: Language): Fault[] {
  const files = readLanguageFiles(dataFolder, language);
  const all = [
    ...SAFETY_CLASSES.map((name) => [name, files[name]] as const),
    ['after-danger', files.afterDanger] as const,
  ];
  return all.flatMap(([name, rules]) =>
    faultsOfRules(rules).map(({ rule, message }) => ({
      file: `${language}/safety/${name}.json`,
      place: `rule ${rule}`,
      message,
    })),
  );
}

/** Names the rule where a fault is, instead of its number. */
function ruleAt(path: readonly PropertyKey[], content: unknown): string {
  if (path[0] !== 'rules' || typeof path[1] !== 'number') return path.map(String).join('.') || 'the whole file';
  const rules = (content as { rules?: { id?: unknown }[] }).rules;
  return [`rule ${String(rules?.[path[1]]?.id ?? path[1] + 1)}`, ...path.slice(2).map(String)].join('.');
}

/** The utterances of an intent in a language, below the data folder. */
export const utterancesFileOf = (language: Language, intent: Intent): string => `${language}/utterances/${intent}.txt`;

/** True where a language has utterances for an intent, or must have them. */
export function hasUtterances(dataFolder: string, language: Language, intent: Intent): boolean {
  return isNeeded(intent) || existsSync(join(dataFolder, utterancesFileOf(language, intent)));
}

/**
 * The training utterances of each intent; none of those that the language does without.
 *
 * @throws DataError where a file is empty or that of a needed intent is missing, or an utterance has two intents
 */
export function readUtterances(dataFolder: string, language: Language): Record<Intent, string[]> {
  const read = readAll(
    Object.fromEntries(
      INTENTS.map((intent) => [
        intent,
        () =>
          hasUtterances(dataFolder, language, intent) ? readLines(dataFolder, utterancesFileOf(language, intent)) : [],
      ]),
    ) as Record<Intent, () => string[]>,
  );
  const seen = new Map<string, Intent>();
  const faults: Fault[] = [];
  for (const intent of INTENTS) {
    for (const utterance of read[intent]) {
      const key = foldPhrase(utterance).join(' ');
      const other = seen.get(key);
      if (other)
        faults.push({
          file: utterancesFileOf(language, intent),
          place: `"${utterance}"`,
          message: `stands in ${other}.txt too; keep it in one`,
        });
      seen.set(key, intent);
    }
  }
  if (faults.length > 0) throw new DataError(faults);
  return read;
}

/** What is added to training utterances. @throws DataError where the file is missing or wrong */
export function readVariations(dataFolder: string, language: Language): Variations {
  return readJson(dataFolder, `${language}/variations.json`, variationsFile);
}

/** The trained model of a language, below the data folder. */
export const modelFileOf = (language: Language): string => `${language}/intents.model`;
