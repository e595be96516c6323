import type { Fault } from '../dataFiles/dataFile.ts';
import { type JsonObject, textsOf } from './json.ts';

/** A long description has no more words. */
const MOST_WORDS = 500;

/** What the store refuses though the schemas let it pass. Each looks at one text of a file and says what is wrong. */
const RULES: readonly { readonly of: RegExp; readonly faultOf: (text: string) => string | null }[] = [
  {
    of: /^version$/,
    faultOf: (text) => (/^\d+\.\d+\.\d+$/.test(text) ? null : 'must be three numbers, such as 1.0.1'),
  },
  {
    of: /^developer\..*Url$/,
    faultOf: (text) => (text.startsWith('https://') ? null : 'must begin with https://'),
  },
  {
    of: /^name\./,
    faultOf: (text) => (/microsoft|teams/i.test(text) ? 'must not name a product of Microsoft' : null),
  },
  {
    of: /^description\.short$/,
    faultOf: (text) => (/\bapp\b/i.test(text) ? 'must not say "app"' : null),
  },
  {
    of: /^description\.full$/,
    faultOf: (text) =>
      text.split(/\s+/).length <= MOST_WORDS ? null : `has more than ${MOST_WORDS} words: shorten it`,
  },
  {
    of: /commandLists.*\.title$/,
    faultOf: (text) => (text.includes('/') ? 'must have no "/": Teams shows commands as they are' : null),
  },
  {
    of: /^validDomains/,
    faultOf: (text) => (text.includes('*') ? 'must be one host, without "*"' : null),
  },
  {
    of: /./,
    faultOf: (text) =>
      /azurewebsites\.net/i.test(text) ? 'must not name azurewebsites.net: use your own domain' : null,
  },
  {
    of: /./,
    faultOf: (text) => {
      const [braces] = text.match(/\{\{.*?\}\}/) ?? [];
      return braces ? `${braces} names no setting of the package (docs/teams.md lists them)` : null;
    },
  },
];

/** Faults of the manifest or of a localisation file, whose keys are places of the manifest. */
export function storeFaults(file: string, content: JsonObject): Fault[] {
  return textsOf(content).flatMap(({ place, text }) =>
    RULES.flatMap(({ of, faultOf }) => {
      const message = of.test(place) ? faultOf(text) : null;
      return message ? [{ file, place, message }] : [];
    }),
  );
}

/** Faults of localisation files that do not have the same keys as that of the default language. */
export function keyFaults(file: string, content: JsonObject, standard: JsonObject, standardFile: string): Fault[] {
  const missing = Object.keys(standard).filter((key) => !Object.hasOwn(content, key));
  const added = Object.keys(content).filter((key) => !Object.hasOwn(standard, key));
  return [
    ...missing.map((place) => ({ file, place, message: `is missing, as ${standardFile} has it` })),
    ...added.map((place) => ({
      file,
      place,
      message: `is not in ${standardFile}: add it there, or take it away here`,
    })),
  ];
}
