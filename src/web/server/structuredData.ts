// What the pages say, once more for machines: schema.org as JSON-LD.

import { linksOf, phones } from '../../cards/organisationCard.ts';
import { isEnded, type Organisation } from '../../directory/organisation.ts';
import { type Html, html, raw } from './html.ts';
import { siteName } from './layout.ts';
import type { Site } from './site.ts';

type Data = Readonly<Record<string, unknown>>;

/** Signs with which text could end the element, or become another one. */
const SIGNS = /[<>&\u2028\u2029]/g;

/** Data as an element. Browsers do not run it, so that the policy against scripts within pages lets it be. */
export function jsonLd(data: Data): Html {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    SIGNS,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return html`<script type="application/ld+json">${raw(text)}</script>\n`;
}

const address = (path: string, { config }: Site): string => (config.publicUrl ?? '') + path;

/** The site and the society that runs it. */
export function siteData(site: Site): Html {
  const { society } = site.guide;
  return jsonLd({
    '@type': 'WebSite',
    name: siteName(site),
    url: address('/', site),
    inLanguage: site.words.language,
    publisher: {
      '@type': 'Organization',
      name: society.name,
      ...(society.url && { url: society.url }),
      ...(society.email && { email: society.email }),
      ...(society.phone && { telephone: society.phone }),
    },
  });
}

/** The directory as a list of its pages. */
export function listData(organisations: readonly Organisation[], site: Site): Html {
  return jsonLd({
    '@type': 'ItemList',
    name: site.words.say('directory.title'),
    numberOfItems: organisations.length,
    itemListElement: organisations.map(({ id, name }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      url: address(`/directory/${id}`, site),
    })),
  });
}

function areaOf({ region, countries }: Organisation): Data {
  if (region === 'worldwide') return { areaServed: 'Worldwide' };
  if (region === 'europe') return { areaServed: { '@type': 'Place', name: 'Europe' } };
  return countries.length > 0 ? { areaServed: countries.map((name) => ({ '@type': 'Country', name })) } : {};
}

/** One organisation, with the address that may be shown, if any; null for one that has ended. */
export function organisationData(organisation: Organisation, site: Site): Html | null {
  if (isEnded(organisation) || organisation.linkAdvice === 'link-successor') return null;
  const { messages, cardWords } = site.guide;
  const { name, abbreviations, formerNames, commercial, helplines, languages } = organisation;
  const [website] = linksOf(organisation, messages);
  const others = [...abbreviations, ...formerNames];
  return jsonLd({
    '@type': commercial ? 'Organization' : 'NGO',
    name,
    ...(others.length > 0 && { alternateName: others }),
    description: cardWords.description(organisation).text,
    ...(website && { url: website.url }),
    mainEntityOfPage: address(`/directory/${organisation.id}`, site),
    ...(helplines.length > 0 && {
      contactPoint: helplines.map(({ number, country }, place) => ({
        '@type': 'ContactPoint',
        telephone: number,
        description: phones(organisation, cardWords)[place],
        areaServed: country,
      })),
    }),
    knowsLanguage: languages,
    ...areaOf(organisation),
  });
}
