import type { Request, Response, Server } from 'restify';
import { accessibilityPage } from './pages/accessibility.ts';
import { directoryPage } from './pages/directory.ts';
import { homePage } from './pages/home.ts';
import { notFoundPage } from './pages/notFound.ts';
import { organisationPage } from './pages/organisation.ts';
import { privacyPage } from './pages/privacy.ts';
import { sendAsset, sendHtml, sendText } from './send.ts';
import type { Site } from './site.ts';
import { robots, sitemap } from './sitemap.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

/** Where the site is: as set, else as the visitor's browser names it. */
function originOf(request: Request, { config }: Site): string {
  const host = String(request.headers.host ?? '');
  return config.publicUrl ?? `http://${/^[\w.-]+(?::\d+)?$/.test(host) ? host : 'localhost'}`;
}

/** True for somebody who looks at pages; programs get JSON from the server. */
function wantsPage(request: Request): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    String(request.headers.accept ?? '').includes('text/html') &&
    !request.getPath().startsWith('/api/')
  );
}

/** Adds the pages, and the files that they need, to the server. */
export function addSiteRoutes(server: Server, site: Site): void {
  const missing = (request: Request, response: Response): void => sendHtml(request, response, 404, notFoundPage(site));
  const get = (path: string, handler: Handler): void => {
    server.get(path, handler);
    server.head(path, handler);
  };
  // These are the same for everybody: each is made once.
  const made = new Map<string, string>();
  const lasting = (path: string, make: () => string): string => {
    const page = made.get(path) ?? make();
    made.set(path, page);
    return page;
  };
  const fixed = { '/': homePage, '/privacy': privacyPage, '/accessibility': accessibilityPage };
  for (const [path, make] of Object.entries(fixed))
    get(path, async (request, response) =>
      sendHtml(
        request,
        response,
        200,
        lasting(path, () => make(site)),
      ),
    );

  get('/directory', async (request, response) => {
    const query = request.getQuery();
    const page = query ? directoryPage(query, site) : lasting('/directory', () => directoryPage('', site));
    sendHtml(request, response, 200, page);
  });
  get('/directory/:id', async (request, response) => {
    const organisation = site.guide.directory.organisation(request.params.id);
    if (!organisation) return missing(request, response);
    const { id } = organisation;
    sendHtml(
      request,
      response,
      200,
      lasting(`/directory/${id}`, () => organisationPage(organisation, site)),
    );
  });
  get('/assets/:file', async (request, response) => {
    const asset = site.assets.find(request.getPath());
    if (!asset) return missing(request, response);
    await sendAsset(request, response, asset);
  });
  get('/robots.txt', async (request, response) =>
    sendText(request, response, 200, 'text/plain', robots(originOf(request, site))),
  );
  get('/sitemap.xml', async (request, response) =>
    sendText(request, response, 200, 'application/xml', sitemap(originOf(request, site), site)),
  );

  server.on('NotFound', (request: Request, response: Response, _error: Error, done: () => void) => {
    if (wantsPage(request)) missing(request, response);
    done();
  });
  // Nobody waits for the best compression: it is made while the server has nothing else to do.
  server.on('listening', () => void site.assets.compress());
}
