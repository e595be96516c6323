// `npm run --silent directory -- schemas`: writes what editors and their tools read of the schemas of data/.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FILE_KINDS, jsonSchemaOf } from '../start/dataFileKinds.ts';
import { dataPage } from './dataPage.ts';

/** The files to write, by their path below the project's folder. */
export function schemaFiles(): Record<string, string> {
  const schemas = DATA_FILE_KINDS.map((kind) => ({ kind, schema: jsonSchemaOf(kind) }));
  return {
    'docs/data.md': dataPage(schemas),
    ...Object.fromEntries(
      schemas.map(({ kind, schema }) => [
        `data/schemas/${kind.name}.schema.json`,
        `${JSON.stringify(schema, null, 2)}\n`,
      ]),
    ),
  };
}

/** Writes the files into the project's folder, and gives their paths. */
export function writeSchemas(root: string): string[] {
  mkdirSync(join(root, 'data', 'schemas'), { recursive: true });
  const files = Object.entries(schemaFiles());
  for (const [file, text] of files) writeFileSync(join(root, file), text);
  return files.map(([file]) => file);
}
