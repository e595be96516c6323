import type { AfterDanger } from '../../src/understanding/safety/afterDanger.ts';
import type { Guide, Turn } from '../guide.ts';
import { paragraphs, type Reply, reply } from '../reply.ts';
import { type CallLines, callLines } from './callLines.ts';
import { crisis } from './danger.ts';
import { withPrivateChat } from './privateChat.ts';

/** Whose country was only guessed hears that, and that 112 works, too. */
export function whereNumberWorks(lines: CallLines, { messages: { say, countryName } }: Guide): string | null {
  if (!lines.guessed) return null;
  const { emergency, country } = lines;
  return (
    paragraphs(
      country && say('emergency.country', { emergency, country: countryName(country) }),
      emergency !== '112' && say('emergency.elsewhere'),
    ) || null
  );
}

/** The answer in an emergency to what is asked next; it ends only by the person's own word. */
export function emergencyGoesOn(asked: AfterDanger, turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  const lines = callLines(guide, turn);
  const calmed = asked === 'helped' || asked === 'past';
  const answer = reply({
    text: paragraphs(
      say(`emergency.after.${asked}`, { emergency: lines.emergency }),
      calmed ? null : whereNumberWorks(lines, guide),
    ),
    suggestions: calmed ? [] : [say('button.helped'), say('button.past')],
    help: true,
    talk: { asked: null, danger: 'emergency', calmed },
  });
  return withPrivateChat(answer, turn, guide);
}

/** The answer in an emergency to an empty word, or to a wish for advice: what to do, and how to say that it is done. */
export function emergencyAgain(turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  const lines = callLines(guide, turn);
  const answer = reply({
    text: paragraphs(
      say('emergency.again', { emergency: lines.emergency }),
      whereNumberWorks(lines, guide),
      say('emergency.unit'),
      say('emergency.tell'),
    ),
    suggestions: [say('button.helped'), say('button.past')],
    help: true,
    talk: { asked: null, danger: 'emergency', calmed: false },
  });
  return withPrivateChat(answer, turn, guide);
}

/** The answer in a crisis to what is asked next: a word for it, and the lines again. */
export function crisisGoesOn(asked: AfterDanger, turn: Turn, guide: Guide): Reply {
  const { emergency } = callLines(guide, turn);
  return crisis(turn, guide, guide.messages.say(`crisis.after.${asked}`, { emergency }));
}
