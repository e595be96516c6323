import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'dialogs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)].map(([, target = '']) =>
    target.startsWith('.') ? relative(root, resolve(root, file, '..', target)) : target,
  );
}

const importing = (pattern: RegExp): string[] =>
  files.filter((file) => importsOf(file).some((target) => pattern.test(target)));

describe('the direction of imports', () => {
  it('lets only bot, channels, dialogs and storage know the Bot Framework', () => {
    expect(
      importing(/^botbuilder/).filter(
        (file) => !/^(?:src\/bot\.ts|src\/channels\/|src\/storage\/|dialogs\/)/.test(file),
      ),
    ).to.deep.equal([]);
  });

  it('lets only understanding import natural, and only by its group paths', () => {
    expect(importing(/^natural/).filter((file) => !file.startsWith('src/understanding/'))).to.deep.equal([]);
    expect(importing(/^natural$/)).to.deep.equal([]);
  });

  it('lets only directory import minisearch', () => {
    expect(importing(/^minisearch/).filter((file) => !file.startsWith('src/directory/'))).to.deep.equal([]);
  });

  it('lets understanding and directory know nothing of each other, of cards or of the conversation, and the pages nothing of channels', () => {
    const outward = (folder: string, pattern: RegExp) =>
      files.filter((file) => file.startsWith(folder) && importsOf(file).some((target) => pattern.test(target)));
    expect(
      outward('src/understanding/', /^(?:src\/(?:directory|cards|channels|storage|web)\/|dialogs\/)/),
    ).to.deep.equal([]);
    expect(
      outward('src/directory/', /^(?:src\/(?:understanding|cards|channels|storage|web)\/|dialogs\/)/),
    ).to.deep.equal([]);
    expect(outward('src/cards/', /^(?:src\/(?:understanding|channels|storage|web)\/|dialogs\/)/)).to.deep.equal([]);
    expect(outward('src/web/', /^src\/(?:channels|storage)\//)).to.deep.equal([]);
  });

  it('goes in no circle between folders', () => {
    // The files at the root of src stand for themselves: each wires other folders together.
    const roomOf = (file: string): string =>
      /^src\/[^/]+(?=\/)/.exec(file)?.[0] ?? (file.startsWith('dialogs/') ? 'dialogs' : file);
    const rooms = Map.groupBy(files, roomOf);
    const next = new Map(
      [...rooms].map(([room, members]) => [
        room,
        new Set(
          members
            .flatMap(importsOf)
            .map(roomOf)
            .filter((target) => target !== room && rooms.has(target)),
        ),
      ]),
    );
    const circles: string[] = [];
    const visit = (room: string, way: readonly string[]): void => {
      if (way.includes(room)) circles.push([...way.slice(way.indexOf(room)), room].join(' -> '));
      else for (const target of next.get(room) ?? []) visit(target, [...way, room]);
    };
    for (const room of rooms.keys()) visit(room, []);
    expect([...new Set(circles)]).to.deep.equal([]);
  });

  it('lets nobody but the starting points read the environment', () => {
    const readers = files.filter((file) =>
      /process\.env\b/.test(readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(readers.sort()).to.deep.equal([
      'src/commands/ask.ts',
      'src/commands/teamsPackage.ts',
      'src/commands/understand.ts',
      'src/index.ts',
    ]);
  });
});
