import { organisationCard } from '../../src/cards/organisationCard.ts';
import type { Guide, Turn } from '../guide.ts';
import { paragraphs, type Reply, reply } from '../reply.ts';
import { PAGE, queryOf, typesInSentence } from './organisations.ts';

/** Medical advice: that it cannot be given here, who can, and where good information is. */
export function medicalAdvice(turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  const query = queryOf(turn.talk, 'information', guide);
  const page = guide.search.search(query).slice(0, PAGE);
  const types = typesInSentence(turn.talk, guide);
  return reply({
    text: paragraphs(say('advice'), say('advice.information', { types, hasTypes: types ? 'yes' : 'no' })),
    cards: page.map((match) =>
      organisationCard(match, { country: query.country, topic: query.topic }, guide.cardWords),
    ),
    suggestions: [say('button.anotherCountry'), say('button.peer_support'), say('button.person')],
    organisations: page.map(({ organisation }) => organisation.id),
    talk: { intent: 'information', shown: page.length, asked: null },
  });
}
