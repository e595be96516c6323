import { z } from 'zod';
import { INTENT, INTENTS, type Intent } from './intents.ts';

/** `data/<language>/variations.json`: what people add to a question without wanting anything else. */
export const variationsFile = z.strictObject({
  place: z
    .array(z.string().includes('{text}'))
    .min(1)
    .describe('ways to add a place to a question: "{text} in germany"'),
  polite: z
    .array(z.string().includes('{text}'))
    .min(1)
    .describe('ways to add a greeting, a please or a thank-you: "hello, {text}"'),
});

export type Variations = z.infer<typeof variationsFile>;

/** So many utterances go by before one is varied: more of them do not teach more (measured by cross-validation). */
const STEP = 3;

/**
 * Varies training utterances, in turns by a place and by politeness, so that neither is taken for the wish itself: "a
 * psychologist in Graz" asks for comfort first. The same utterances always give the same variations.
 *
 * @returns new utterances by intent; an organisation with a place is one of a country
 */
export function vary(
  utterances: Readonly<Record<Intent, readonly string[]>>,
  { place, polite }: Variations,
): Record<Intent, string[]> {
  const varied = Object.fromEntries(INTENTS.map((intent) => [intent, [] as string[]])) as Record<Intent, string[]>;
  let turn = 0;
  for (const intent of INTENTS) {
    const { varied: by } = INTENT[intent];
    if (by === 'no') continue;
    for (const text of utterances[intent]) {
      turn += 1;
      if (turn % STEP !== 0) continue;
      const byPlace = by === 'place' && turn % (2 * STEP) === 0;
      const forms = byPlace ? place : polite;
      const as = byPlace && intent === 'find_organisation' ? 'country_organisations' : intent;
      varied[as].push(forms[(turn / STEP) % forms.length]!.replace('{text}', () => text));
    }
  }
  return varied;
}
