import { linksOf, phones, warnings, where, whom } from '../../../cards/organisationCard.ts';
import { isEnded, type Organisation } from '../../../directory/organisation.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { asMatch, organisationLink } from '../organisationList.ts';
import { phoneLink } from '../phoneLink.ts';
import type { Site } from '../site.ts';
import { organisationData } from '../structuredData.ts';
import type { PageKey } from '../words.ts';

type Fact = readonly [label: string, value: string | Html | readonly Html[]];

function facts(organisation: Organisation, site: Site): Fact[] {
  const { messages, cardWords } = site.guide;
  const { say } = site.words;
  const place = where(organisation, cardWords);
  const lines = phones(organisation, cardWords).map((text, index) =>
    phoneLink(text, organisation.helplines[index]!.number),
  );
  const { nameOnPage, formerNames, abbreviations } = organisation;
  const others = [...new Set([...abbreviations, ...(nameOnPage ? [nameOnPage] : []), ...formerNames])].filter(
    (name) => name !== organisation.name,
  );
  const offers = organisation.topics.map((topic) => messages.say(`topic.${topic}`));
  const people = organisation.audiences.map((audience) => say(`audience.${audience}` as PageKey));
  return [
    ...(lines.length > 0 ? [[messages.say('card.phone'), lines] as const] : []),
    [messages.say('card.for'), whom(asMatch(organisation), cardWords)],
    ...(place ? [[messages.say('card.where'), place] as const] : []),
    [say('organisation.offers'), messages.list(offers)],
    [say('organisation.audiences'), messages.list(people)],
    [messages.say('card.languages'), messages.list(organisation.languages.map(messages.languageName))],
    ...(organisation.memberInfo ? [[say('organisation.memberInfo'), organisation.memberInfo] as const] : []),
    ...(others.length > 0 ? [[say('organisation.otherNames'), others.join(', ')] as const] : []),
    ...(organisation.lastSign
      ? [[say('organisation.lastSign'), messages.monthName(organisation.lastSign)] as const]
      : []),
    ...(organisation.verifiedOn ? [[say('organisation.checked'), organisation.verifiedOn] as const] : []),
  ];
}

function factList(organisation: Organisation, site: Site): Html {
  const isList = (value: Fact[1]): value is readonly Html[] => Array.isArray(value);
  return html`<section aria-labelledby="facts">
<h2 id="facts">${site.words.say('organisation.facts')}</h2>
<dl class="facts">
${facts(organisation, site).map(
  ([label, value]) =>
    html`<div><dt>${label}</dt>${(isList(value) ? value : [value]).map((each) => html`<dd>${each}</dd>`)}</div>\n`,
)}</dl>
</section>`;
}

/** What has happened to it, and what a reader should know before they trust it. */
function remarks(organisation: Organisation, site: Site): Html | null {
  const { successor } = organisation;
  const texts = [
    ...warnings(organisation, site.guide.cardWords),
    ...(successor?.note ? [`${successor.name}: ${successor.note}`] : []),
  ];
  if (texts.length === 0) return null;
  return html`<section class="notice" aria-labelledby="know">
<h2 id="know">${site.words.say('organisation.know')}</h2>
${texts.map((text) => html`<p>${text}</p>\n`)}</section>`;
}

function links(organisation: Organisation, site: Site): Html | null {
  const found = linksOf(organisation, site.guide.messages);
  if (found.length === 0) return null;
  const [language, ...more] = organisation.languages;
  const items = found.map(
    ({ title, url }, place) =>
      html`<li><a class="${place === 0 ? 'button' : 'button quiet'}" href="${url}"${more.length === 0 && html` hreflang="${language}"`} rel="noopener noreferrer">${title}</a></li>\n`,
  );
  return html`<section aria-labelledby="links">
<h2 id="links" class="unseen">${site.words.say('organisation.links')}</h2>
<ul class="buttons">
${items}</ul>
<p class="hint">${site.words.say('organisation.links.note')}</p>
</section>`;
}

function alternatives(organisation: Organisation, site: Site): Html | null {
  const { directory } = site.guide;
  const others = organisation.alternatives.flatMap((id) => directory.organisation(id) ?? []);
  if (others.length === 0) return null;
  const title = site.words.say(isEnded(organisation) ? 'organisation.instead' : 'organisation.also');
  return html`<section aria-labelledby="others">
<h2 id="others">${title}</h2>
<ul class="entries">
${others.map((other) => html`<li>${organisationLink(other, site)}</li>\n`)}</ul>
</section>`;
}

/** The page of one organisation; of one that has ended: what happened, and what can be used instead. */
export function organisationPage(organisation: Organisation, site: Site): string {
  const { say } = site.words;
  const { text, language } = site.guide.cardWords.description(organisation);
  const [first, then] = isEnded(organisation) ? [remarks, links] : [links, remarks];
  const body = html`<p class="up"><a href="${site.at('/directory')}">${say('organisation.up')}</a></p>
<h1>${organisation.name}</h1>
<p class="lead"${language !== site.guide.language && html` lang="${language}"`}>${text}</p>
${first(organisation, site)}
${isEnded(organisation) && alternatives(organisation, site)}
${then(organisation, site)}
${factList(organisation, site)}
${!isEnded(organisation) && alternatives(organisation, site)}
<p class="after"><a class="more" href="${site.at('/chat')}">${say('organisation.ask')}</a></p>`;
  return page(
    {
      title: organisation.name,
      description: text,
      path: `/directory/${organisation.id}`,
      body,
      mainClass: 'narrow',
      data: organisationData(organisation, site),
    },
    site,
  );
}
