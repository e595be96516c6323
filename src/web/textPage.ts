import { type Html, html } from './html.ts';
import { page } from './layout.ts';
import type { Site } from './site.ts';
import type { PageKey } from './words.ts';

/** A part of a page of text: its heading, and paragraphs or one list. */
export interface TextPart {
  readonly title: PageKey;
  readonly texts: readonly PageKey[];
  readonly list?: true;
}

/** How people reach the society; null where nothing is set. */
function reach({ guide: { society } }: Site): Html | null {
  const ways = [
    society.email && html`<a href="mailto:${society.email}">${society.email}</a>`,
    society.phone && html`<a href="tel:${society.phone.replace(/[^+0-9]/g, '')}">${society.phone}</a>`,
    society.url && html`<a href="${society.url}">${society.url}</a>`,
  ].filter((way) => way !== null && way !== '');
  return ways.length === 0 ? null : html`<ul class="reach">${ways.map((way) => html`<li>${way}</li>\n`)}</ul>`;
}

/**
 * A page of nothing but text.
 *
 * @param values what stands in the places of its sentences
 */
export function textPage(
  path: string,
  title: PageKey,
  parts: readonly TextPart[],
  values: Readonly<Record<string, string | number>>,
  site: Site,
): string {
  const { say } = site.words;
  const body = html`<h1>${say(title)}</h1>
${parts.map(({ title: heading, texts, list }) => {
  const written = texts.map((key) =>
    list ? html`<li>${say(key, values)}</li>\n` : html`<p>${say(key, values)}</p>\n`,
  );
  return html`<h2>${say(heading)}</h2>\n${list ? html`<ul>\n${written}</ul>\n` : written}`;
})}${reach(site)}`;
  return page({ title: say(title), path, body, mainClass: 'narrow text' }, site);
}
