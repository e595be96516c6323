import type { Request, Response, Server } from 'restify';
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from '../../words/languages.ts';
import { addEmbedRoutes } from '../embed/embedRoutes.ts';
import { acceptedLanguage } from './acceptLanguage.ts';
import { answerAt } from './answerAt.ts';
import { pathIn } from './layout.ts';
import { accessibilityPage } from './pages/accessibility.ts';
import { directoryPage } from './pages/directory.ts';
import { homePage } from './pages/home.ts';
import { notFoundPage } from './pages/notFound.ts';
import { organisationPage } from './pages/organisation.ts';
import { privacyPage } from './pages/privacy.ts';
import { supportPage } from './pages/support.ts';
import { termsPage } from './pages/terms.ts';
import { sendAsset, sendHtml, sendText, vary } from './send.ts';
import type { Site } from './site.ts';
import { robots, sitemap } from './sitemap.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Where the site is: as set, else on this machine. Whatever else a request calls it is nobody's to repeat: null. */
function originOf(request: Request, { config }: Site): string | null {
  const host = request.headers.host ?? '';
  return config.publicUrl ?? (LOOPBACK.test(host) ? `http://${host}` : null);
}

/** True for somebody who looks at pages; programs get JSON from the server. */
function wantsPage(request: Request): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    String(request.headers.accept ?? '').includes('text/html') &&
    !request.getPath().startsWith('/api/')
  );
}

/** Adds the pages of one language. */
function addPages(server: Server, prefix: string, siteOf: () => Site, chat: (site: Site) => Handler): void {
  // The pages of a language are made when somebody asks for one of them.
  let made:
    | { readonly site: Site; readonly chat: Handler; readonly pages: Map<string, string>; version: number }
    | undefined;
  const parts = () => {
    made ??= { site: siteOf(), chat: chat(siteOf()), pages: new Map(), version: 0 };
    const { version } = made.site.guide.directory;
    // The pages of another directory are made anew.
    if (made.version !== version) made.pages.clear();
    made.version = version;
    return made;
  };
  const get = (path: string, handler: Handler): void =>
    answerAt(server, prefix + (prefix && path === '/' ? '' : path), handler);
  // These are the same for everybody: each is made once.
  const lasting = (path: string, make: (site: Site) => string): string => {
    const { site, pages } = parts();
    const page = pages.get(path) ?? make(site);
    pages.set(path, page);
    return page;
  };
  const fixed = {
    '/': homePage,
    '/support': supportPage,
    '/privacy': privacyPage,
    '/terms': termsPage,
    '/accessibility': accessibilityPage,
  };
  for (const [path, make] of Object.entries(fixed))
    get(path, async (request, response) => sendHtml(request, response, 200, lasting(path, make)));
  const talk: Handler = async (request, response) => parts().chat(request, response);
  get('/chat', talk);
  server.post(`${prefix}/chat`, talk);
  get('/directory', async (request, response) => {
    const query = request.getQuery();
    const page = query ? directoryPage(query, parts().site) : lasting('/directory', (site) => directoryPage('', site));
    sendHtml(request, response, 200, page);
  });
  get('/directory/:id', async (request, response) => {
    const organisation = parts().site.guide.directory.organisation(request.params.id);
    if (!organisation) return sendHtml(request, response, 404, notFoundPage(parts().site));
    const page = lasting(`/directory/${organisation.id}`, (site) => organisationPage(organisation, site));
    sendHtml(request, response, 200, page);
  });
}

/** Pages whose address without a language leads to those of the browser's language: others link to them, as Teams does. */
const ENTRANCES = new Set(['/', '/chat', '/directory', '/support', '/privacy', '/terms']);

/** Sends a visitor of an entrance to the pages in their language, where it is not English. */
function leadToOwnLanguage(request: Request, response: Response): boolean {
  const path = request.getPath().replace(/(?<=.)\/$/, '');
  if (!ENTRANCES.has(path)) return false;
  vary(response, 'Accept, Accept-Language');
  if (!wantsPage(request)) return false;
  const language = acceptedLanguage(request.headers['accept-language']);
  if (language === null || language === DEFAULT_LANGUAGE) return false;
  const query = request.getQuery();
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Location', pathIn(language, path) + (query ? `?${query}` : ''));
  response.sendRaw(302, '');
  return true;
}

/**
 * Adds the pages in all languages, and the files that they need, to the server.
 *
 * @param chat makes the route of the chat page of a language
 */
export function addSiteRoutes(server: Server, site: Site, chat: (site: Site) => Handler): void {
  // Only `next(false)` ends a request: what a promise gives, restify throws away.
  server.pre((request, response, next) => next(leadToOwnLanguage(request, response) ? false : undefined));
  addPages(server, '', () => site, chat);
  for (const language of LANGUAGES) addPages(server, `/${language}`, () => site.inLanguage(language), chat);
  addEmbedRoutes(server, site, chat);
  const missing = (request: Request, response: Response): void => {
    const language = request.getPath().split('/')[1] ?? '';
    const own = isLanguage(language) ? site.inLanguage(language) : site;
    sendHtml(request, response, 404, notFoundPage(own));
  };
  answerAt(server, '/assets/:file', async (request, response) => {
    const asset = site.assets.find(request.getPath());
    if (!asset) return missing(request, response);
    await sendAsset(request, response, asset);
  });
  answerAt(server, '/robots.txt', async (request, response) =>
    sendText(request, response, 200, 'text/plain', robots(originOf(request, site))),
  );
  answerAt(server, '/sitemap.xml', async (request, response) => {
    const origin = originOf(request, site);
    if (origin === null) return missing(request, response);
    sendText(request, response, 200, 'application/xml', sitemap(origin, site));
  });

  server.on('NotFound', (request: Request, response: Response, _error: Error, done: () => void) => {
    if (wantsPage(request)) missing(request, response);
    done();
  });
  // Nobody waits for the best compression: it is made while the server has nothing else to do.
  server.on('listening', () => void site.assets.compress());
}
