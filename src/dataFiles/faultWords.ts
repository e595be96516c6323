// What zod finds in a file of data, in words for whoever edits the file.

import { z } from 'zod';

/** The value at a path of a file's content; undefined where there is none. */
export function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    content,
  );
}

/** The part of a schema at a path; undefined where the schema has several forms there, or none. */
function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    if (path.length === 0) return schema;
    return schemaAt(schema.unwrap(), path);
  }
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (schema instanceof z.ZodObject) return schemaAt(schema.shape[String(step)], rest);
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, rest);
  return undefined;
}

/** What a schema asks an editor for, where it says so (`describe`). */
function questionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const part = schemaAt(schema, path);
  return part instanceof z.ZodType ? part.description : undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'entries in { }',
  record: 'entries in { }',
  null: 'null',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return KINDS[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
}

const quoted = (texts: readonly unknown[]): string => texts.map((text) => JSON.stringify(text)).join(', ');

/** Messages that our own schemas give begin in lower case ("is not a day …"); those of zod do not. */
const isOwn = (message: string): boolean => /^(?:[a-z]|")/.test(message);

/**
 * Says what is wrong in a file and how it is put right.
 *
 * @param issue what zod found
 * @param content all that was checked, to tell what is missing from what is wrong
 * @param schema may ask for a field in words of its own (`describe`)
 */
export function wordsFor(issue: z.core.$ZodIssue, content: unknown, schema: z.ZodType): string {
  const value = valueAt(content, issue.path);
  const question = questionAt(schema, issue.path);
  if (value === undefined && issue.path.length > 0 && issue.code !== 'custom') {
    if (question !== undefined) return `is missing: ${question}`;
    return issue.code === 'invalid_type'
      ? `is missing; write ${KINDS[issue.expected] ?? 'it'} here`
      : 'is missing; fill it in';
  }
  if (isOwn(issue.message)) return `${issue.message}; ${question ?? 'correct it'}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has ${quoted(issue.keys)}, which nothing reads; remove it, or correct the spelling`;
    case 'invalid_key':
      return 'is a name that cannot stand here; correct the spelling, or remove it';
    case 'invalid_value':
      return `is ${kindOf(value)} that cannot stand here; use one of: ${quoted(issue.values)}`;
    case 'invalid_type':
      return `is ${kindOf(value)}; write ${KINDS[issue.expected] ?? issue.expected} here`;
    case 'too_small':
      return 'is empty or too small; fill it in';
    case 'too_big':
      return 'is too large or too long; make it smaller';
    default:
      return 'has a value that cannot stand here; correct it, or restore it from the repository';
  }
}
