import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { encode } from 'fast-png';
import { readIcon } from '../../src/teamsPackage/icons.ts';
import { readPng } from '../../src/teamsPackage/png.ts';
import { DATA, withData } from './parts.ts';

/** Columns and rows of the outline that have something in them. */
function extentOf({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array | null }) {
  const seen = (x: number, y: number) => pixels![(y * width + x) * 4 + 3]! > 0;
  const along = (length: number, other: number, at: (a: number, b: number) => boolean) =>
    Array.from({ length }, (_, a) => a).filter((a) => Array.from({ length: other }, (_, b) => b).some((b) => at(a, b)));
  return { columns: along(width, height, seen), rows: along(height, width, (y, x) => seen(x, y)) };
}

/** A PNG file with one colour, of three or four channels. */
function png(side: number, colour: readonly number[]): Uint8Array {
  const data = Uint8Array.from({ length: side * side * colour.length }, (_, at) => colour[at % colour.length]!);
  return encode({ width: side, height: side, data, channels: colour.length as 3 | 4 });
}

describe('the icons of the app', () => {
  for (const kind of ['color', 'outline'] as const) {
    it(`are as Teams wants them: ${kind}`, () => {
      expect(readIcon(DATA, `teams/${kind}.png`, kind).faults).to.deep.equal([]);
    });
  }

  it('have a white outline on a transparent ground, without space around it', () => {
    const outline = readPng(readFileSync(join(DATA, 'teams', 'outline.png')))!;
    expect(outline).to.include({ width: 32, height: 32 });
    const { columns, rows } = extentOf(outline);
    expect([columns[0], columns.at(-1), rows[0]]).to.deep.equal([0, 31, 0]);
    expect(rows.at(-1)).to.be.at.least(30);
    const opacities = outline.pixels!.filter((_, index) => index % 4 === 3);
    expect(opacities.filter((opacity) => opacity === 0).length).to.be.greaterThan(300);
    expect(opacities.filter((opacity) => opacity === 255).length).to.be.greaterThan(150);
  });

  const wrong: [string, 'color' | 'outline', Uint8Array | string, string][] = [
    ['no picture', 'color', 'text', 'no readable PNG'],
    ['a cut file', 'outline', png(32, [255, 255, 255, 0]).subarray(0, 50), 'no readable PNG'],
    ['the wrong size', 'color', png(96, [0, 90, 90, 255]), 'has 96 x 96 pixels and must have 192 x 192'],
    ['an outline without transparency', 'outline', png(32, [255, 255, 255, 255]), 'transparent ground'],
    ['an outline in colour', 'outline', png(32, [0, 90, 90, 128]), 'no other colour than white'],
    ['an outline without opacity', 'outline', png(32, [255, 255, 255]), '8 bits for each'],
  ];
  for (const [what, kind, content, message] of wrong) {
    it(`are refused: ${what}`, () => {
      const { faults } = withData(
        (edit) => edit(`${kind}.png`, () => content),
        (folder) => readIcon(folder, `teams/${kind}.png`, kind),
      );
      expect(faults).to.have.length(1);
      expect(faults[0]!.file).to.equal(`teams/${kind}.png`);
      expect(faults[0]!.message).to.include(message);
    });
  }

  it('are missed where there is none', () => {
    expect(readIcon(DATA, 'teams/none.png', 'color').faults[0]!.message).to.include('cannot be read');
  });
});
