import { type Html, html } from './html.ts';
import { page } from './layout.ts';
import { phoneLink } from './phoneLink.ts';
import type { Site } from './site.ts';
import type { PageKey } from './words.ts';

/** A part of a page of text: its heading, and paragraphs or one list. */
export interface TextPart {
  readonly title: PageKey;
  /** A paragraph before the list. */
  readonly lead?: PageKey;
  readonly texts: readonly PageKey[];
  readonly list?: true;
  /** Pages that say more: their addresses in English, and what stands on the links. */
  readonly links?: readonly (readonly [path: string, label: PageKey])[];
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

/** Sentences as paragraphs, or as one list. */
function written(sentences: readonly Html[], list: boolean): Html {
  if (!list) return html`${sentences.map((sentence) => html`<p>${sentence}</p>\n`)}`;
  return html`<ul>\n${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>\n`;
}

/**
 * A page of nothing but text, with the ways to reach the society at its end.
 *
 * @param values what stands in the places of its sentences, beside the society and the emergency number
 */
export function textPage(
  path: string,
  title: PageKey,
  parts: readonly TextPart[],
  values: Readonly<Record<string, string | number>>,
  site: Site,
): string {
  const { words, guide } = site;
  const { number } = guide.directory.helplines(null).emergency;
  const all = { society: guide.society.name, emergency: number, ...values };
  const sentence = (key: PageKey): Html => phoneLink(words.say(key, all), number);
  const body = html`<h1>${words.say(title)}</h1>
${parts.map(
  ({ title: heading, lead, texts, list = false, links = [] }) => html`<h2>${words.say(heading)}</h2>
${lead && html`<p>${sentence(lead)}</p>\n`}${written(texts.map(sentence), list)}${
  links.length > 0 &&
  html`<ul class="reach">\n${links.map(([to, label]) => html`<li><a href="${site.at(to)}">${words.say(label)}</a></li>\n`)}</ul>\n`
}`,
)}${reach(site)}`;
  return page({ title: words.say(title), path, body, mainClass: 'narrow text' }, site);
}
