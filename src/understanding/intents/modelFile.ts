// The trained model of a language as it lies in data/<language>/intents.model: a line of JSON that people can read, then a
// packed part: the names of the features, the words of the lexicon, and a byte a weight.

import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from 'node:zlib';
import { z } from 'zod';
import { type Intent, isIntent } from './intents.ts';
import type { Model, TrainedOn } from './model.ts';

const FORMAT = 1;
const NEWLINE = '\n'.charCodeAt(0);
/** What a model of ours, unpacked, stays well below: a broken file must not fill the memory. */
const MOST_BYTES = 2 ** 25;

const amount = z.int().min(0);

const header = z.strictObject({
  note: z.string(),
  format: z.literal(FORMAT, { error: 'is not one that this program reads' }),
  /** What it was trained on: a short hash of each kind of input, so that a model that is old is found. */
  trainedOn: z.record(z.string(), z.string()),
  intents: z.array(z.string().refine(isIntent, { error: 'is not an intent' })).min(2),
  /** What one step of the stored weights is worth. */
  step: z.number().positive(),
  /** How many features, and how many bytes their names and those of the lexicon take. */
  features: amount.min(1),
  nameBytes: amount,
  lexiconBytes: amount,
  /** CRC-32 of what follows. */
  checksum: amount,
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

/** The names that `writeNames` wrote. Plain loops: there are 76,000 in English, and the start waits for them. */
function readNames(bytes: Uint8Array): string[] {
  let made = new Uint8Array(4 * bytes.length + 1024);
  let start = 0;
  let next = 0;
  for (let place = 0; place < bytes.length; ) {
    const from = start;
    const shared = bytes[place]!;
    start = next;
    if (start + shared + bytes.length - place > made.length) {
      const longer = new Uint8Array(2 * (start + shared + bytes.length - place));
      longer.set(made);
      made = longer;
    }
    for (let index = 0; index < shared; index += 1) made[next++] = made[from + index]!;
    let byte: number;
    do {
      place += 1;
      byte = bytes[place]!;
      made[next++] = byte;
    } while (byte !== NEWLINE && place < bytes.length);
    place += 1;
  }
  return Buffer.from(made.buffer)
    .toString('utf8', 0, Math.max(0, next - 1))
    .split('\n');
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

/** A model file whose bytes are those that were written, before it is unpacked: that takes ten times as long. */
export interface PackedModel {
  readonly trainedOn: TrainedOn;
  readonly intents: readonly Intent[];
  readonly unpack: () => Model;
}

/**
 * Reads a model file and checks that nothing of it is changed.
 *
 * @returns the model, whose `unpack` throws ModelFileError where its parts do not fit together
 * @throws ModelFileError where the bytes are not those of a model
 */
export function parseModel(bytes: Buffer): PackedModel {
  const end = bytes.indexOf(NEWLINE);
  const first = readHeader(bytes.subarray(0, end === -1 ? bytes.length : end));
  const packed = bytes.subarray(end === -1 ? bytes.length : end + 1);
  if (crc32(packed) !== first.checksum) throw new ModelFileError('weights', 'are not as they were written');
  const { trainedOn } = first;
  const intents = first.intents.filter(isIntent);
  return { trainedOn, intents, unpack: () => unpack(first, intents, packed) };
}

function unpack(
  { trainedOn, step, nameBytes, lexiconBytes, features: count }: z.output<typeof header>,
  intents: readonly Intent[],
  packed: Uint8Array,
): Model {
  let body: Buffer;
  try {
    body = brotliDecompressSync(packed, { maxOutputLength: MOST_BYTES });
  } catch {
    throw new ModelFileError('weights', 'cannot be unpacked');
  }
  const wanted = count * intents.length;
  const found = body.length - nameBytes - lexiconBytes;
  if (found !== wanted)
    throw new ModelFileError('weights', `are ${found} and must be ${wanted}, one for each feature and intent`);
  const features = readNames(body.subarray(0, nameBytes));
  if (features.length !== count) throw new ModelFileError('features', `are ${features.length} and must be ${count}`);
  const lexicon = new Map(
    body
      .toString('utf8', nameBytes, nameBytes + lexiconBytes)
      .split('\n')
      .map((line): [string, number] => [line.slice(0, line.indexOf(' ')), Number(line.slice(line.indexOf(' ') + 1))]),
  );
  // Copied, so that the packed names are not kept in memory with them.
  const weights = Int8Array.from(new Int8Array(body.buffer, body.byteOffset + nameBytes + lexiconBytes, wanted));
  return { trainedOn, intents, features, lexicon, step, weights };
}
