import { html } from '../html.ts';
import { page } from '../layout.ts';
import type { Site } from '../site.ts';

/** The page for an address that leads nowhere. */
export function notFoundPage(site: Site): string {
  const { say } = site.words;
  const body = html`<h1>${say('notFound.title')}</h1>
<p class="lead">${say('notFound.text')}</p>
<ul class="entries">
<li><a href="${site.at('/')}">${say('nav.home')}</a></li>
<li><a href="${site.at('/directory')}">${say('directory.title')}</a></li>
<li><a href="${site.at('/chat')}">${say('home.chat.title')}</a></li>
</ul>`;
  return page(
    { title: say('notFound.title'), path: '/404', inLanguages: '/', body, mainClass: 'narrow', noindex: true },
    site,
  );
}
