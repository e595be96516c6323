import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { schemaFiles } from '../../src/commands/schemasCommand.ts';
import { DATA_FILE_KINDS, jsonSchemaOf } from '../../src/start/dataFileKinds.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: DATA_FOLDER, exclude: ['schemas/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const contentOf = (file: string): unknown => JSON.parse(readFileSync(join(DATA_FOLDER, file), 'utf8'));

describe('the kinds of data file', () => {
  it('are all that there are, but for models and what Microsoft reads', () => {
    const known = new Set(DATA_FILE_KINDS.flatMap(({ files }) => filesOf(files)));
    const others = filesOf('**/*.json').filter((file) => !known.has(file));
    expect(others.filter((file) => !/^teams\/|\.model\.json$/.test(file))).to.deep.equal([]);
  });

  it('have a schema that editors can use, and that the files of data/ keep', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const kind of DATA_FILE_KINDS) {
      const validate = ajv.compile(jsonSchemaOf(kind));
      for (const file of filesOf(kind.files)) {
        expect(validate(contentOf(file)), `${file} ${ajv.errorsText(validate.errors)}`).to.equal(true);
      }
    }
  });

  it('find a misspelt field and a missing one while an editor types', () => {
    const kind = DATA_FILE_KINDS.find(({ name }) => name === 'organisations')!;
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(jsonSchemaOf(kind));
    const entry = { id: 'a', name: 'A', url: 'https://a.example/', cancerTypes: 'all', descriptions: { en: 'A.' } };
    expect(validate([{ ...entry, languages: ['de'] }])).to.equal(true);
    expect(validate([{ ...entry, langauges: ['de'] }])).to.equal(false);
    expect(validate.errors?.map(({ message }) => message)).to.have.members([
      "must have required property 'languages'",
      'must NOT have additional properties',
    ]);
  });

  it('ask an editor for each of their fields', () => {
    expect(schemaFiles()['docs/data.md']!.match(/^\| `[^`]+` \| {2}\|/gm)).to.equal(null);
  });

  it('are written down as the schemas are now', () => {
    for (const [file, text] of Object.entries(schemaFiles())) {
      const written = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
      expect(written, `${file}: run "npm run --silent directory -- schemas"`).to.equal(text);
    }
  });
});
