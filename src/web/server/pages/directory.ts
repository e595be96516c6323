import { namedCancerTypes, type Organisation, type Section } from '../../../directory/organisation.ts';
import { isDanger } from '../../../understanding/understanding.ts';
import { dangerNote } from '../dangerNote.ts';
import { type Asked, asksAnything, type Found, find, readAsked } from '../directorySearch.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { resultList, shortList } from '../organisationList.ts';
import { countriesByName, searchForm } from '../searchForm.ts';
import type { Site } from '../site.ts';
import { listData } from '../structuredData.ts';
import { typeLinks } from '../typeLinks.ts';
import type { PageKey } from '../words.ts';
import { SECTIONS } from './home.ts';

/** What was asked for, in one line. */
function summary({ cancer, need, words }: Asked, { country }: Found, { guide, words: { say } }: Site): string {
  const { countryName } = guide.messages;
  return [cancer, country && countryName(country), need && say(`need.${need}` as PageKey), words]
    .filter(Boolean)
    .join(' · ');
}

/** What a visitor should know of the results: a word that is unknown, or none for the very cancer or country. */
function notes(asked: Asked, found: Found, { guide, words: { say } }: Site): string[] {
  const { messages, cardWords } = guide;
  const some = found.matches.length > 0;
  const exact = found.matches.some(({ reasons }) => reasons.cancer?.kind === 'same');
  const national = found.matches.some(({ reasons }) => reasons.country === 'country');
  return [
    ...(found.unknownCancer && !isDanger(found.safety) ? [say('directory.unknownCancer', { text: asked.cancer })] : []),
    ...(some && found.types.length > 0 && !exact
      ? [say('directory.noneForType', { types: messages.list(found.types.map(cardWords.typeName)) })]
      : []),
    ...(some && asked.need && !found.matches.some(({ reasons }) => reasons.need)
      ? [say('directory.results.noneOffers', { need: say(`need.${asked.need}` as PageKey) })]
      : []),
    ...(some && found.country && !national && !asked.words
      ? [say('directory.noneInCountry', { country: messages.countryName(found.country) })]
      : []),
  ];
}

function results(asked: Asked, found: Found, site: Site): Html {
  const { say } = site.words;
  const { matches, country } = found;
  const offering = asked.need ? matches.filter(({ reasons }) => reasons.need) : [];
  const others = matches.filter((match) => !offering.includes(match));
  const groups: readonly (readonly [string | null, typeof matches])[] = [
    [asked.need && say('directory.results.need', { need: say(`need.${asked.need}` as PageKey) }), offering],
    [offering.length > 0 ? say('directory.results.others') : null, others],
  ];
  return html`<section aria-labelledby="found-title"${!isDanger(found.safety) && html` id="found"`}>
<h2 id="found-title">${say('directory.results.title', { count: matches.length })}</h2>
<p class="asked-for">${say('directory.results.for', { what: summary(asked, found, site) })}</p>
${notes(asked, found, site).map((text) => html`<p class="notice">${text}</p>\n`)}${
  matches.length === 0 && html`<p>${say('directory.results.none')}</p>`
}${groups.map(
  ([title, group]) =>
    group.length > 0 &&
    html`<h3${!title && html` class="unseen"`}>${title ?? say('directory.results.page')}</h3>\n${resultList(group, country, site)}\n`,
)}<p><a class="more" href="${site.at('/chat')}">${say('directory.results.chat')}</a></p>
</section>`;
}

/** The wider list by where each works: worldwide, in Europe, then country by country. */
function widerGroups(organisations: readonly Organisation[], site: Site): Html[] {
  const { say } = site.words;
  const groups: [string, readonly Organisation[]][] = [
    [say('directory.wider.worldwide'), organisations.filter(({ region }) => region === 'worldwide')],
    [say('directory.wider.europe'), organisations.filter(({ region }) => region === 'europe')],
  ];
  const national = organisations.filter(({ region }) => region === null);
  const placed = new Set<Organisation>();
  for (const { code, name } of countriesByName(site)) {
    const here = national.filter(({ countries }) => countries.includes(code));
    for (const organisation of here) placed.add(organisation);
    groups.push([name, here]);
  }
  groups.push([say('directory.wider.elsewhere'), national.filter((organisation) => !placed.has(organisation))]);
  return groups.flatMap(([name, group]) =>
    group.length === 0 ? [] : [html`<div>\n<h4>${name}</h4>\n${shortList(group, site)}\n</div>\n`],
  );
}

function browse(site: Site): Html {
  const { guide, words } = site;
  const { directory, messages, society } = guide;
  const title = (section: Section | 'wider'): string =>
    messages.say(`browse.title.${section}`, { society: society.name });
  const wider = directory.organisations.filter(({ list }) => list === 'wider');
  const parts = [...SECTIONS, ...(wider.length > 0 ? (['wider'] as const) : [])];
  const named = new Set(directory.organisations.flatMap(namedCancerTypes));
  const types = directory.cancerTypes
    .map(({ id }) => id)
    .filter((id) => named.has(id))
    .sort((one, other) => guide.cardWords.typeName(one).localeCompare(guide.cardWords.typeName(other)));
  return html`<section class="browse" aria-labelledby="all">
<h2 id="all">${words.say('directory.browse')}</h2>
<nav aria-label="${words.say('directory.parts')}">
<ul class="chips">
${parts.map((part) => html`<li><a href="#${part}">${title(part)}</a></li>\n`)}<li><a href="#kinds-of-cancer">${words.say('home.types.title')}</a></li>
</ul>
</nav>
${SECTIONS.map(
  (section) =>
    html`<section aria-labelledby="${section}">\n<h3 id="${section}">${title(section)}</h3>\n${shortList(directory.bySection()[section], site)}\n</section>\n`,
)}${
  wider.length > 0 &&
  html`<section aria-labelledby="wider">\n<h3 id="wider">${title('wider')}</h3>\n<div class="groups">\n${widerGroups(wider, site)}</div>\n</section>\n`
}<section aria-labelledby="kinds-of-cancer">
<h3 id="kinds-of-cancer">${words.say('home.types.title')}</h3>
${typeLinks(types, 'entries', site)}
</section>
</section>`;
}

/**
 * The directory: the search with its results, else everything to look through.
 *
 * @param query the query of the address, without its question mark
 */
export function directoryPage(query: string, site: Site): string {
  const { say } = site.words;
  const { organisations } = site.guide.directory;
  const asked = readAsked(query, site.guide);
  const asks = asksAnything(asked);
  const found = find(asked, site.guide);
  const body = html`<h1>${say('directory.title')}</h1>
${asks ? dangerNote(found, site) : html`<p class="lead">${say('directory.lead', { count: organisations.length })}</p>`}
<div class="panel">
${searchForm(asks ? asked : null, true, site)}
</div>
${!asks ? browse(site) : !isDanger(found.safety) || found.matches.length > 0 ? results(asked, found, site) : null}`;
  return page(
    {
      title: asks ? say('directory.results.page') : say('directory.title'),
      description: say('directory.description'),
      path: '/directory',
      body,
      noindex: query !== '',
      data: asks ? null : listData(organisations, site),
    },
    site,
  );
}
