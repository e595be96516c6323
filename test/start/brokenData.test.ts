import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../src/config.ts';
import { DataError, type Fault, faultsOf } from '../../src/dataFiles/dataFile.ts';
import { check } from '../../src/directory/check.ts';
import { readDirectoryData } from '../../src/directory/loadDirectory.ts';
import { dataNotes, dataValidators } from '../../src/start/dataValidators.ts';
import { DATA_FOLDER, loadGuide, readStartData } from '../../src/start/loadGuide.ts';
import { cancerIds, faultsBetweenLanguages, faultsOfOneLanguage } from '../../src/start/startChecks.ts';
import { isIntent, isNeeded } from '../../src/understanding/intents/intents.ts';
import { loadAssets } from '../../src/web/server/assets.ts';
import { loadTheme } from '../../src/web/server/theme.ts';
import { isLanguage } from '../../src/words/languages.ts';

const files = readdirSync(DATA_FOLDER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  // Schemas are for editors' tools: nothing of the program reads them.
  .filter((file) => statSync(join(DATA_FOLDER, file)).isFile() && !file.startsWith('schemas/'))
  .sort();
/** Nothing but `npm run teams:package` reads it, which says so itself. */
const notRead = new Set(['teams/outline.png']);

/** A copy of the data whose files are links, but for the one that a test breaks. */
const folder = mkdtempSync(join(tmpdir(), 'broken-'));
for (const file of files) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  symlinkSync(join(DATA_FOLDER, file), join(folder, file));
}
const sound = readDirectoryData(DATA_FOLDER);
const config = readConfig({});

/** What the start says of a folder, as far as it can be about a file: the rest of the folder is as it was. */
function faultsAbout(file: string): readonly Fault[] {
  const [language = ''] = file.split('/');
  if (file === 'theme.json' || file === 'teams/color.png') {
    return faultsOf(() => loadAssets(loadTheme(folder), folder));
  }
  if (!isLanguage(language) && language !== 'teams') return faultsOf(() => readStartData(config, folder));
  return [
    ...(isLanguage(language) ? faultsOfOneLanguage(folder, language, cancerIds(sound)) : []),
    ...(/messages|pages|teams/.test(file) ? faultsBetweenLanguages(folder) : []),
  ];
}

/** One way to break a file: null takes it away, an empty list puts a folder in its place. */
interface Break {
  readonly what: string;
  readonly content: string | Uint8Array | null | readonly [];
}

type Entries = Record<string, unknown>;
const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value: unknown): string => JSON.stringify(value);

/** At most `most` of a list, from all over it. */
function some<Item>(list: readonly Item[], most: number): Item[] {
  const step = Math.max(1, Math.floor(list.length / most));
  return list.filter((_, index) => index % step === 0).slice(0, most);
}

/** What an organisation is nothing without. */
const NEEDED = new Set(['id', 'name', 'url', 'cancerTypes', 'languages', 'descriptions']);

const cancers: ReadonlySet<string> = new Set(cancerIds(readDirectoryData(DATA_FOLDER)));

/** Keys that may be missing or are free: what is left out there is no fault. */
function mayLack(file: string, key: string): boolean {
  if (/(?:descriptions|notes|concepts|short-forms)\.json$/.test(file)) return true;
  if (file.startsWith('organisations/')) return !NEEDED.has(key);
  if (file.endsWith('cancer-names.json')) return key !== 'name' && !cancers.has(key);
  if (file === 'cancer-types.json') return ['parent', 'alsoUnder', 'frequent'].includes(key);
  if (file.startsWith('teams/') && file !== 'teams/manifest.json') return true;
  return (
    /cancer-words\.json$/.test(file) &&
    ['cancerBesideSite', 'lostTo', 'having', 'another', 'reach', 'corrections', 'animals', 'zodiac'].includes(key)
  );
}
/** Files whose keys are names that editors choose, or belong to Microsoft's schema. */
const hasFreeKeys = (file: string): boolean =>
  /(?:descriptions|notes|concepts|short-forms)\.json$/.test(file) || file.startsWith('teams/');

/** The fields of an object, one broken at a time. */
function* brokenFields(
  file: string,
  whole: Entries,
  wrap: (changed: Entries) => unknown,
  place: string,
): Generator<Break> {
  const keys = Object.keys(whole).filter((key) => key !== '$schema');
  const read =
    file === 'teams/manifest.json' ? keys.filter((key) => ['manifestVersion', 'version', 'icons'].includes(key)) : keys;
  for (const key of some(read, MOST_FIELDS)) {
    if (!mayLack(file, key)) {
      const { [key]: _, ...rest } = whole;
      yield { what: `${place}without ${key}`, content: asText(wrap(rest)) };
    }
    yield { what: `${place}${key} of another kind`, content: asText(wrap({ ...whole, [key]: { wrong: [7] } })) };
  }
  if (!hasFreeKeys(file))
    yield { what: `${place}with a key that nothing reads`, content: asText(wrap({ ...whole, nothingReadsIt: 'x' })) };
}

/** All fields of small files, a sample of long ones, so that the test takes seconds. */
const MOST_FIELDS = 2;

/** The utterances of an intent that a language may do without, and files of countries, which come and go. */
function mayBeMissing(file: string): boolean {
  const intent = basename(file, '.txt');
  if (/^organisations\/[a-z]{2}\.json$/.test(file)) return true;
  return file.includes('/utterances/') && isIntent(intent) && !isNeeded(intent);
}

function* breaksOf(file: string): Generator<Break> {
  if (!mayBeMissing(file)) yield { what: 'taken away', content: null };
  yield { what: 'a folder in its place', content: [] };
  if (extname(file) === '.png') return;
  const text = readFileSync(join(DATA_FOLDER, file), 'utf8');
  yield { what: 'empty', content: '' };
  yield { what: 'with a byte order mark', content: `\uFEFF${text}` };
  yield { what: 'in another encoding', content: Buffer.from(`${text}é`, 'latin1') };
  if (extname(file) !== '.json') return;
  yield { what: 'cut off', content: text.slice(0, text.length / 2) };
  yield { what: 'with a comma too many', content: text.trimEnd().replace(/[\]}]$/, ',$&') };
  for (const content of ['null', '7', '"text"', asText([[]])]) yield { what: content, content };
  const content: unknown = JSON.parse(text);
  if (isEntries(content)) {
    yield { what: '[]', content: '[]' };
    yield* brokenFields(file, content, (changed) => changed, '');
    const [inner, entry] = Object.entries(content).find(([, value]) => isEntries(value)) ?? [];
    if (inner !== undefined && isEntries(entry) && !/cancer-words|people|countries|commands|teams/.test(file)) {
      yield* brokenFields(file, entry, (changed) => ({ ...content, [inner]: changed }), `${inner} `);
    }
  }
  if (Array.isArray(content) && isEntries(content[0])) {
    yield* brokenFields(file, content[0], (changed) => [changed, ...content.slice(1)], 'first entry ');
  }
}

/** Utterances are 27 files a language, all alike, and after two languages the others differ in words alone. */
function sampleOf(file: string, index: number): Break[] {
  const all = [...breaksOf(file)];
  if (file.includes('/utterances/')) return [all[index % all.length]!];
  return /^(?:en|de)\/|^[^/]+$|^teams|^organisations\/(?:society|de)/.test(file)
    ? all
    : all.filter((_, place) => (place + index) % 6 === 0);
}

/** Breaks a file, asks what is wrong, and mends it. */
function whileBroken<Result>(file: string, { content }: Break, ask: () => Result): Result {
  const path = join(folder, file);
  rmSync(path, { recursive: true });
  if (Array.isArray(content)) mkdirSync(path);
  else if (content !== null) writeFileSync(path, content as string | Uint8Array);
  try {
    return ask();
  } finally {
    rmSync(path, { recursive: true, force: true });
    symlinkSync(join(DATA_FOLDER, file), path);
  }
}

/** A sentence says what is wrong and, after a semicolon, a colon or a comma, what to do. */
const isSentence = ({ message, place }: Fault): boolean =>
  /^[a-z"].+[;:?].{3,}/s.test(message) &&
  place !== '' &&
  !/Invalid input|undefined|ZodError|\bat \S+:\d+/.test(message);

describe('broken data', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('are none as they are committed', () => {
    expect(faultsOf(() => readStartData(config, folder))).to.deep.equal([]);
    expect(check({ dataFolder: folder, validators: dataValidators }).faults).to.deep.equal([]);
  });

  it('are noticed at the start, each in a sentence that names the file', function () {
    this.timeout(300_000);
    let noticed = 0;
    const missed: string[] = [];
    for (const [index, file] of files.filter((each) => !notRead.has(each)).entries()) {
      for (const each of sampleOf(file, index)) {
        const faults = whileBroken(file, each, () => faultsAbout(file)).filter(
          (fault) => fault.file === file || fault.place === file,
        );
        if (faults.length > 0 && faults.every(isSentence)) noticed += 1;
        else missed.push(`${file} ${each.what}: ${faults.map(({ message }) => message).join(' | ') || 'not noticed'}`);
      }
    }
    expect(missed, `${noticed} of ${noticed + missed.length} noticed`).to.deep.equal([]);
    expect(noticed).to.be.greaterThan(900);
  });

  it('keep the guide from starting, whatever language they are of', () => {
    for (const file of ['pl/messages.json', 'it/safety/emergency.json', 'nl/intents.model', 'en/intents.model']) {
      const start = () => whileBroken(file, { what: '', content: '{}' }, () => loadGuide(config, folder));
      expect(start, file).to.throw(DataError, file);
    }
  });

  /** What `directory -- check` says while files hold something else. */
  function checkWith(contents: Readonly<Record<string, string | null>>): string[] {
    const [[file, content] = [''], ...others] = Object.entries(contents);
    const ask = (): string[] =>
      others.length > 0
        ? checkWith(Object.fromEntries(others))
        : check({ dataFolder: folder, validators: dataValidators }).faults.map(
            ({ file: name, place, message }) => `${name}, ${place}: ${message}`,
          );
    return file === '' ? ask() : whileBroken(file, { what: '', content: content ?? null }, ask);
  }
  const textOf = (file: string): string => readFileSync(join(DATA_FOLDER, file), 'utf8');
  const without = (file: string, key: string): string => {
    const { [key]: _, ...rest } = JSON.parse(textOf(file)) as Entries;
    return asText(rest);
  };

  it('of a language are found by the check: a sentence, a file, a name that is missing', () => {
    const faults = checkWith({
      'pl/messages.json': without('pl/messages.json', 'welcome'),
      'en/pages.json': without('en/pages.json', Object.keys(JSON.parse(textOf('en/pages.json')) as Entries)[0]!),
      'fr/cancer-names.json': without('fr/cancer-names.json', 'lung'),
      'it/safety/crisis.json': null,
    });
    expect(faults.map((fault) => fault.split(':')[0])).to.deep.equal([
      'pl/messages.json, welcome',
      `en/pages.json, ${Object.keys(JSON.parse(textOf('en/pages.json')) as Entries)[0]!}`,
      'fr/cancer-names.json, lung',
      'it/safety/crisis.json, the file',
    ]);
  });

  it('that take longer to find are found by the check: a phrase, a key or an utterance twice', () => {
    const crisis = JSON.parse(textOf('de/safety/crisis.json')) as { rules: { phrases: string[] }[] };
    crisis.rules[0]!.phrases.push('ich (|');
    const twice = textOf('es/utterances/thanks.txt');
    const faults = checkWith({
      'de/safety/crisis.json': asText(crisis),
      'nl/short-forms.json': '{\n"a b": "ab",\n"a b": "c"\n}',
      'es/utterances/goodbye.txt': `${textOf('es/utterances/goodbye.txt')}\n${twice}`,
    }).join('\n');
    expect(faults).to.match(/^de\/safety\/crisis\.json, rule /m);
    expect(faults).to.match(/^nl\/short-forms\.json, line 3: has "a b" a second time/m);
    expect(faults).to.match(
      /^es\/utterances\/goodbye\.txt, ".*": stands in thanks\.txt too|^es\/utterances\/thanks\.txt, ".*": stands in goodbye\.txt too/m,
    );
  });

  it('are not what leaves a model old: that is noted, and the data are sound', () => {
    const file = 'pt/utterances/thanks.txt';
    const content = `${textOf(file)}\nobrigado por me ouvir hoje de novo\n`;
    const { faults, notes } = whileBroken(file, { what: '', content }, () =>
      check({ dataFolder: folder, validators: dataValidators, notes: dataNotes }),
    );
    expect(faults).to.deep.equal([]);
    expect(notes.map(({ file: name, message }) => `${name} ${message}`).join('\n')).to.match(
      /^pt\/intents\.model is older than the utterances.*; before a release run "npm run train -- pt"$/m,
    );
  });

  it('that are not there at all are sentences, too', () => {
    const { faults } = check({ dataFolder: join(folder, 'nowhere'), validators: dataValidators });
    expect(faults.length).to.be.greaterThan(100);
    expect(faults.filter((fault) => !isSentence(fault))).to.deep.equal([]);
  });
});
