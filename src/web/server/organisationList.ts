// Organisations as entries of a list, each with the link to its own page.

import { warnings, where, whom } from '../../cards/organisationCard.ts';
import { isEnded, type Organisation } from '../../directory/organisation.ts';
import type { Match } from '../../directory/query.ts';
import { type Html, html } from './html.ts';
import type { Site } from './site.ts';

/** The organisation as nobody asked for anything in particular. */
export function asMatch(organisation: Organisation): Match {
  return {
    organisation,
    reasons: { cancer: null, country: null, need: false, name: null },
    viaUmbrella: false,
  };
}

/** The link to the page of an organisation; one that has ended is marked. */
export function organisationLink(organisation: Organisation, site: Site): Html {
  const ended = isEnded(organisation) && html` <span class="ended">(${site.words.say('directory.ended')})</span>`;
  return html`<a href="${site.at(`/directory/${organisation.id}`)}">${organisation.name}</a>${ended}`;
}

/** What an organisation does; a text that is in English alone is marked for screen readers. */
export function descriptionOf(organisation: Organisation, { guide }: Site): Html {
  const { text, language } = guide.cardWords.description(organisation);
  return html`<p${language !== guide.language && html` lang="${language}"`}>${text}</p>`;
}

/** Name and cancers of each, for looking through many. */
export function shortList(organisations: readonly Organisation[], site: Site): Html {
  return html`<ul class="entries">
${organisations.map(
  (organisation) =>
    html`<li>${organisationLink(organisation, site)} <span class="for">${whom(asMatch(organisation), site.guide.cardWords)}</span></li>\n`,
)}</ul>`;
}

function result(match: Match, country: string | null, site: Site): Html {
  const { organisation, viaUmbrella } = match;
  const { messages, cardWords } = site.guide;
  const place = where(organisation, cardWords);
  const facts = [
    [messages.say('card.for'), whom(match, cardWords)],
    ...(place ? [[messages.say('card.where'), place]] : []),
    [messages.say('card.languages'), messages.list(organisation.languages.map(messages.languageName))],
  ] as const;
  return html`<li class="result">
<h4>${organisationLink(organisation, site)}</h4>
${descriptionOf(organisation, site)}
${viaUmbrella && country && html`<p>${messages.say('card.umbrella', { country: messages.countryName(country) })}</p>\n`}<dl class="facts-line">
${facts.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>\n`)}</dl>
${warnings(organisation, cardWords).map((text) => html`<p class="remark">${text}</p>\n`)}</li>\n`;
}

/** What a search found, with what one needs to choose. */
export function resultList(matches: readonly Match[], country: string | null, site: Site): Html {
  return html`<ul class="results">
${matches.map((match) => result(match, country, site))}</ul>`;
}
