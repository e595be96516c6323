import type { IncomingMessage } from 'node:http';

/** A larger body is no message of a person, in bytes. */
export const MOST_BYTES = 256 * 1024;
/** JSON that is nested deeper is no activity: real ones have about ten levels. */
const MOST_DEPTH = 64;
/** A form of ours has two fields. */
const MOST_FIELDS = 20;

/** The two kinds of body that a route may take. */
export type BodyKind = 'json' | 'form';

const TYPES: Readonly<Record<BodyKind, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
};

/** Why a body is not taken: a status with a sentence for whoever sent it. */
export class BodyFault extends Error {
  override readonly name = 'BodyFault';
  readonly status: 400 | 413 | 415;

  constructor(status: 400 | 413 | 415, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** The sender went away before the body was whole: nobody waits for an answer. */
export class SenderGone extends Error {
  override readonly name = 'SenderGone';
}

/** What the headers say against a body, before a byte of it is read. */
function checkHeaders({ headers }: IncomingMessage, kind: BodyKind): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  if (type !== TYPES[kind]) throw new BodyFault(415, `Send the content as ${TYPES[kind]}.`);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset && !/^"?utf-?8"?$/.test(charset)) throw new BodyFault(415, 'Send the content in UTF-8.');
  if (!/^(?:identity)?$/i.test((headers['content-encoding'] ?? '').trim()))
    throw new BodyFault(415, 'Send the content without a Content-Encoding.');
  if (Number(headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
}

const tooLarge = (): BodyFault => new BodyFault(413, `The content is too large: at most ${MOST_BYTES / 1024} KB.`);

/** The bytes of a body; what is really read counts, whatever the headers say. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MOST_BYTES) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(tooLarge());
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => reject(new SenderGone()));
    request.on('error', () => reject(new SenderGone()));
  });
}

/** How deep the brackets of a JSON text go; those within its strings do not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    if (inString) {
      if (sign === '\\') place += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
}

/** A key of this name, also written with escapes, would be taken for the object's prototype by whoever copies it. */
const PROTOTYPE = /__proto__|\\u00/i;
const withoutPrototype = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

function parseJson(text: string): unknown {
  if (depthOf(text) > MOST_DEPTH) throw new BodyFault(400, 'The JSON is nested too deeply.');
  try {
    return JSON.parse(text, PROTOTYPE.test(text) ? withoutPrototype : undefined);
  } catch {
    throw new BodyFault(400, 'The content is not valid JSON.');
  }
}

/** The fields of a form, as `application/x-www-form-urlencoded` has them; one that was sent several times is a list, which no form of ours sends. */
function parseForm(text: string): Record<string, string | string[]> {
  try {
    decodeURIComponent(text);
  } catch {
    throw new BodyFault(400, 'The form is not encoded in UTF-8.');
  }
  const fields = [...new URLSearchParams(text).entries()].slice(0, MOST_FIELDS);
  const grouped = Map.groupBy(fields, ([name]) => name);
  return Object.fromEntries(
    [...grouped].map(([name, pairs]) => [name, pairs.length === 1 ? pairs[0]![1] : pairs.map(([, value]) => value)]),
  );
}

/**
 * Reads the body of a request: the only place that does, before any parser of a library. Nothing is unpacked, and nothing
 * is written to a file.
 *
 * @returns the JSON value, or the fields of the form
 * @throws BodyFault where it is not taken; the rest of it may then still be on its way
 * @throws SenderGone where the connection ended
 */
export async function readBody(request: IncomingMessage, kind: BodyKind): Promise<unknown> {
  checkHeaders(request, kind);
  const bytes = await readBytes(request);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BodyFault(400, 'The content is not valid UTF-8.');
  }
  return kind === 'json' ? parseJson(text) : parseForm(text);
}
