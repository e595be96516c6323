// What search engines ask for.

import { LANGUAGES } from '../../words/languages.ts';
import { escapeHtml } from './html.ts';
import { lastingPath } from './layout.ts';
import type { Site } from './site.ts';

/** Every page that may be found by search engines. */
export function pathsOf({ guide }: Site): string[] {
  return [
    '/',
    '/chat',
    '/directory',
    ...guide.directory.organisations.map(({ id }) => `/directory/${id}`),
    '/support',
    '/privacy',
    '/terms',
    '/accessibility',
  ];
}

/** @param origin address of the site, without a slash at its end */
export function sitemap(origin: string, site: Site): string {
  const paths = LANGUAGES.flatMap((language) => pathsOf(site).map((path) => lastingPath(language, path)));
  const urls = paths.map((path) => `<url><loc>${escapeHtml(origin + path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** @param origin address of the site, without a slash at its end; null where it is not known */
export function robots(origin: string | null): string {
  const rules = 'User-agent: *\nDisallow: /api/\nDisallow: /directory?\n';
  return origin === null ? rules : `${rules}\nSitemap: ${origin}/sitemap.xml\n`;
}
