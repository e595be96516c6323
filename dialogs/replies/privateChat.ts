import { privateChatCard } from '../../src/cards/privateChatCard.ts';
import type { Guide, Turn } from '../guide.ts';
import type { Reply } from '../reply.ts';

/** The reply with the way to a chat with the guide alone, where others read along. */
export function withPrivateChat(answer: Reply, { place }: Turn, guide: Guide): Reply {
  const card = place.shared ? privateChatCard(place.privateChat, guide.messages) : null;
  return card ? { ...answer, cards: [...answer.cards, card] } : answer;
}
