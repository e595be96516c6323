import { inflateSync } from 'node:zlib';

/** A picture, its pixels row by row: red, green, blue and opacity, each from 0 to 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Null where the file has no opacity of its own for each pixel, or is written in a way that is not read here. */
  readonly pixels: Uint8Array | null;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes of a pixel: 8 bits each of red, green, blue and opacity. */
const PIXEL = 4;

/** What a byte is predicted to be from those to its left, above it, and above left (PNG, filter types 0 to 4). */
function predict(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - upLeft;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
      return a <= b && a <= c ? left : b <= c ? up : upLeft;
    }
    default:
      return 0;
  }
}

function unfilter(data: Uint8Array, width: number, height: number): Uint8Array {
  const row = width * PIXEL;
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < PIXEL ? 0 : pixels[at - PIXEL]!;
      const up = y === 0 ? 0 : pixels[at - row]!;
      const upLeft = x < PIXEL || y === 0 ? 0 : pixels[at - row - PIXEL]!;
      pixels[at] = (data[y * (row + 1) + 1 + x] ?? 0) + predict(filter, left, up, upLeft);
    }
  }
  return pixels;
}

/**
 * Reads a PNG file.
 *
 * @returns null where it is none, or is broken
 */
export function readPng(file: Buffer): Picture | null {
  if (file.length < 33 || !file.subarray(0, 8).equals(SIGNATURE)) return null;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [depth, colour, interlaced] = [file[24], file[25], file[28]];
  if (depth !== 8 || colour !== 6 || interlaced !== 0) return { width, height, pixels: null };
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
  }
  try {
    return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), width, height) };
  } catch {
    return null;
  }
}
