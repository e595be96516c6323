import { z } from 'zod';
import { Gazetteer } from './gazetteer.ts';
import type { Token } from './tokens.ts';

/** Whom a question is about. */
export type Person = 'self' | 'relative' | 'nobody';

/** `data/<language>/people.json`. */
export const peopleFile = z.strictObject({
  relatives: z.array(z.string().min(1)).describe('words for people one is close to, or cares for'),
  patients: z
    .array(z.string().min(1))
    .describe('words for those whom somebody looks after at work: "a PATIENT of mine"'),
  possessives: z.array(z.string().min(1)).describe('words that stand before them: "MY mum"'),
  self: z.array(z.string().min(1)).describe('phrases in which somebody speaks of their own illness'),
  statement: z
    .array(z.string().min(1))
    .describe('small words of a plain statement: "my dad HAS JUST BEEN TOLD IT IS bowel cancer"'),
});

export type PeopleFile = z.infer<typeof peopleFile>;

/** How many words may stand between "my" and "mother": "my poor old mother". */
const REACH = 3;
/** A message that short may name a relative without "my": "mum has lung cancer". */
const FIRST_WORDS = 3;

export interface PersonFinding {
  /** A patient of somebody at work counts as a relative: their question is on behalf of another, too. */
  readonly about: Person;
  /** True where that other is a patient and nobody close: a nurse or a doctor asks. */
  readonly ofPatient: boolean;
  /** True where the words name people, and beside them only what is named anyway: no wish is told. */
  readonly plainStatement: boolean;
}

export type FindPerson = (tokens: readonly Token[], named: ReadonlySet<number>) => PersonFinding;

/**
 * Makes the function that tells whom an utterance is about. A relative wins over the person who writes: somebody who
 * tells of their mother's illness often tells of themselves, too.
 */
export function createPerson(words: PeopleFile): FindPerson {
  const possessives = new Set(words.possessives);
  const statement = new Set([...words.statement, ...words.possessives]);
  const phrases = { relative: words.relatives, patient: words.patients, self: words.self };
  const gazetteer = new Gazetteer<keyof typeof phrases>(
    (['relative', 'patient', 'self'] as const).flatMap((value) =>
      phrases[value].map((phrase) => ({ phrase, value, exact: true })),
    ),
  );
  return (tokens, named) => {
    const mentions = gazetteer.find(tokens);
    const speaksOf = (other: 'relative' | 'patient'): boolean =>
      mentions.some((mention) => {
        if (!mention.values.includes(other)) return false;
        if (mention.start < FIRST_WORDS) return true;
        return tokens
          .slice(Math.max(0, mention.start - REACH), mention.start)
          .some((token) => possessives.has(token.text));
      });
    const ofRelative = speaksOf('relative');
    const ofPatient = !ofRelative && speaksOf('patient');
    const people = new Set(
      mentions.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
    );
    const plainStatement = tokens.every(
      (token, place) => named.has(place) || people.has(place) || statement.has(token.text),
    );
    const self = mentions.some((mention) => mention.values.includes('self'));
    return { about: ofRelative || ofPatient ? 'relative' : self ? 'self' : 'nobody', ofPatient, plainStatement };
  };
}
