import {
  type Activity,
  CardFactory,
  type MessagingExtensionAttachment,
  type MessagingExtensionResult,
} from 'botbuilder';
import { z } from 'zod';
import type { Guide, Turn } from '../../../dialogs/guide.ts';
import { hear } from '../../../dialogs/hear.ts';
import { placeOf } from '../../../dialogs/place.ts';
import { crisis, emergency } from '../../../dialogs/replies/danger.ts';
import { NEW_TALK } from '../../../dialogs/talk.ts';
import { guideFor } from '../../bot.ts';
import { type Asked, organisationCard, where, whom } from '../../cards/organisationCard.ts';
import { countriesToCover } from '../../directory/countries.ts';
import { type Match, matchByName } from '../../directory/query.ts';
import { MOST_CHARACTERS } from '../../understanding/readText.ts';
import { isDanger } from '../../understanding/understanding.ts';
import { countryOfLocale } from '../../words/languages.ts';
import { fitCard } from './outgoing.ts';
import { SEARCH_COMMAND } from './searchCommand.ts';
import { searchDirectory } from './searchDirectory.ts';

/** What Teams sends while somebody types into the search (composeExtension/query). */
const querySchema = z.looseObject({
  commandId: z.literal(SEARCH_COMMAND.id),
  parameters: z
    .array(z.looseObject({ name: z.string(), value: z.unknown() }))
    .max(20)
    .default([]),
  queryOptions: z
    .looseObject({ skip: z.number().int().min(0).default(0), count: z.number().int().min(1).default(25) })
    .default({ skip: 0, count: 25 }),
});
/** What it sends when a result is chosen (composeExtension/selectItem): the value of its `tap`. */
const chosenSchema = z.looseObject({ organisation: z.string() });

/** Teams shows no more results at once. */
const MOST_RESULTS = 25;

/** The body of an answer; null where the request is not one that the manifest offers. */
export type ExtensionAnswer = { readonly composeExtension: MessagingExtensionResult } | null;

const message = (text: string): ExtensionAnswer => ({ composeExtension: { type: 'message', text } });

/** One line under the name: for whom, and where. */
function subtitle(match: Match, { cardWords }: Guide): string {
  return [whom(match, cardWords), where(match.organisation, cardWords)].filter(Boolean).join(' · ');
}

function result(match: Match, asked: Asked, icon: string | null, guide: Guide) {
  const { organisation } = match;
  const { card } = organisationCard(match, asked, guide.cardWords);
  const preview = CardFactory.thumbnailCard(organisation.name, subtitle(match, guide), icon ? [icon] : []);
  preview.content.tap = { type: 'invoke', value: { organisation: organisation.id, language: guide.language } };
  return { ...CardFactory.adaptiveCard(fitCard(card, guide.messages)), preview } satisfies MessagingExtensionAttachment;
}

const list = (attachments: MessagingExtensionAttachment[]): ExtensionAnswer => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments },
});

/**
 * Answers a search in the directory while somebody writes a message.
 *
 * @param icon address of the picture beside each result; null for none
 */
export function answerQuery(
  { value, locale, ...activity }: Partial<Activity>,
  icon: string | null,
  english: Guide,
): ExtensionAnswer {
  const parsed = querySchema.safeParse(value);
  if (!parsed.success) return null;
  const { parameters, queryOptions } = parsed.data;
  // The first time Teams sends "initialRun" instead of a text.
  const text = parameters.find(({ name }) => name === SEARCH_COMMAND.parameter)?.value;
  const words = typeof text === 'string' ? text.slice(0, MOST_CHARACTERS).trim() : '';
  const { guide, understanding } = hear(words, NEW_TALK, locale ?? null, english);
  const turn: Turn = { understanding, talk: NEW_TALK, locale: locale ?? null, place: placeOf(activity) };
  const { safety } = understanding;
  if (isDanger(safety) && safety.certain)
    return message((safety.class === 'crisis' ? crisis : emergency)(turn, guide).text);
  const own = countryOfLocale(locale) ?? guide.languages.names[guide.language].country;
  const country = own && countriesToCover.includes(own) ? own : null;
  const { matches, ...asked } = searchDirectory(words, understanding, country, guide);
  const { skip, count } = queryOptions;
  const page = matches.slice(skip, skip + Math.min(count, MOST_RESULTS));
  if (page.length === 0 && skip === 0) return message(guide.messages.say('teams.search.none'));
  return list(page.map((match) => result(match, asked, icon, guide)));
}

/** Answers the choice of a result: the card of the organisation, to be put into the message. */
export function answerChoice({ value, locale }: Partial<Activity>, english: Guide): ExtensionAnswer {
  const parsed = chosenSchema.safeParse(value);
  if (!parsed.success) return null;
  const { organisation: id, language } = parsed.data;
  const guide = guideFor(typeof language === 'string' ? language : locale, english);
  const organisation = guide.directory.organisation(id);
  if (!organisation) return message(guide.messages.say('teams.search.none'));
  const { card } = organisationCard(
    matchByName(organisation, 'exact'),
    { country: null, topic: null },
    guide.cardWords,
  );
  const preview = CardFactory.thumbnailCard(organisation.name);
  return list([{ ...CardFactory.adaptiveCard(fitCard(card, guide.messages)), preview }]);
}
