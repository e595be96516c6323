import { INTENT, type Intent, type IntentEntry, type IntentWith } from '../../src/understanding/intents/intents.ts';
import type { Guide, Turn } from '../guide.ts';
import type { Reply } from '../reply.ts';
import { sections } from './browse.ts';
import { crisis, emergency } from './danger.ts';
import { humanContact } from './humanContact.ts';
import { medicalAdvice } from './medicalAdvice.ts';
import { organisations } from './organisations.ts';
import { contact, notUnderstood, privacy, smallTalk } from './service.ts';

/** What answers each way of replying that the table of intents names. */
const REPLIES: {
  readonly [Way in IntentEntry['reply']]: (intent: IntentWith<{ reply: Way }>, turn: Turn, guide: Guide) => Reply;
} = {
  organisations: (intent, turn, guide) => organisations(turn, guide, intent, false),
  list: (_intent, _turn, guide) => sections(guide),
  contact,
  person: (_intent, turn, guide) => humanContact(turn, guide),
  advice: (_intent, turn, guide) => medicalAdvice(turn, guide),
  privacy: (_intent, turn, guide) => privacy(turn, guide),
  talk: smallTalk,
  'not-understood': (_intent, turn, guide) => notUnderstood(turn, guide),
  crisis: (_intent, turn, guide) => crisis(turn, guide),
  emergency: (_intent, turn, guide) => emergency(turn, guide),
};

/** The reply that the table of intents has for the intent of a message. */
export function replyOf(turn: Turn, guide: Guide): Reply {
  const { intent } = turn.understanding;
  // The table is the proof that this reply takes this intent.
  const answer = REPLIES[INTENT[intent].reply] as (intent: Intent, turn: Turn, guide: Guide) => Reply;
  return answer(intent, turn, guide);
}
