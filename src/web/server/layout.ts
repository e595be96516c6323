// The frame of every page: its head, the bar at the top, and the foot with whom to call.

import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from '../../words/languages.ts';
import { type Html, html, raw } from './html.ts';
import { sign } from './icon.ts';
import type { Site } from './site.ts';

/** One page, without the frame. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  /** Path of the page: it marks the place in the navigation. */
  readonly path: string;
  /** Path of the page that the other languages have instead; by default the same. */
  readonly inLanguages?: string;
  readonly body: Html;
  /** Addresses of modules, run in this order when the page has been read. */
  /** By default the one that forgets words which were left behind in the tab. */
  readonly scripts?: readonly string[];
  /** Further style sheets. */
  readonly styles?: readonly string[];
  readonly lang?: string;
  readonly mainClass?: string;
  /** True for a page that search engines should leave out. */
  readonly noindex?: boolean;
  /** schema.org, as JSON-LD (structuredData.ts). */
  readonly data?: Html | null;
}

const PLACES = [
  ['/', 'nav.home'],
  ['/chat', 'nav.chat'],
  ['/directory', 'nav.directory'],
] as const;
/** Those that stand at the foot of each page. */
const STATEMENTS = [
  ['/support', 'nav.support'],
  ['/privacy', 'nav.privacy'],
  ['/terms', 'nav.terms'],
  ['/accessibility', 'nav.accessibility'],
] as const;

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The name at the top of each page. */
export function siteName({ theme, words }: Site): string {
  return theme.shortName ?? words.say('site.name');
}

function navigation(style: 'site-nav' | 'foot-nav', path: string, { words, at }: Site): Html {
  const [places, label] =
    style === 'site-nav' ? ([PLACES, 'nav.label'] as const) : ([STATEMENTS, 'nav.statements'] as const);
  const items = places.map(([place, key]) => {
    const isHere = place === path && html` aria-current="page"`;
    const isAbove = place !== '/' && path.startsWith(`${place}/`) && html` aria-current="true"`;
    return html`<li><a href="${at(place)}"${isHere}${isAbove}>${words.say(key)}</a></li>\n`;
  });
  return html`<nav class="${style}" aria-label="${words.say(label)}">
<ul>
${items}</ul>
</nav>`;
}

function header({ path, inLanguages = path }: Page, site: Site): Html {
  const { logo } = site.assets;
  return html`<header class="site-header">
<div class="wide">
<a class="site-name" href="${site.at('/')}">${logo ? html`<img src="${logo}" alt="" height="40">` : sign()}<span>${siteName(site)}</span></a>
${navigation('site-nav', path, site)}
${languageLinks(inLanguages, site)}
</div>
</header>`;
}

/** The same page in the other languages, each by its own name for itself. */
function languageLinks(path: string, site: Site): Html {
  const { languages, language: own } = site.guide;
  const items = LANGUAGES.map((language) => {
    const { name } = languages.names[language];
    const here = language === own && html` aria-current="true"`;
    return html`<li><a href="${pathIn(language, path)}" lang="${language}" hreflang="${language}"${here}>${name}</a></li>\n`;
  });
  return html`<nav class="languages" aria-label="${site.words.say('nav.languages')}">
<details>
<summary>${languages.names[own].name}</summary>
<ul>
${items}</ul>
</details>
</nav>`;
}

/** The address of a page in a language; English has one that no browser's language leads away from. */
export function pathIn(language: Language, path: string): string {
  return `/${language}${path === '/' ? '' : path}`;
}

/** Whom to call in an emergency, for all of Europe. */
function emergencyNumber({ guide }: Site): Html {
  const { number } = guide.directory.helplines(null).emergency;
  return html`<a href="tel:${number}">${number}</a>`;
}

function footer(path: string, site: Site): Html {
  const { say } = site.words;
  const { society } = site.guide;
  const reach = [
    society.phone && html`<a href="tel:${society.phone.replace(/[^+0-9]/g, '')}">${society.phone}</a>`,
    society.email && html`<a href="mailto:${society.email}">${society.email}</a>`,
    society.url && html`<a href="${society.url}">${society.url.replace(/^https?:\/\/|\/$/g, '')}</a>`,
  ].filter((item) => item !== null && item !== '');
  return html`<footer class="site-footer">
<div class="wide">
<p class="emergency">${say('footer.emergency')} <strong>${emergencyNumber(site)}</strong></p>
<p>${say('footer.assistant', { society: society.name })}</p>
${reach.length > 0 && html`<ul class="reach">${reach.map((item) => html`<li>${item}</li>`)}</ul>`}
${navigation('foot-nav', path, site)}
</div>
</footer>`;
}

/** The address of a page for search engines: English pages have one without a language. */
export function lastingPath(language: string, path: string): string {
  return language === DEFAULT_LANGUAGE || !isLanguage(language) ? path : pathIn(language, path);
}

/** Tells search engines of the same page in the other languages. */
function alternates(path: string, publicUrl: string): Html {
  return html`${LANGUAGES.map(
    (language) =>
      html`<link rel="alternate" hreflang="${language}" href="${publicUrl + lastingPath(language, path)}">\n`,
  )}`;
}

/** The whole document of a page. */
export function page(part: Page, site: Site): string {
  const { words, theme, assets, config } = site;
  const lang = part.lang ?? words.language;
  const name = siteName(site);
  const title = part.title === name ? name : `${part.title} – ${name}`;
  const styles = [assets.path('site.css'), ...(part.styles ?? [])];
  const document = html`<html lang="${lang}" dir="${RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${part.description && html`<meta name="description" content="${part.description}">\n`}${
  part.noindex && html`<meta name="robots" content="noindex">\n`
}${config.publicUrl && !part.noindex && html`<link rel="canonical" href="${config.publicUrl + lastingPath(words.language, part.path)}">\n`}${config.publicUrl && !part.noindex && alternates(part.path, config.publicUrl)}<meta name="theme-color" media="(prefers-color-scheme: light)" content="${theme.colours.background}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${theme.dark.background}">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="${assets.path('icon.svg')}" type="image/svg+xml">
${styles.map((path) => html`<link rel="stylesheet" href="${path}">\n`)}${(part.scripts ?? [site.assets.path('forget.js')]).map((path) => html`<script src="${path}" type="module"></script>\n`)}${part.data ?? null}</head>
<body>
<a class="skip" href="#main">${words.say('skip')}</a>
${header(part, site)}
<main id="main" class="${part.mainClass ?? 'wide'}" tabindex="-1">
${part.body}
</main>
${footer(part.path, site)}
</body>
</html>
`;
  return `${raw('<!doctype html>\n')}${document}`;
}
