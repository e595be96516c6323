import { z } from 'zod';
import { Gazetteer } from './gazetteer.ts';
import type { Token } from './tokens.ts';

/** Whom a question is about. */
export type Person = 'self' | 'relative' | 'nobody';

/** `data/<language>/people.json`. */
export const peopleFile = z.strictObject({
  /** Words for people one is close to, or cares for. */
  relatives: z.array(z.string().min(1)),
  /** Words that stand before them: "MY mum". */
  possessives: z.array(z.string().min(1)),
  /** Phrases in which somebody speaks of their own illness. */
  self: z.array(z.string().min(1)),
});

export type PeopleFile = z.infer<typeof peopleFile>;

/** How many words may stand between "my" and "mother": "my poor old mother". */
const REACH = 3;
/** A message that short may name a relative without "my": "mum has lung cancer". */
const FIRST_WORDS = 3;

/**
 * Makes the function that tells whom an utterance is about. A relative wins over the person who writes: somebody who
 * tells of their mother's illness often tells of themselves, too.
 */
export function createPerson(words: PeopleFile): (tokens: readonly Token[]) => Person {
  const possessives = new Set(words.possessives);
  const gazetteer = new Gazetteer<Person>([
    ...words.relatives.map((phrase) => ({ phrase, value: 'relative' as const, exact: true })),
    ...words.self.map((phrase) => ({ phrase, value: 'self' as const, exact: true })),
  ]);
  return (tokens) => {
    const mentions = gazetteer.find(tokens);
    const ofRelative = mentions.some((mention) => {
      if (!mention.values.includes('relative')) return false;
      if (mention.start < FIRST_WORDS) return true;
      return tokens
        .slice(Math.max(0, mention.start - REACH), mention.start)
        .some((token) => possessives.has(token.text));
    });
    if (ofRelative) return 'relative';
    return mentions.some((mention) => mention.values.includes('self')) ? 'self' : 'nobody';
  };
}
