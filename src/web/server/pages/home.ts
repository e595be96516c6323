import type { Section } from '../../../directory/organisation.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { shortList } from '../organisationList.ts';
import { searchForm } from '../searchForm.ts';
import type { Site } from '../site.ts';
import { siteData } from '../structuredData.ts';
import { typeLinks } from '../typeLinks.ts';

export const SECTIONS: readonly Section[] = ['international', 'european', 'other'];

function chat(site: Site): Html {
  const { say } = site.words;
  const examples = (['home.chat.example.1', 'home.chat.example.2', 'home.chat.example.3'] as const).map(
    (key) => html`<li>${say(key)}</li>\n`,
  );
  return html`<section class="panel chat-entrance" aria-labelledby="chat-title">
<h2 id="chat-title">${say('home.chat.title')}</h2>
<p>${say('home.chat.text')}</p>
<p class="examples-title">${say('home.chat.examples')}</p>
<ul class="examples">
${examples}</ul>
<p><a class="button" href="${site.at('/chat')}">${say('home.chat.open')}</a></p>
<p class="hint">${say('home.chat.private')}</p>
</section>`;
}

function list(site: Site): Html {
  const { guide, words } = site;
  const sections = guide.directory.bySection();
  const count = SECTIONS.reduce((sum, section) => sum + sections[section].length, 0);
  const wider = guide.directory.organisations.length - count;
  const { say } = words;
  return html`<section aria-labelledby="list-title">
<h2 id="list-title">${say('home.list.title', { society: guide.society.name })}</h2>
<p>${say('home.list.text', { count })}</p>
<div class="sections">
${SECTIONS.map(
  (section) => html`<div>
<h3>${guide.messages.say(`browse.title.${section}`)}</h3>
${shortList(sections[section], site)}
</div>\n`,
)}</div>
${wider > 0 && html`<p><a class="more" href="${site.at('/directory#wider')}">${say('home.list.wider', { count: wider })}</a></p>`}
</section>`;
}

/** The front page: the chat's entrance, the search, and the society's list in its sections. */
export function homePage(site: Site): string {
  const { say } = site.words;
  const frequent = site.guide.directory.cancerTypes.filter((type) => type.frequent).map(({ id }) => id);
  const body = html`<div class="hero">
<div class="wide">
<h1>${say('home.title')}</h1>
<p class="lead">${say('home.lead')}</p>
<div class="entrances">
${chat(site)}
<section class="panel" aria-labelledby="search-title">
<h2 id="search-title">${say('home.search.title')}</h2>
${searchForm(null, false, site)}
</section>
</div>
</div>
</div>
<div class="wide">
<section aria-labelledby="types-title">
<h2 id="types-title">${say('home.types.title')}</h2>
${typeLinks(frequent, 'chips', site)}
<p><a class="more" href="${site.at('/directory#kinds-of-cancer')}">${say('home.types.all')}</a></p>
</section>
${list(site)}
</div>`;
  return page(
    {
      title: say('home.title'),
      description: say('home.description'),
      path: '/',
      body,
      mainClass: 'home',
      data: siteData(site),
    },
    site,
  );
}
