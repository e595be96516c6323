import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ErrorObject } from 'ajv';
import Ajv from 'ajv-draft-04';
import type { Fault } from '../dataFiles/dataFile.ts';
import { placeOf } from './json.ts';

/** Looks for faults in a file of the package. */
export type Validate = (file: string, content: unknown) => Fault[];

/** Microsoft's own schemas for one version of the manifest. */
export interface Schemas {
  readonly manifest: Validate;
  readonly localisation: Validate;
}

function faultOf(file: string, { instancePath, message, params }: ErrorObject): Fault {
  const path = instancePath.split('/').slice(1);
  const named: unknown = params.additionalProperty ?? params.missingProperty;
  const place = placeOf(typeof named === 'string' ? [...path, named] : path);
  const allowed: unknown = params.allowedValues ?? params.allowedValue;
  const values = allowed === undefined ? '' : ` (${[allowed].flat().join(', ')})`;
  return { file, place: place || 'the whole file', message: `${message ?? 'is not allowed'}${values}` };
}

function readSchema(version: string, name: string): Validate {
  const file = import.meta.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/${name}.schema.json`);
  // The package's own functions fetch a schema that they do not find: its files are read here, so nothing is fetched.
  const schema: unknown = JSON.parse(readFileSync(fileURLToPath(file), 'utf8'));
  const ajv = new Ajv.default({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const validate = ajv.compile(schema as object);
  return (file, content) => (validate(content) ? [] : (validate.errors ?? []).map((error) => faultOf(file, error)));
}

/**
 * The schemas that @microsoft/app-manifest brings along.
 *
 * @param version of the manifest, such as "1.30"
 * @returns null where there are none for this version
 */
export function readSchemas(version: string): Schemas | null {
  if (!/^\d+\.\d+$/.test(version)) return null;
  try {
    return {
      manifest: readSchema(version, 'MicrosoftTeams'),
      localisation: readSchema(version, 'MicrosoftTeams.Localization'),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
