import { decode } from 'fast-png';

/** A picture, its pixels row by row: red, green, blue and opacity, each from 0 to 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Null where the file has no opacity of its own for each pixel, or more than 8 bits for a colour. */
  readonly pixels: Uint8Array | null;
}

/**
 * Reads a PNG file.
 *
 * @returns null where it is none, or is broken
 */
export function readPng(file: Uint8Array): Picture | null {
  try {
    const { width, height, data, channels } = decode(file, { checkCrc: true });
    return { width, height, pixels: data instanceof Uint8Array && channels === 4 ? data : null };
  } catch {
    return null;
  }
}
