import { fold } from '../tokens.ts';

/**
 * The small language in which the safety phrases are written (docs/editing.md):
 * `(a|b c)` one of several, `(a)?` may be missing, `bleed*` any ending, `...` up to 4 other words of the sentence,
 * `....` up to 25 other words of the message, `^` and `$` the message's begin and end, `<fever>`, `<number>`,
 * and `<name>` for a set of words.
 */
export type Element =
  | { readonly kind: 'word'; readonly word: string; readonly key: number }
  | { readonly kind: 'prefix'; readonly prefix: string; readonly key: number }
  | { readonly kind: 'choice'; readonly options: readonly Sequence[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly overSentences: boolean }
  | { readonly kind: 'start' | 'end' | 'fever' | 'number' };

export type Sequence = readonly Element[];

/** The words of all phrases, and the prefixes with their star, by number: numbers are compared faster than words. */
const numbers = new Map<string, number>();

function numberFor(key: string): number {
  const before = numbers.get(key);
  if (before !== undefined) return before;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** The number of a word that stands in some phrase; undefined for any other word. */
export function numberOfWord(word: string): number | undefined {
  return numbers.get(word);
}

/** A phrase that cannot be read: says which and why. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
}

const PARTS = /\([^()<]*\)|\.{3,4}(?!\.)|[()|?^$]|<[\w-]+>|[^\s()|?^$<>]+|\S/g;
const PLAIN_WORD = /^[a-z0-9]+\*?$/;
const WORD = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[.,](?=[\p{N}*]))*\*?$/u;

/** What was read before: the same words and brackets stand in hundreds of the thousands of phrases. */
interface Known {
  readonly words: Map<string, Element>;
  readonly brackets: Map<string, readonly Sequence[]>;
}
const known = new WeakMap<ReadonlyMap<string, Sequence>, Known>();

function knownOf(sets: ReadonlyMap<string, Sequence>): Known {
  const before = known.get(sets);
  if (before) return before;
  const fresh: Known = { words: new Map(), brackets: new Map() };
  known.set(sets, fresh);
  return fresh;
}

/**
 * Reads a phrase.
 *
 * @param phrase the phrase as it stands in the data, in lower case and without apostrophes
 * @param sets the named sets of words that the phrase may use
 * @throws PhraseError where a bracket is not closed, a set is unknown or a sign has no meaning
 */
export function parsePhrase(phrase: string, sets: ReadonlyMap<string, Sequence>): Sequence {
  const { words, brackets } = knownOf(sets);
  const fail = (why: string): never => {
    throw new PhraseError(`"${phrase}": ${why}`);
  };

  function newElement(part: string): Element {
    if (part === '...') return { kind: 'gap', most: 4, overSentences: false };
    if (part === '....') return { kind: 'gap', most: 25, overSentences: true };
    if (part === '^') return { kind: 'start' };
    if (part === '$') return { kind: 'end' };
    if (part === '<fever>') return { kind: 'fever' };
    if (part === '<number>') return { kind: 'number' };
    if (part.startsWith('<') && part.length > 1) {
      const set = sets.get(part.slice(1, -1)) ?? fail(`there is no set ${part}`);
      return { kind: 'choice', options: [set], optional: false };
    }
    if (part === '*') fail('"*" needs the begin of a word');
    if (!PLAIN_WORD.test(part) && !WORD.test(part)) fail(`"${part}" has no meaning here`);
    const folded = fold(part.endsWith('*') ? part.slice(0, -1) : part);
    if (part.endsWith('*')) return { kind: 'prefix', prefix: folded, key: numberFor(`${folded}*`) };
    return { kind: 'word', word: folded, key: numberFor(folded) };
  }

  function element(part: string): Element {
    const before = words.get(part);
    if (before) return before;
    const made = newElement(part);
    words.set(part, made);
    return made;
  }

  function bracket(part: string): readonly Sequence[] {
    const before = brackets.get(part);
    if (before) return before;
    const options = read(part.slice(1, -1).match(PARTS) ?? []);
    brackets.set(part, options);
    return options;
  }

  function read(parts: readonly string[]): Sequence[] {
    let place = 0;
    const choice = (inBrackets: boolean): Sequence[] => {
      const options: Element[][] = [[]];
      const closed = (): Sequence[] =>
        options.every((option) => option.length > 0) ? options : fail('it is empty, or one side of "|" is');
      while (place < parts.length) {
        const part = parts[place]!;
        place += 1;
        const last = options.at(-1)!;
        if (part === '|') options.push([]);
        else if (part === ')') return inBrackets ? closed() : fail('a bracket is closed that was not opened');
        else if (part.startsWith('(')) {
          const inner = part === '(' ? choice(true) : bracket(part);
          const optional = parts[place] === '?';
          if (optional) place += 1;
          last.push({ kind: 'choice', options: inner, optional });
        } else if (part === '?') {
          const before = last.pop() ?? fail('nothing stands before "?"');
          last.push({ kind: 'choice', options: [[before]], optional: true });
        } else if (part.includes('-') && !part.startsWith('<')) last.push(...part.split('-').map(element));
        else last.push(element(part));
      }
      return inBrackets ? fail('a bracket is not closed') : closed();
    };
    return choice(false);
  }

  const options = read(phrase.match(PARTS) ?? []);
  if (!options.every(holdsWord)) fail('it has no word that must stand in the message');
  return options.length === 1 ? options[0]! : [{ kind: 'choice', options, optional: false }];
}

/** True where something must be said for the sequence to match, so that it cannot match every message. */
function holdsWord(sequence: Sequence): boolean {
  return sequence.some((element) => {
    if (element.kind === 'choice') return !element.optional && element.options.every(holdsWord);
    return element.kind !== 'gap' && element.kind !== 'start' && element.kind !== 'end';
  });
}

/** Reads the named sets of a file; a set may not use another one. @throws PhraseError as `parsePhrase` */
export function parseSets(sets: Readonly<Record<string, readonly string[]>>): Map<string, Sequence> {
  const none = new Map<string, Sequence>();
  return new Map(
    Object.entries(sets).map(([name, phrases]) => {
      const options = phrases.map((phrase) => parsePhrase(phrase, none));
      return [name, [{ kind: 'choice', options, optional: false }]];
    }),
  );
}
