import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../dataFiles/dataFile.ts';
import { type Picture, readPng } from './png.ts';

/** Sides in pixels. */
const SIZES = { color: 192, outline: 32 } as const;
export type IconKind = keyof typeof SIZES;

/** An icon of the package, as a file. */
export interface Icon {
  readonly content: Buffer;
  readonly faults: readonly Fault[];
}

/** Teams draws the outline over its own colours: what is seen of it is white, the rest lets them through. */
function faultOfOutline({ pixels }: Picture): string | null {
  if (!pixels) return 'must be saved with 8 bits for each of red, green, blue and opacity';
  let clear = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] === 0) clear++;
    else if (pixels[at] !== 255 || pixels[at + 1] !== 255 || pixels[at + 2] !== 255)
      return 'must have no other colour than white';
  }
  return clear === 0 ? 'must have a transparent ground' : null;
}

function faultOfIcon(kind: IconKind, content: Buffer): string | null {
  const picture = readPng(content);
  const side = SIZES[kind];
  if (!picture) return 'is no readable PNG';
  if (picture.width !== side || picture.height !== side) {
    return `has ${picture.width} x ${picture.height} pixels and must have ${side} x ${side}`;
  }
  return kind === 'outline' ? faultOfOutline(picture) : null;
}

/**
 * Reads an icon and looks for what Teams would refuse.
 *
 * @param file path below the data folder
 */
export function readIcon(dataFolder: string, file: string, kind: IconKind): Icon {
  let content: Buffer;
  try {
    content = readFileSync(join(dataFolder, file));
  } catch {
    const message = 'cannot be read; restore it from the repository, or put one of your own there';
    return { content: Buffer.alloc(0), faults: [{ file, place: 'the file', message }] };
  }
  const message = faultOfIcon(kind, content);
  return { content, faults: message ? [{ file, place: 'the picture', message }] : [] };
}
