import { asksForHelp } from '../../src/understanding/intents/intents.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import type { Guide, Turn } from '../guide.ts';
import { type Reply, reply, withNote } from '../reply.ts';
import { possibleDanger, withStandingLine } from './danger.ts';
import { withPrivateChat } from './privateChat.ts';

/** True for a question about the illness of the person who writes, or of somebody close to them. */
export function isPrivate({ about, ofPatient, intent, cancerTypes }: Understanding): boolean {
  if (ofPatient || about === 'nobody') return false;
  return cancerTypes.length > 0 || asksForHelp(intent) || intent === 'medical_advice';
}

/** Where others read along: the offer to go on in private, without a word of what was written. */
export function goOnInPrivate(turn: Turn, guide: Guide): Reply {
  const answer = withPrivateChat(reply({ text: guide.messages.say('shared.private') }), turn, guide);
  const line = possibleDanger(turn, guide);
  return withStandingLine(line ? withNote(answer, line, true) : answer, turn, guide);
}
