import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { DataError } from '../../src/dataFiles/dataFile.ts';
import { createDirectory, readDirectoryData } from '../../src/directory/loadDirectory.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { faultsOfOneLanguage } from '../../src/start/startChecks.ts';
import { withNames } from '../../src/understanding/cancer/names.ts';
import { INTENTS, type Intent } from '../../src/understanding/intents/intents.ts';
import { writeModel } from '../../src/understanding/intents/modelFile.ts';
import { trainingExamples, trainModel } from '../../src/understanding/intents/train.ts';
import { loadReaders, loadUnderstanding } from '../../src/understanding/loadUnderstanding.ts';
import { changedSince, notesOnTraining, readTraining } from '../../src/understanding/trainingData.ts';

/** A copy of what one language reads; German stands for all but English. */
const folder = mkdtempSync(join(tmpdir(), 'training-'));
cpSync(join(DATA_FOLDER, 'de'), join(folder, 'de'), { recursive: true });
cpSync(join(DATA_FOLDER, 'cancer-types.json'), join(folder, 'cancer-types.json'));

type Json = Record<string, unknown>;

/** What a change of a file changes in the hashes; the file is put back. */
function changedBy(file: string, change: (text: string) => string): string[] {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const { trainedOn } = readTraining(folder, 'de');
  writeFileSync(path, change(before));
  try {
    return changedSince(trainedOn, readTraining(folder, 'de').trainedOn);
  } finally {
    writeFileSync(path, before);
  }
}
const ofJson =
  (change: (content: Json) => void): ((text: string) => string) =>
  (text) => {
    const content = JSON.parse(text) as Json;
    change(content);
    return JSON.stringify(content);
  };
/** Adds a word to the list that stands under these keys. */
const addTo = (...keys: (string | number)[]) =>
  ofJson((content) => {
    const list = keys.reduce<unknown>((inner, key) => (inner as Json)[key], content);
    (list as string[]).push('zorpig');
  });

describe('what a model is trained on', () => {
  after(() => rmSync(folder, { recursive: true }));

  const CHANGES: readonly (readonly [string, string, (text: string) => string])[] = [
    ['utterances', 'de/utterances/thanks.txt', (text) => `${text}\nhab vielen lieben zorpigen dank\n`],
    ['variations', 'de/variations.json', (text) => text.replace('{text}', 'zorpig {text}')],
    ['concepts', 'de/concepts.json', ofJson((content) => Object.assign(content, { zorpig: ['zorpig'] }))],
    ['names of cancers', 'de/cancer-names.json', addTo('lung', 'lay')],
    ['words around cancers', 'de/cancer-words.json', addTo('cancer')],
    ['ordinary phrases', 'de/ordinary-phrases.txt', (text) => `${text}\nzorpig\n`],
    ['countries', 'de/countries.json', addTo('ordinary')],
    ['people', 'de/people.json', addTo('relatives')],
    ['short forms', 'de/short-forms.json', ofJson((content) => Object.assign(content, { zorpig: 'zorp' }))],
    ['safety phrases', 'de/safety/crisis.json', addTo('rules', 0, 'phrases')],
    ['safety phrases', 'de/safety/emergency.json', addTo('rules', 0, 'unless')],
    ['safety phrases', 'de/safety/medical-advice.json', addTo('rules', 0, 'phrases')],
  ];

  for (const [part, file, change] of CHANGES)
    it(`has changed after a change of ${part} in ${file}`, () => {
      expect(changedBy(file, change)).to.deep.equal([part]);
    });

  it('has changed after a change of the English names, which every language reads', () => {
    const change = (text: string) => {
      const types = JSON.parse(text) as { words: { en: { names: string[] } } }[];
      types[0]!.words.en.names.push('zorpigoma');
      return JSON.stringify(types);
    };
    expect(changedBy('cancer-types.json', change)).to.deep.equal(['names of cancers']);
  });

  it('has not changed with a sentence, the reason of a safety rule or the layout of a file', () => {
    expect(changedBy('de/messages.json', (text) => `${text}\n`)).to.deep.equal([]);
    const ofReason = ofJson((content) => Object.assign((content.rules as Json[])[0]!, { reason: 'zorpig' }));
    expect(changedBy('de/safety/crisis.json', ofReason)).to.deep.equal([]);
    expect(changedBy('de/people.json', (text) => JSON.stringify(JSON.parse(text), null, 7))).to.deep.equal([]);
  });
});

describe('a language without an intent', () => {
  const types = createDirectory(readDirectoryData(DATA_FOLDER).data, ['society']).cancerTypes;
  const ids = types.map(({ id }) => id);
  const without = mkdtempSync(join(tmpdir(), 'intents-'));
  before(function () {
    this.timeout(120_000);
    cpSync(join(DATA_FOLDER, 'de'), join(without, 'de'), { recursive: true });
    symlinkSync(join(DATA_FOLDER, 'cancer-types.json'), join(without, 'cancer-types.json'));
    unlinkSync(join(without, 'de/utterances/advocacy.txt'));
  });
  after(() => rmSync(without, { recursive: true }));
  const faults = () => faultsOfOneLanguage(without, 'de', ids);
  const notes = () => notesOnTraining(without, 'de').map(({ file, place }) => `${file}, ${place}`);

  it('has no fault, and is noted, with its model that still knows the intent', () => {
    expect(faults()).to.deep.equal([]);
    expect(notes()).to.deep.equal(['de/utterances/advocacy.txt, the file', 'de/intents.model, trainedOn']);
  });

  it('is trained without it, and understands the rest', function () {
    this.timeout(120_000);
    const { utterances, variations, cancerTypes, trainedOn } = readTraining(without, 'de');
    // A part of the utterances is enough to learn a word of thanks, and takes seconds less.
    const few = Object.fromEntries(
      INTENTS.map((intent) => [intent, utterances[intent].filter((_, place) => place % 5 === 0)]),
    ) as Record<Intent, string[]>;
    const readers = loadReaders(without, 'de', cancerTypes, () => []);
    const model = trainModel(trainingExamples(readers, few, variations), trainedOn);
    expect(model.intents).to.include('research').and.not.include('advocacy');
    writeFileSync(join(without, 'de/intents.model'), writeModel(model));
    expect(faults()).to.deep.equal([]);
    expect(notes()).to.deep.equal(['de/utterances/advocacy.txt, the file']);
    const { understand, classifier } = loadUnderstanding(without, 'de', withNames(without, 'de', types), () => []);
    expect(understand('vielen dank').intent).to.equal('thanks');
    expect(classifier.explain(new Map([['bias', 1]]), 'advocacy', 3)).to.deep.equal([]);
  });

  it('is a fault where it is a danger, or where the file is there and empty', () => {
    unlinkSync(join(without, 'de/utterances/crisis.txt'));
    writeFileSync(join(without, 'de/utterances/advocacy.txt'), '');
    expect(faults().map(({ file }) => file)).to.deep.equal(['de/utterances/advocacy.txt', 'de/utterances/crisis.txt']);
    expect(() => readTraining(without, 'de')).to.throw(DataError, 'crisis.txt');
  });
});
