import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './places.ts';

/** A room of the house, with the tests that must notice when something in it is broken. */
export interface Room {
  readonly name: string;
  /** Which files are broken, by their paths from the root with "/". */
  readonly sources: RegExp;
  /** Patterns of the tests, the quick ones first. Each pattern's files share a process; the next runs only where all passed. */
  readonly tests: readonly string[];
}

export const ROOMS: readonly Room[] = [
  {
    name: 'dialogs',
    sources: /^dialogs\//,
    tests: [
      'test/dialogs/*.test.ts',
      'test/conversations.test.ts',
      'test/cancerTypes.test.ts',
      'test/channels/chat.test.ts',
      'test/channels/teams/conversations.test.ts',
    ],
  },
  {
    name: 'understanding',
    sources: /^src\/understanding\//,
    tests: [
      'test/understanding/!(anything|language|reading).test.ts',
      'test/understanding/decision/*.test.ts',
      'test/understanding/@(language|reading).test.ts',
      'test/conversations.test.ts',
    ],
  },
  {
    name: 'directory',
    sources: /^src\/directory\/(?:ranking|search|fit|arrangement|nameSearch|textIndex)\.ts$/,
    tests: ['test/directory/*.test.ts', 'test/organisationsByName.test.ts'],
  },
  {
    name: 'channels',
    sources: /^src\/channels\//,
    tests: [
      'test/channels/@(visitor|inOrder|fairQueue|repeats|pace).test.ts',
      'test/channels/@(chat|authentication|localBot).test.ts',
      'test/channels/website/*.test.ts',
      'test/channels/teams/@(typing|conversations|messageExtension).test.ts',
    ],
  },
];

const filesOf = (pattern: string): string[] => globSync(pattern, { cwd: ROOT }).toSorted();

/** The tests of a room by their paths from the root: those of one process together, in the order in which they run. */
export function testsOf(room: Room): string[][] {
  return room.tests.map(filesOf);
}

/** The tests that are named after a file of the source: they are run alone, before those of the room. */
export function namesakesOf(file: string): string[] {
  return filesOf(join('test', '**', basename(file).replace(/\.ts$/, '.test.ts')).replaceAll('\\', '/'));
}
