import { type Asked, organisationCard } from '../../src/cards/organisationCard.ts';
import { generalTypes } from '../../src/directory/cancerType.ts';
import { isEnded, type Topic } from '../../src/directory/organisation.ts';
import { type Match, matchByName, type Query } from '../../src/directory/query.ts';
import { hasLine, INTENT, type Intent, topicOf } from '../../src/understanding/intents/intents.ts';
import type { Guide, Turn } from '../guide.ts';
import { paragraphs, type Reply, reply, withNote } from '../reply.ts';
import type { Talk } from '../talk.ts';
import { callLines } from './callLines.ts';
import { typeButtons } from './questions.ts';

/** So many organisations are shown at once: more cannot be read on a phone. */
export const PAGE = 3;

/** The question to the directory that a talk has come to. */
export function queryOf(talk: Talk, intent: Intent, guide: Guide): Query {
  const { audience, purpose } = INTENT[intent];
  const topic: Topic | null = topicOf(intent);
  return {
    cancerTypes: talk.cancerTypes,
    country: talk.country,
    topic,
    audience: audience ?? null,
    language: guide.messages.language,
    purpose: purpose ?? 'help',
    onlyWithHelpline: talk.onlyWithHelpline,
  };
}

/** True where nothing at all is known of what to look for. */
export function isOpen(talk: Talk, intent: Intent): boolean {
  return talk.cancerTypes.length === 0 && talk.country === null && topicOf(intent) === null && !talk.onlyWithHelpline;
}

const isSpecific = (talk: Talk): boolean => talk.cancerTypes.some((type) => !generalTypes.includes(type));

/** The names of the cancers of a talk, for a sentence. */
export function typesInSentence(talk: Talk, guide: Guide): string {
  return guide.messages.list(talk.cancerTypes.filter((type) => type !== 'any-cancer').map(guide.cardWords.typeName));
}

/** Says it where the organisations shown are not for the very cancer, not of the country, or do not offer the need. */
function limits(matches: readonly Match[], page: readonly Match[], query: Query, talk: Talk, guide: Guide): string[] {
  const { say, countryName } = guide.messages;
  const said: string[] = [];
  const kinds = new Set(matches.map(({ reasons }) => reasons.cancer?.kind));
  if (isSpecific(talk) && !kinds.has('same')) {
    const types = typesInSentence(talk, guide);
    const exists = (asked: Query): boolean =>
      guide.search.search(asked).some(({ reasons }) => reasons.cancer?.kind === 'same');
    const withoutPhone = query.onlyWithHelpline && exists({ ...query, onlyWithHelpline: false });
    if (!exists({ ...query, country: null, onlyWithHelpline: false })) said.push(say('found.noneForType', { types }));
    else if (query.country && !withoutPhone) {
      said.push(say('found.noneForTypeHere', { types, where: 'country', country: countryName(query.country) }));
    } else said.push(say('found.noneForTypeHere', { types, where: 'phone', country: '' }));
    const parent = matches.find(({ reasons }) => reasons.cancer?.kind === 'parent')?.reasons.cancer?.type;
    if (kinds.has('kind')) said.push(say('found.kindsInstead'));
    else if (parent) said.push(say('found.parentInstead', { parent: guide.cardWords.typeName(parent) }));
    else said.push(say('found.allInstead'));
  }
  if (query.country && !matches.some(({ reasons }) => reasons.country === 'country')) {
    said.push(say('found.noneInCountry', { country: countryName(query.country) }));
  }
  if (query.topic && !page.some(({ reasons }) => reasons.need)) {
    said.push(say('found.noneForNeed', { topic: say(`topic.${query.topic}`) }));
  }
  return said;
}

/** What fits the query; without the wish for a phone line where none has one. */
function find(query: Query, guide: Guide): { matches: Match[]; helpline: 'all' | 'none' | 'not asked' } {
  const matches = guide.search.search(query);
  if (!query.onlyWithHelpline) return { matches, helpline: 'not asked' };
  return matches.length > 0
    ? { matches, helpline: 'all' }
    : { matches: guide.search.search({ ...query, onlyWithHelpline: false }), helpline: 'none' };
}

/** Organisations that the message names besides its wish: "does Macmillan help with rent?" */
function namedFirst(matches: readonly Match[], turn: Turn, guide: Guide): Match[] {
  const named = turn.understanding.organisations.flatMap((id): Match[] => {
    const organisation = guide.directory.organisation(id);
    if (!organisation || isEnded(organisation)) return [];
    return [matches.find((match) => match.organisation.id === id) ?? matchByName(organisation, 'exact')];
  });
  return [
    ...named,
    ...matches.filter((match) => !named.some(({ organisation }) => organisation.id === match.organisation.id)),
  ];
}

/**
 * The answer to the twelve intents that ask for help or information: what was understood, up to three organisations,
 * and how to go on.
 *
 * @param intent the intent that is answered: that of the message, or of the one before that it follows on from
 * @param more true to go on where the last answer ended
 */
export function organisations(turn: Turn, guide: Guide, intent: Intent, more: boolean): Reply {
  const { talk } = turn;
  const { say, countryName } = guide.messages;
  const query = queryOf(talk, intent, guide);
  const { matches, helpline } = find(query, guide);
  const all = more ? matches : namedFirst(matches, turn, guide);
  const from = more ? talk.shown : 0;
  const page = all.slice(from, from + PAGE);
  const listButtons = [say('button.list'), say('button.person')];
  if (page.length === 0) {
    return reply({
      text: say(more ? 'found.noMore' : 'found.nothing'),
      suggestions: [say('button.anotherCountry'), say('button.anotherNeed'), ...listButtons],
      talk: { intent, asked: null },
    });
  }

  const types = typesInSentence(talk, guide);
  const values = {
    // The heading promises only what somebody on the page offers.
    need: query.topic && !page.some(({ reasons }) => reasons.need) ? 'find_organisation' : intent,
    types,
    hasTypes: types ? 'yes' : 'no',
    country: talk.country ? countryName(talk.country) : '',
    hasCountry: talk.country ? 'yes' : 'no',
  };
  const asks = !more && !isSpecific(talk);
  const asked: Asked = { country: query.country, topic: query.topic };
  const cards = page.map((match) => organisationCard(match, asked, guide.cardWords));
  const answer = reply({
    text: paragraphs(
      !more && turn.understanding.tellsIllness && say('found.sorry'),
      say(more ? 'found.more' : 'found', values),
      !more && limits(matches, page, query, talk, guide).join(' '),
      helpline === 'all' && say('found.helplineOnly'),
      helpline === 'none' && say('found.noHelpline'),
    ),
    cards,
    note: asks ? say('ask.typeToo') : null,
    suggestions: [
      ...(from + PAGE < all.length ? [say('button.more')] : []),
      ...(asks ? typeButtons(guide) : [say('button.anotherCountry'), say('button.anotherNeed')]),
    ],
    organisations: page.map(({ organisation }) => organisation.id),
    talk: { intent, shown: from + page.length, section: null, asked: asks ? 'cancer-type' : null },
  });
  if (!hasLine(intent)) return answer;
  const { emergency, inSentence } = callLines(guide, turn);
  return withNote(answer, say(`line.${intent}`, { lines: inSentence, emergency }), true);
}
