// docs/data.md: each kind of file of data/ and each of its fields, out of the schemas.

import type { DataFileKind } from '../start/dataFileKinds.ts';

/** The parts of a JSON schema that the page tells of. */
interface Schema {
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

interface Field {
  readonly name: string;
  readonly asks: string;
  readonly left: string;
}

/** All fields below a schema: `helplines[].number` is one of each entry of a list, `words.<key>.name` one of each value. */
function fieldsOf(schema: Schema, path = ''): Field[] {
  const below = (part: Schema, step: string): Field[] => fieldsOf(part, `${path}${step}`);
  const { properties = {}, required = [], items, anyOf = [], additionalProperties: values } = schema;
  return [
    ...Object.entries(properties).flatMap(([key, part]): Field[] => {
      const name = path === '' ? key : `${path}.${key}`;
      const left = required.includes(key)
        ? 'must be there'
        : `may be left out${'default' in part ? `: ${JSON.stringify(part.default)}` : ''}`;
      const choice = part.enum ?? part.items?.enum;
      const says = part.description ?? '';
      const untold = choice?.some((each) => !says.includes(String(each))) ? [`(${choice.join(', ')})`] : [];
      const asks = [says, ...untold].filter(Boolean).join(' ');
      return [{ name, asks, left }, ...fieldsOf(part, name)];
    }),
    ...(items ? below(items, path === '' ? '' : '[]') : []),
    ...anyOf.flatMap((part) => below(part, '')),
    ...(typeof values === 'object' ? below(values, path === '' ? '<key>' : '.<key>') : []),
  ];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function section({ kind: { name, files, holds }, schema }: { kind: DataFileKind; schema: Schema }): string {
  const fields = fieldsOf(schema);
  const rows = fields.map(({ name: field, asks, left }) => `| \`${field}\` | ${cell(asks)} | ${cell(left)} |`);
  const table = ['| field | what it says | needed |', '| --- | --- | --- |', ...rows];
  return [`## ${name}`, '', `\`data/${files}\`: ${holds}.`, ...(fields.length > 0 ? ['', ...table] : []), ''].join(
    '\n',
  );
}

/**
 * The page.
 *
 * @param schemas each kind of file with its JSON schema
 */
export function dataPage(schemas: readonly { kind: DataFileKind; schema: Schema }[]): string {
  const head = `# The files of data/, field by field

Made by \`npm run --silent directory -- schemas\` from the schemas in the code; do not edit. How things are done is told in
docs/editing.md.
`;
  return `${[head, ...schemas.map(section)].join('\n').trimEnd()}\n`;
}
