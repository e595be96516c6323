import { crisisLineText } from '../../src/cards/crisisLine.ts';
import type { Guide, Turn } from '../guide.ts';
import { paragraphs, type Reply, reply, withNote } from '../reply.ts';
import { hasUrgentEmergency } from '../talk.ts';
import { callLines } from './callLines.ts';
import { withPrivateChat } from './privateChat.ts';

/**
 * Somebody may harm themselves, or fears it of another: warm, short, the lines at once, never a question first.
 * No organisation is shown, and the talk can go on after.
 *
 * @param word what is said first, in answer to what was asked; by default what fits the danger
 */
export function crisis(turn: Turn, guide: Guide, word?: string): Reply {
  const { say, countryName } = guide.messages;
  const { country, emergency, crisisLines, guessed } = callLines(guide, turn);
  const { safety } = turn.understanding;
  const again = safety.class !== 'crisis';
  const soft = !again && !safety.certain;
  const { shared } = turn.place;
  const own = again ? 'crisis.again' : soft ? 'crisis.soft' : safety.ofOther ? 'crisis.other' : 'crisis';
  const opening = shared ? 'shared.crisis' : own;
  const { note } = guide.cardWords;
  const lines = crisisLines.map((line) => crisisLineText(line, guide.cardWords));
  const chat = crisisLines.find((line) => line.textOrChat)?.textOrChat;
  const notes = crisisLines.flatMap((line) => (line.note ? note(line.note) : [])).slice(0, 1);
  const answer = reply({
    text: paragraphs(
      safety.urgent && say('crisis.urgent', { emergency }),
      word ?? say(opening),
      lines.length > 0 &&
        [
          country ? say('crisis.country', { country: countryName(country) }) : say('crisis.europe'),
          ...lines,
          ...notes,
        ].join('\n'),
      say('crisis.whatHappens'),
      chat ? say('crisis.chat', { address: chat }) : say('crisis.noChat'),
      !safety.urgent && say('crisis.danger', { emergency }),
      guessed && emergency !== '112' && say('crisis.elsewhere'),
      say(shared ? 'shared.goOn' : 'crisis.goOn'),
    ),
    help: true,
    talk: { asked: null, danger: 'crisis' },
  });
  return withPrivateChat(answer, turn, guide);
}

/** Symptoms that cannot wait: the country's number, and that of the treating unit. */
export function emergency(turn: Turn, guide: Guide): Reply {
  const { say, countryName } = guide.messages;
  const lines = callLines(guide, turn);
  const { safety } = turn.understanding;
  const answer = reply({
    text: paragraphs(
      say(safety.certain ? 'emergency' : 'emergency.soft', { emergency: lines.emergency }),
      lines.guessed &&
        lines.country &&
        say('emergency.country', { emergency: lines.emergency, country: countryName(lines.country) }),
      lines.guessed && lines.emergency !== '112' && say('emergency.elsewhere'),
      say('emergency.unit'),
      say('emergency.say'),
      turn.place.shared && say('shared.goOn'),
    ),
    help: true,
    // The lines of a crisis told before hold the emergency number, too: they stay.
    talk: { asked: null, danger: turn.talk.danger ?? 'emergency', calmed: false },
    suggestions: [say('button.helped'), say('button.past')],
  });
  return withPrivateChat(answer, turn, guide);
}

/**
 * The answer with the line that everything said after a crisis or an emergency carries, whatever it is about, until the talk
 * ends; as it is where no danger was told.
 */
export function withStandingLine(answer: Reply, turn: Turn, guide: Guide): Reply {
  const { danger } = turn.talk;
  if (danger === null) return answer;
  const { emergency: number, inSentence } = callLines(guide, turn);
  // Any doubt brings all of it back.
  const isDoubted = turn.understanding.safety.class === 'emergency';
  if (hasUrgentEmergency({ ...turn.talk, calmed: turn.talk.calmed && !isDoubted })) {
    const text = paragraphs(guide.messages.say('emergency.still', { emergency: number }), answer.text);
    return { ...answer, text, help: true, talk: { ...answer.talk, calmed: false } };
  }
  const line =
    danger === 'crisis'
      ? guide.messages.say('line.afterCrisis', { lines: inSentence, emergency: number })
      : guide.messages.say('line.afterEmergency', { emergency: number });
  return withNote(answer, line, true);
}

/** The line that an answer carries where a danger is possible; null where there is none. */
export function possibleDanger(turn: Turn, guide: Guide): string | null {
  const { safety } = turn.understanding;
  if (safety.certain || safety.class === 'none') return null;
  const { say } = guide.messages;
  const { emergency: number, inSentence } = callLines(guide, turn);
  if (safety.class === 'crisis') return say('line.possibleCrisis', { lines: inSentence, emergency: number });
  if (safety.class === 'emergency') return say('line.possibleEmergency', { emergency: number });
  return say('line.possibleAdvice');
}
