import restify, { type Request, type Response, type Server } from 'restify';
import type { Guide } from '../dialogs/guide.ts';
import { GuideBot, onTurnError } from './bot.ts';
import { createAdapter, messagesRoute } from './channels/botFramework.ts';
import { createChannelHandler } from './channels/channelHandler.ts';
import { createLimits } from './channels/limits.ts';
import { chatRoute } from './channels/website/chatRoute.ts';
import { formRoute } from './channels/website/formRoute.ts';
import { WebsiteChannel } from './channels/website/websiteChannel.ts';
import type { Config } from './config.ts';
import { DATA_FOLDER } from './loadGuide.ts';
import { createSeal, keptSealKey, readSealKeys } from './storage/seal.ts';
import { openSqliteStore } from './storage/sqliteStore.ts';
import { TurnStorage } from './storage/turnStorage.ts';
import { createSite, type Site } from './web/site.ts';
import { addSiteRoutes } from './web/siteRoutes.ts';

/** A larger body is no message of a person. */
const MOST_BYTES = 256 * 1024;
/** What has expired is deleted so often, in milliseconds. */
const SWEEP_EVERY = 60_000;

/** False for a `Host` or a path of which no address can be made: restify would throw where nobody listens. */
function hasAddress(request: Request): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the server with its routes; it does not listen yet.
 *
 * @param log takes lines for the operator; nothing that a visitor typed is among them
 */
export function createServer(config: Config, guide: Guide, log: (line: string) => void): Server {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  const limits = createLimits();
  // Without a listener Node answers as if no other protocol had been asked for; restify's leaves the connection hanging.
  server.server.removeAllListeners('upgrade');

  server.pre((request, response, next) => {
    response.removeHeader('Server');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (!hasAddress(request)) {
      response.sendRaw(400, 'The address cannot be read.', { 'Content-Type': 'text/plain; charset=utf-8' });
      return next(false);
    }
    // Only `next(false)` ends a request: what a promise gives, restify throws away, and runs the route after the refusal.
    limits.requests(request, response).then((goesOn) => next(goesOn ? undefined : false), next);
  });
  server.use(restify.plugins.bodyParser({ maxBodySize: MOST_BYTES, mapParams: false, rejectUnknown: true }));

  const site = createSite(guide, config, DATA_FOLDER);
  const store = openSqliteStore(config.DATA_DIR);
  const sweep = setInterval(() => {
    store.forgetExpired().catch((error: Error) => log(`Old talks could not be deleted: ${error.message}`));
  }, SWEEP_EVERY).unref();
  server.on('close', () => {
    clearInterval(sweep);
    void store.close();
  });
  const { publicUrl } = site.config;
  const handler = createChannelHandler(guide, store, publicUrl && publicUrl + site.assets.teamsIcon);
  server.post('/api/messages', messagesRoute(config, createAdapter(config, guide, log), handler, log));
  const ofTurn = new TurnStorage();
  const website = new WebsiteChannel(new GuideBot(guide, ofTurn), ofTurn);
  onTurnError(website, guide, log);
  const seal = createSeal(config.SEAL_KEYS ? readSealKeys(config.SEAL_KEYS) : [keptSealKey(config.DATA_DIR)]);
  const chat = chatRoute(website, seal, log);
  server.post('/api/chat', async (request, response) => {
    if (await limits.messages(request, response)) await chat(request, response);
  });

  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'ok' });
  });
  const form = (ofLanguage: Site) => {
    const route = formRoute(website, seal, ofLanguage);
    return async (request: Request, response: Response): Promise<void> => {
      if (request.method !== 'POST' || (await limits.messages(request, response))) await route(request, response);
    };
  };
  addSiteRoutes(server, site, form);
  return server;
}
