// Each kind of file of data/, with its schema: editors' tools and docs/data.md are made of them.

import { z } from 'zod';
import { cancerTypesSchema } from '../directory/cancerType.ts';
import { helplineFileSchema } from '../directory/helpline.ts';
import { organisationsSchema } from '../directory/organisation.ts';
import { cancerNamesFile } from '../understanding/cancer/names.ts';
import { cancerWordsFile } from '../understanding/cancer/vocabulary.ts';
import { commandFile } from '../understanding/commands.ts';
import { countryWordsFile } from '../understanding/countries.ts';
import { variationsFile } from '../understanding/intents/variations.ts';
import { conceptsFile, shortFormsFile } from '../understanding/languageFiles.ts';
import { peopleFile } from '../understanding/person.ts';
import { afterDangerFile } from '../understanding/safety/afterDanger.ts';
import { SAFETY_CLASSES, safetyFile } from '../understanding/safety/rules.ts';
import { languagesFile } from '../understanding/tellLanguage.ts';
import { themeSchema } from '../web/server/theme.ts';
import { sentencesFile } from '../words/sentences.ts';
import { textsFile } from './startChecks.ts';

export interface DataFileKind {
  /** Names the kind, and its schema's file. */
  readonly name: string;
  /** The files, below the data folder; `*` stands for any name. */
  readonly files: string;
  /** What they hold, for an editor. */
  readonly holds: string;
  readonly schema: z.ZodType;
}

const kind = (name: string, files: string, holds: string, schema: z.ZodType): DataFileKind => ({
  name,
  files,
  holds,
  schema,
});

/** All kinds of JSON file that people edit. The files of Teams have Microsoft's schema, models are made by `npm run train`. */
export const DATA_FILE_KINDS: readonly DataFileKind[] = [
  kind('organisations', 'organisations/*.json', 'the organisations, a file for each place', organisationsSchema),
  kind('cancer-types', 'cancer-types.json', 'the kinds of cancer, with their English names', cancerTypesSchema),
  kind('helplines', 'helplines.json', 'emergency numbers and crisis lines, by country', helplineFileSchema),
  kind('languages', 'languages.json', 'the languages that are spoken, and what they are called', languagesFile),
  kind('theme', 'theme.json', 'the look of the website', themeSchema),
  kind('messages', '*/messages.json', 'the sentences of the bot (ICU messages), by key', sentencesFile),
  kind('pages', '*/pages.json', 'the sentences of the pages (ICU messages), by key', sentencesFile),
  kind('descriptions', '*/descriptions.json', 'what organisations do, by id', textsFile),
  kind('notes', '*/notes.json', 'hours and notes of crisis lines, by their English words', textsFile),
  kind('cancer-names', '*/cancer-names.json', 'the names of cancers in a language, by id', cancerNamesFile),
  kind('cancer-words', '*/cancer-words.json', 'the words around the names of cancers', cancerWordsFile),
  kind('countries', '*/countries.json', 'names of countries and cities that the libraries lack', countryWordsFile),
  kind('people', '*/people.json', 'words that tell whom a question is about', peopleFile),
  kind('commands', '*/commands.json', 'short phrases whose meaning is certain', commandFile),
  kind('concepts', '*/concepts.json', 'rare words, by what they stand for', conceptsFile),
  kind('short-forms', '*/short-forms.json', 'short forms of words and phrases, by the long ones', shortFormsFile),
  kind(
    'variations',
    '*/variations.json',
    'what people add to a question without wanting anything else',
    variationsFile,
  ),
  ...SAFETY_CLASSES.map((name) =>
    kind(
      `safety-${name}`,
      `*/safety/${name}.json`,
      'phrases that tell of danger, each rule with its reason',
      safetyFile,
    ),
  ),
  kind('after-danger', '*/safety/after-danger.json', 'what people ask or say once a danger was told', afterDangerFile),
];

/** The schema of a kind as editors' tools read it (JSON Schema, draft 7). */
export function jsonSchemaOf({ schema, holds }: DataFileKind): Record<string, unknown> {
  return { description: holds, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' }) };
}
