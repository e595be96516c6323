import type { Guide, Turn } from '../guide.ts';
import type { Reply } from '../reply.ts';

/** One rule of the conversation: it answers a message, or leaves it to the rules after it. */
export interface Rule {
  /** Tests and "npm run ask -- --explain" name the rule that answered. */
  readonly name: string;
  /** @returns null where the rule has nothing to say to the message */
  answer(turn: Turn, guide: Guide): Reply | null;
}
