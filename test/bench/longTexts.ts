import type { Guide } from '../../dialogs/guide.ts';
import { MOST_CHARACTERS } from '../../src/understanding/readText.ts';

/** The hardest texts that somebody may send, each of the length that is read in full. */
export function longTexts({ directory }: Guide): Record<string, string> {
  const names = directory.cancerTypes.flatMap(({ words }) => {
    const { name, names = [], lay = [], sites = [] } = words.en!;
    return [name, ...names, ...lay, ...sites];
  });
  const filled = (text: string): string =>
    text.repeat(Math.ceil(MOST_CHARACTERS / text.length)).slice(0, MOST_CHARACTERS);
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed % below;
  };
  const anyCharacter = (): string => String.fromCodePoint(random(0xd7ff) + 1);
  return {
    'one letter': filled('x'),
    'one word': filled('cancer '),
    'names of cancers': filled(names.join(' ')),
    'names of cancers, shuffled': filled(
      Array.from({ length: 400 }, () => names[random(names.length)]).join(random(2) ? ' and ' : ', '),
    ),
    'typing errors': filled(names.map((name) => name.slice(0, 2) + name.slice(3)).join(' ')),
    'random Unicode': filled(Array.from({ length: MOST_CHARACTERS }, anyCharacter).join('')),
    signs: filled('?!., ()'),
  };
}
