// The repository's own door: what a newcomer reads and runs is there.

import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Files that are committed or about to be; without git (an unpacked archive) those of the project's folders. */
const files = ((): string[] => {
  try {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    return list
      .toString()
      .split('\0')
      .filter((file) => file !== '' && existsSync(join(root, file)) && statSync(join(root, file)).isFile());
  } catch {
    return globSync(['*', '.ci/*', '{src,dialogs,test,docs,data}/**/*'], { cwd: root, exclude: ['**/node_modules'] })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => statSync(join(root, file)).isFile());
  }
})();
const isText = (file: string): boolean => !/\.(?:png|jpg|webp|ico|woff2?|model)$/.test(file);

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })];
const scriptsOf = (file: string): Record<string, string> =>
  (JSON.parse(read(file)) as { scripts: Record<string, string> }).scripts;
const scripts = scriptsOf('package.json');

/** Everything that is wrong in all documents, each with its file and line. */
function problems(find: (line: string, file: string) => readonly string[]): string[] {
  return documents.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => find(line, file).map((problem) => `${file}:${index + 1} ${problem}`)),
  );
}

/** A place of the repository in a document; `<intent>`, `xx`, `…` and `*` stand for any name. */
const PLACE = /(?<![\w/.:<-])(?:\.ci|src|dialogs|test|docs|data)\/[\w./<>*…-]*[\w>*…/]/g;
/** Files that stand at the root, or that docs name without their folder's path. */
const AT_ROOT =
  /(?<![\w/.-])(?:package\.json|tsconfig\.json|biome\.json|\.env\.example|README\.md|CONTRIBUTING\.md|CHANGELOG\.md)(?![\w/])/g;

const isThere = (place: string): boolean => {
  const pattern = place
    .replace(/<[^<>]+>/g, '*')
    .replace(/(?<=[/.])xx(?=[/.]|$)/g, '*')
    .replaceAll('…', '*');
  return pattern.includes('*') ? globSync(pattern, { cwd: root }).length > 0 : existsSync(join(root, pattern));
};

const conflictMarkers = (text: string): number => (text.match(/^(?:<{7}|>{7}|\|{7}) .*$|^={7}$/gm) ?? []).length;

describe('the repository', () => {
  it('has no conflict markers in any file', () => {
    expect(conflictMarkers(`a\n${'<'.repeat(7)} HEAD\nb\n${'='.repeat(7)}\nc\n${'>'.repeat(7)} 1f\n`)).to.equal(3);
    expect(files.filter(isText).filter((file) => conflictMarkers(read(file)) > 0)).to.deep.equal([]);
  });

  it('has no file over 1 MiB', () => {
    expect(files.filter((file) => statSync(join(root, file)).size > 2 ** 20)).to.deep.equal([]);
  });

  it('names no path of a machine', () => {
    // Put together, so that this file does not name one itself.
    const machine = new RegExp(`(?<![\\w.])/(?:${['work', 'home', 'Users', 'root'].join('|')})/[\\w.-]+/`);
    expect(files.filter(isText).filter((file) => machine.test(read(file)))).to.deep.equal([]);
  });

  it('has every file that its scripts run', () => {
    const named = Object.values(scripts).flatMap((script) => script.match(/(?:\.\/)?(?:src|test)\/[\w./-]+/g) ?? []);
    expect(named).to.not.deep.equal([]);
    expect(named.filter((file) => !existsSync(join(root, file)))).to.deep.equal([]);
  });

  it('has the scripts that its scripts and .ci/run call', () => {
    const called = [...Object.values(scripts), read('.ci/run')].flatMap((text) =>
      [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name!),
    );
    expect(called.filter((name) => !(name in scripts))).to.deep.equal([]);
  });
});

describe('README and docs', () => {
  it('link to nothing that is not there', () => {
    const broken = problems((line, file) =>
      [...line.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target]) => target!)
        .filter((target) => !/^(?:[a-z]+:|#)/i.test(target))
        .filter((target) => !existsSync(join(root, dirname(file), target.replace(/#.*$/, ''))))
        .map((target) => `links to ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });

  it('name no file that is not there', () => {
    for (const place of ['data/<language>/messages.json', 'data/xx/', 'src/*.ts', 'docs/']) {
      expect(isThere(place), place).to.equal(true);
    }
    expect(isThere('src/nothing.ts') || isThere('data/<language>/nothing.json')).to.equal(false);
    const missing = problems((line) =>
      [...(line.match(PLACE) ?? []), ...(line.match(AT_ROOT) ?? [])]
        .filter((place) => !isThere(place))
        .map((place) => `names ${place}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it('name no command that does not exist', () => {
    // What compares the program with others has scripts of its own.
    const known = { ...scripts, ...scriptsOf('test/peers/package.json') };
    const builtIn = /^(?:ci|install|start|test|audit|ls|version|pkg|sbom|root|exec|config|init|pack|update|outdated)$/;
    const wrong = problems((line) => [
      ...[...line.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)]
        .filter(([, name]) => !(name! in known))
        .map(([command]) => command),
      ...[...line.matchAll(/(?<=`|^ {4,}|&& |\()npm (?:--\S+ )*([a-z][\w-]*)/g)]
        .filter(([, name]) => name !== 'run' && !builtIn.test(name!))
        .map(([command]) => command),
      ...[...line.matchAll(/\bnpm run (?:--silent )?directory -- ([\w-]+)/g)]
        .filter(([, name]) => !DIRECTORY_COMMANDS.includes(name!))
        .map(([command]) => command),
    ]);
    expect(wrong).to.deep.equal([]);
  });
});

/** What the directory's command understands, as it says itself. */
const DIRECTORY_COMMANDS = [
  ...read('src/commands/directoryCommand.ts').matchAll(/directory -- ([\w |-]+?)(?: \[|'|`)/g),
].flatMap(([, names]) => names!.split('|').map((name) => name.trim()));
