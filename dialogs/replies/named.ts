import { organisationCard } from '../../src/cards/organisationCard.ts';
import { isEnded } from '../../src/directory/organisation.ts';
import { matchByName } from '../../src/directory/query.ts';
import type { Guide, Turn } from '../guide.ts';
import { type Reply, reply } from '../reply.ts';

const MOST_NAMED = 3;
const MOST_INSTEAD = 3;

/** The answer where an organisation is asked for by its name: what is known of it and, where it ended, what to use instead. */
export function named(turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  const found = turn.understanding.organisations
    .flatMap((id) => guide.directory.organisation(id) ?? [])
    .slice(0, MOST_NAMED);
  const first = found[0]!;
  const moved = first.linkAdvice === 'link-successor';
  const instead = isEnded(first)
    ? first.alternatives.flatMap((id) => guide.directory.organisation(id) ?? []).slice(0, MOST_INSTEAD)
    : [];
  const shown = [...found, ...instead.filter((organisation) => !found.includes(organisation))];
  const text = isEnded(first)
    ? say(moved || first.linkAdvice === 'link' ? 'named.moved' : 'named.ended', {
        name: first.name,
        note: guide.cardWords.note(first.statusNote ?? ''),
      })
    : found.length > 1
      ? say('named.several')
      : say('named.one', { name: first.name });
  return reply({
    text,
    cards: shown.map((organisation) =>
      organisationCard(matchByName(organisation, 'exact'), { country: null, topic: null }, guide.cardWords),
    ),
    suggestions: [say('button.anotherNeed'), say('button.list')],
    organisations: shown.map(({ id }) => id),
    talk: { asked: null },
  });
}
