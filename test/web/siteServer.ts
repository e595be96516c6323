// The website's pages on a server of their own, for tests.

import restify, { type Server } from 'restify';
import type { Guide } from '../../dialogs/guide.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { createSite } from '../../src/web/server/site.ts';
import { addSiteRoutes } from '../../src/web/server/siteRoutes.ts';
import { guide } from '../conversation.ts';

export interface SiteServer {
  /** Where it is, without a slash at the end. */
  readonly address: string;
  /** Asks for a page as a browser does. */
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  text(path: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts the pages on a free port of this machine. */
export async function startSite(ofGuide: Guide = guide, publicUrl?: string): Promise<SiteServer> {
  const server: Server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  const noChat = (): Promise<void> => Promise.resolve();
  addSiteRoutes(server, createSite(ofGuide, { PUBLIC_URL: publicUrl }, DATA_FOLDER), () => noChat);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = `http://127.0.0.1:${server.address().port}`;
  const get: SiteServer['get'] = (path, headers = {}, method = 'GET') =>
    fetch(address + path, { method, headers: { accept: 'text/html', connection: 'close', ...headers } });
  return {
    address,
    get,
    text: async (path) => (await get(path)).text(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The addresses that a page leads to, without what stands behind `#`. */
export function linksIn(page: string): string[] {
  return [...page.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, address = '']) =>
    address.replace(/#.*/, '').replaceAll('&amp;', '&'),
  );
}
