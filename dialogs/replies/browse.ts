import { listCard } from '../../src/cards/listCard.ts';
import type { Organisation } from '../../src/directory/organisation.ts';
import type { Guide } from '../guide.ts';
import { type Reply, reply } from '../reply.ts';
import type { Section, Talk } from '../talk.ts';
import { typeButtons } from './questions.ts';

/** At most so many organisations are on one page: a card has no more buttons. */
const MOST_ON_PAGE = 6;

/** Pages of about the same length: no page with a single entry. */
function pageLength(count: number): number {
  return Math.ceil(count / Math.ceil(count / MOST_ON_PAGE));
}
const SECTIONS = ['international', 'european', 'other'] as const;

function organisationsOf(section: Section, { directory }: Guide): readonly Organisation[] {
  return section === 'wider'
    ? directory.organisations.filter(({ list }) => list === 'wider')
    : directory.bySection()[section];
}

/** The sections of the list with their counts. */
export function sections(guide: Guide): Reply {
  const { say } = guide.messages;
  const counts = SECTIONS.map((section) => organisationsOf(section, guide).length);
  const society = counts.reduce((sum, count) => sum + count, 0);
  const wider = organisationsOf('wider', guide).length;
  return reply({
    text: [
      say('browse', { count: guide.directory.organisations.length }),
      '',
      say('browse.society', { society: guide.society.name, count: society }),
      ...SECTIONS.map((section, place) => `- ${say('browse.section', { section, count: counts[place]! })}`),
      ...(wider > 0 ? ['', say('browse.wider', { count: wider })] : []),
    ].join('\n'),
    suggestions: [
      ...SECTIONS.map((section) => say(`button.${section}`)),
      ...(wider > 0 ? [say('button.wider')] : []),
      ...typeButtons(guide).slice(0, 2),
    ],
    talk: { intent: 'browse_directory', section: null, shown: 0, asked: null },
  });
}

/** Where the page before begins. */
export function pageBefore(section: Section, shown: number, guide: Guide): number {
  const length = pageLength(organisationsOf(section, guide).length);
  return Math.max(0, (Math.ceil(shown / length) - 2) * length);
}

/** One page of a section. */
export function sectionPage(section: Section, from: number, guide: Guide): Reply {
  const { say } = guide.messages;
  const all = organisationsOf(section, guide);
  const length = pageLength(all.length);
  const page = all.slice(from, from + length);
  if (page.length === 0)
    return reply({
      text: say('browse.end'),
      suggestions: SECTIONS.map((each) => say(`button.${each}`)),
    });
  const name = say(`browse.title.${section}`, { society: guide.society.name });
  const title = say('browse.page', { from: from + 1, to: from + page.length, count: all.length });
  return reply({
    text: title,
    cards: [listCard(name, page, guide.cardWords)],
    suggestions: [
      ...(from + length < all.length ? [say('button.more')] : []),
      ...(from > 0 ? [say('button.back')] : []),
      ...SECTIONS.filter((each) => each !== section).map((each) => say(`button.${each}`)),
    ],
    organisations: page.map(({ id }) => id),
    talk: {
      intent: 'browse_directory',
      section,
      shown: from + page.length,
      asked: null,
    } satisfies Partial<Talk>,
  });
}
