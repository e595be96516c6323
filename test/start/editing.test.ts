import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runDirectoryCommand } from '../../src/commands/directoryCommand.ts';
import { loadDirectory } from '../../src/directory/loadDirectory.ts';
import { createSearch } from '../../src/directory/search.ts';
import { dataValidators } from '../../src/start/dataValidators.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';

type Fields = Record<string, unknown>;

/** What docs/editing.md asks for. */
const newcomer: Fields = {
  id: 'krebshilfe-beispiel',
  name: 'Krebshilfe Beispiel',
  url: 'https://www.krebshilfe-beispiel.example/',
  cancerTypes: ['thyroid'],
  languages: ['de'],
  descriptions: { en: 'You can meet others with thyroid cancer here.' },
};

describe('an editor', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'editor-'));
  before(() => cpSync(DATA_FOLDER, dataFolder, { recursive: true }));
  after(() => rmSync(dataFolder, { recursive: true }));

  function edit(file: string, change: (entries: Fields[]) => void): void {
    const entries: Fields[] = JSON.parse(readFileSync(join(dataFolder, file), 'utf8'));
    change(entries);
    writeFileSync(join(dataFolder, file), JSON.stringify(entries));
  }
  function check(): string[] {
    const lines: string[] = [];
    runDirectoryCommand(['check', '--data', dataFolder], (line) => lines.push(line), dataValidators);
    return lines.filter((line) => line.startsWith('- '));
  }

  it('enters what is known of an organisation, a checked link and a confirmed number without a fault', function () {
    this.timeout(60_000);
    edit('organisations/de.json', (entries) => entries.push(newcomer));
    edit('organisations/society.json', ([first]) =>
      Object.assign(first!, { verifiedOn: '2026-11-20', verifiedBy: 'A. Editor' }),
    );
    edit('organisations/gb.json', (entries) => {
      const numbers = entries.flatMap(({ helplines }) => (Array.isArray(helplines) ? (helplines as Fields[]) : []));
      Object.assign(numbers[0]!, { confirmedOn: '2026-11-20' });
    });
    edit('helplines.json', ([first]) => Object.assign(first!.emergency as Fields, { confirmedOn: '2026-11-20' }));
    writeFileSync(join(dataFolder, 'organisations/tr.json'), JSON.stringify([{ ...newcomer, id: 'a-new-country' }]));
    expect(check()).to.deep.equal([]);
    const directory = loadDirectory({ dataFolder, lists: ['society', 'wider'] });
    expect(directory.organisation('krebshilfe-beispiel')?.countries).to.deep.equal(['DE']);
    expect(directory.organisation('a-new-country')?.countries).to.deep.equal(['TR']);
    const [found] = createSearch(directory).searchByName('Krebshilfe Beispiel');
    expect(found?.organisation.list).to.equal('wider');
  });

  it('is asked for each field that is missing, in the words of the file', function () {
    this.timeout(60_000);
    edit('organisations/de.json', (entries) => {
      const { languages: _, descriptions: __, ...known } = newcomer;
      entries.splice(0, entries.length, ...entries.filter(({ id }) => id !== newcomer.id), known);
    });
    expect(check()).to.deep.equal([
      '- organisations/de.json, krebshilfe-beispiel, languages: is missing: which languages does its website have? codes such as "de"',
      '- organisations/de.json, krebshilfe-beispiel, descriptions: is missing: what does a person get from it? one sentence in English at least: { "en": "…" }',
    ]);
  });
});
