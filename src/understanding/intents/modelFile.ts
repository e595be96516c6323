// The trained model of a language as it lies in data/<language>/intents.model: a line of JSON that people can read, then a
// packed part: the names of the features, the words of the lexicon, and a byte a weight.

import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from 'node:zlib';
import { z } from 'zod';
import { isIntent } from './intents.ts';
import type { Model } from './model.ts';

const FORMAT = 1;
const NEWLINE = '\n'.charCodeAt(0);
/** What a model of ours, unpacked, stays well below: a broken file must not fill the memory. */
const MOST_BYTES = 2 ** 25;

const count = z.int().min(0);

const header = z.strictObject({
  note: z.string(),
  format: z.literal(FORMAT, { error: 'is not one that this program reads' }),
  /** What it was trained on: a short hash of each kind of input, so that a model that is old is found. */
  trainedOn: z.record(z.string(), z.string()),
  intents: z.array(z.string().refine(isIntent, { error: 'is not an intent' })).min(2),
  /** What one step of the stored weights is worth. */
  step: z.number().positive(),
  /** How many features, and how many bytes their names and those of the lexicon take. */
  features: count.min(1),
  nameBytes: count,
  lexiconBytes: count,
  /** CRC-32 of what follows. */
  checksum: count,
});

/** What is wrong with a model file, and where. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
  readonly place: string;

  constructor(place: string, message: string) {
    super(message);
    this.place = place;
  }
}

/**
 * Names in the order of their bytes, each as the number of bytes that it shares with the one before, the rest, and a new
 * line: many begin alike, and the packed names take 120 kB less in English.
 */
function writeNames(names: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let before = Buffer.alloc(0);
  for (const name of names) {
    let shared = 0;
    while (shared < 255 && shared < name.length && name[shared] === before[shared]) shared += 1;
    parts.push(Buffer.from([shared]), name.subarray(shared), Buffer.from([NEWLINE]));
    before = Buffer.from(name);
  }
  return Buffer.concat(parts);
}

/** The names that `writeNames` wrote. @throws ModelFileError where they are not what it writes */
function readNames(bytes: Uint8Array): string[] {
  const broken = new ModelFileError('features', 'cannot be unpacked');
  let length = 0;
  // A name is at most 255 bytes longer than what stands in the file for it.
  let made = Buffer.alloc(4 * bytes.length + 1024);
  let start = 0;
  for (let place = 0; place < bytes.length; ) {
    const shared = bytes[place]!;
    const end = bytes.indexOf(NEWLINE, place + 1);
    if (end === -1 || shared > Math.max(0, length - 1 - start)) throw broken;
    const next = length;
    const needed = next + shared + end - place;
    if (needed > made.length) made = Buffer.concat([made], 2 * needed);
    made.copyWithin(next, start, start + shared);
    made.set(bytes.subarray(place + 1, end + 1), next + shared);
    length = needed;
    start = next;
    place = end + 1;
  }
  return made.toString('utf8', 0, Math.max(0, length - 1)).split('\n');
}

/** Writes a model; the same model always gives the same bytes (with the same version of Node, whose packer it is). */
export function writeModel({ trainedOn, intents, features, lexicon, step, weights }: Model): Buffer {
  const labels = intents.length;
  const rows = features
    .map((name, place) => ({ name: Buffer.from(name), place }))
    .sort((a, b) => Buffer.compare(a.name, b.name));
  const ordered = Buffer.concat(
    rows.map(({ place }) => Buffer.from(weights.slice(place * labels, (place + 1) * labels).buffer)),
  );
  const names = writeNames(rows.map(({ name }) => name));
  const words = Buffer.from(
    [...lexicon]
      .map(([stem, times]) => `${stem} ${times}`)
      .sort()
      .join('\n'),
  );
  const body = Buffer.concat([names, words, ordered]);
  const packed = brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
  const first: z.input<typeof header> = {
    note: 'Made by "npm run train" from the data beside it. Do not edit.',
    format: FORMAT,
    trainedOn: { ...trainedOn },
    intents: [...intents],
    step,
    features: features.length,
    nameBytes: names.length,
    lexiconBytes: words.length,
    checksum: crc32(packed),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(first)}\n`), packed]);
}

function readHeader(bytes: Uint8Array): z.output<typeof header> {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw new ModelFileError('first line', 'is not what "npm run train" writes');
  }
  const result = header.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const isOwn = issue!.code === 'custom' || issue!.path[0] === 'format';
  throw new ModelFileError(
    issue!.path.map(String).join('.') || 'first line',
    isOwn ? issue!.message : 'is missing, or not what "npm run train" writes',
  );
}

/**
 * Reads a model from the bytes of its file; its weights are a view of what was unpacked.
 *
 * @throws ModelFileError where they are not those of a model
 */
export function parseModel(bytes: Buffer): Model {
  const end = bytes.indexOf(NEWLINE);
  const first = readHeader(bytes.subarray(0, end === -1 ? bytes.length : end));
  const packed = bytes.subarray(end === -1 ? bytes.length : end + 1);
  if (crc32(packed) !== first.checksum) throw new ModelFileError('weights', 'are not as they were written');
  let body: Buffer;
  try {
    body = brotliDecompressSync(packed, { maxOutputLength: MOST_BYTES });
  } catch {
    throw new ModelFileError('weights', 'cannot be unpacked');
  }
  const { trainedOn, step, nameBytes, lexiconBytes } = first;
  const intents = first.intents.filter(isIntent);
  const wanted = first.features * intents.length;
  const found = body.length - nameBytes - lexiconBytes;
  if (found !== wanted)
    throw new ModelFileError('weights', `are ${found} and must be ${wanted}, one for each feature and intent`);
  const features = readNames(body.subarray(0, nameBytes));
  if (features.length !== first.features)
    throw new ModelFileError('features', `are ${features.length} and must be ${first.features}`);
  const lexicon = new Map(
    body
      .toString('utf8', nameBytes, nameBytes + lexiconBytes)
      .split('\n')
      .map((line): [string, number] => [line.slice(0, line.indexOf(' ')), Number(line.slice(line.indexOf(' ') + 1))]),
  );
  const weights = new Int8Array(body.buffer, body.byteOffset + nameBytes + lexiconBytes, wanted);
  return { trainedOn, intents, features, lexicon, step, weights };
}
