import { fold } from '../tokens.ts';

/**
 * The small language in which the safety phrases are written (docs/editing.md):
 * `(a|b c)` one of several, `(a)?` may be missing, `bleed*` any ending, `...` up to 4 other words of the sentence,
 * `....` up to 25 other words of the message, `^` and `$` the message's begin and end, `<fever>`, `<number>`,
 * and `<name>` for a set of words.
 */
export type Element =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'choice'; readonly options: readonly Sequence[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly overSentences: boolean }
  | { readonly kind: 'start' | 'end' | 'fever' | 'number' };

export type Sequence = readonly Element[];

/** A phrase that cannot be read: says which and why. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
}

const PARTS = /\.{4}|\.{3}|[()|?^$]|<[\w-]+>|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]|[.,](?=[\p{N}*]))*\*?|\S/gu;

/**
 * Reads a phrase.
 *
 * @param phrase the phrase as it stands in the data, in lower case and without apostrophes
 * @param sets the named sets of words that the phrase may use
 * @throws PhraseError where a bracket is not closed, a set is unknown or a sign has no meaning
 */
export function parsePhrase(phrase: string, sets: ReadonlyMap<string, Sequence>): Sequence {
  const parts = phrase.match(PARTS) ?? [];
  let place = 0;

  const fail = (why: string): never => {
    throw new PhraseError(`"${phrase}": ${why}`);
  };

  function element(part: string): Element {
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
    if (part.endsWith('*')) return { kind: 'prefix', prefix: fold(part.slice(0, -1)) };
    if (!/^[\p{L}\p{N}]/u.test(part)) fail(`"${part}" has no meaning here`);
    return { kind: 'word', word: fold(part) };
  }

  function choice(inBrackets: boolean): Sequence[] {
    const options: Element[][] = [[]];
    while (place < parts.length) {
      const part = parts[place]!;
      place += 1;
      if (part === '|') options.push([]);
      else if (part === ')') {
        if (!inBrackets) fail('a bracket is closed that was not opened');
        if (options.some((option) => option.length === 0)) fail('one side of "|" is empty');
        return options;
      } else if (part === '(') {
        const inner = choice(true);
        const optional = parts[place] === '?';
        if (optional) place += 1;
        options.at(-1)!.push({ kind: 'choice', options: inner, optional });
      } else if (part === '?') {
        const before = options.at(-1)!.pop() ?? fail('nothing stands before "?"');
        options.at(-1)!.push({ kind: 'choice', options: [[before]], optional: true });
      } else {
        for (const piece of part.includes('-') && !part.startsWith('<') ? part.split('-') : [part])
          options.at(-1)!.push(element(piece));
      }
    }
    return inBrackets ? fail('a bracket is not closed') : options;
  }

  const options = choice(false);
  if (options.some((option) => option.length === 0)) fail('it is empty, or one side of "|" is');
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
