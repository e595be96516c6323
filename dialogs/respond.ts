import { asksForHelp } from '../src/understanding/intents/intents.ts';
import type { Guide, Turn } from './guide.ts';
import { crisis, emergency, possibleDanger, withStandingLine } from './replies/danger.ts';
import { organisations } from './replies/organisations.ts';
import { smallTalk } from './replies/service.ts';
import { type Reply, withNote } from './reply.ts';
import { endsEmergency } from './rules/afterDanger.ts';
import { RULES } from './rules/index.ts';

/** An answer with the rule that gave it. */
export interface Response {
  readonly reply: Reply;
  /** Name of the rule (dialogs/rules). */
  readonly rule: string;
}

/** A reply that tells of a danger itself needs no further line. */
const tellsDanger = ({ talk }: Reply): boolean => (talk.danger ?? null) !== null;

/** The answer with the lines that it carries whatever rule gave it. */
function withLines(answer: Reply, turn: Turn, guide: Guide): Reply {
  if (tellsDanger(answer)) return answer;
  const { safety } = turn.understanding;
  const line = possibleDanger(turn, guide);
  // The standing line says what the line of the same danger, only possible now, would say.
  const isNew = line !== null && safety.class !== turn.talk.danger;
  return withStandingLine(isNew ? withNote(answer, line, safety.class !== 'medical-advice') : answer, turn, guide);
}

/**
 * The answer to one understood message: that of the first rule that has one, with the lines that belong to it.
 *
 * @returns the answer, with what changes in the talk, and the name of the rule
 */
export function respond(given: Turn, guide: Guide): Response {
  // "I do not know" to "which country?" takes back the country that was known.
  const noCountry = given.understanding.command === 'skip' && given.talk.asked === 'country';
  const calmed = given.talk.calmed || endsEmergency(given);
  const turn = { ...given, talk: { ...given.talk, calmed, ...(noCountry && { country: null }) } };
  for (const { name, answer } of RULES) {
    const found = answer(turn, guide);
    if (!found) continue;
    const kept = { ...found, talk: { calmed, ...(noCountry && { country: null }), ...found.talk } };
    return { reply: withLines(kept, turn, guide), rule: name };
  }
  throw new Error('No rule answered: the last one must answer everything.');
}

/** The answer to somebody who only asks for another language: what was last answered, in that language. */
export function inAnotherLanguage(turn: Turn, guide: Guide): Reply {
  const { danger, intent } = turn.talk;
  if (danger === 'crisis') return crisis(turn, guide);
  if (danger === 'emergency') return emergency(turn, guide);
  if (asksForHelp(intent)) return organisations(turn, guide, intent, false);
  return smallTalk('greeting', turn, guide);
}
