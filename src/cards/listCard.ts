import type { Organisation } from '../directory/organisation.ts';
import { buildCard, type CardWithText, type Element, heading, labelled, plainLine } from './adaptiveCard.ts';
import { type CardWords, linksOf } from './organisationCard.ts';

/**
 * One page of a list of organisations: for each its name and what it offers; buttons open their websites.
 *
 * @param organisations at most six, since a card has no more actions
 */
export function listCard(title: string, organisations: readonly Organisation[], words: CardWords): CardWithText {
  const { messages } = words;
  const body: Element[] = [heading(title)];
  const lines = [title];
  const actions = [];
  for (const organisation of organisations) {
    const description = words.description(organisation).text;
    body.push(labelled(organisation.name, description));
    const link = linksOf(organisation, messages)[0];
    const note = organisation.linkAdvice === 'do-not-link' ? messages.say('card.noLink') : '';
    lines.push(`${organisation.name}: ${description}${link ? ` ${link.url}` : ` ${note}`}`.trim());
    if (note) body.push(labelled(organisation.name, note));
    if (link) actions.push({ ...link, title: plainLine(organisation.name) });
  }
  return buildCard(messages.language, body, actions, lines.join('\n'));
}
