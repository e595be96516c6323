import type { Server as HttpServer } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Guide } from '../dialogs/guide.ts';
import { GuideBot, onTurnError } from './bot.ts';
import { createAdapter, messagesRoute } from './channels/botFramework.ts';
import { createChannelHandler } from './channels/channelHandler.ts';
import { createLimits } from './channels/limits.ts';
import { chatRoute } from './channels/website/chatRoute.ts';
import { formRoute, refuseForm } from './channels/website/formRoute.ts';
import { WebsiteChannel } from './channels/website/websiteChannel.ts';
import type { Config } from './config.ts';
import { keepConnections } from './http/connections.ts';
import { answerFailures } from './http/failures.ts';
import { readiness } from './http/readiness.ts';
import { stop } from './http/stop.ts';
import { takeBody } from './http/takeBody.ts';
import { admitTarget } from './http/target.ts';
import { DATA_FOLDER } from './start/loadGuide.ts';
import { readSealKeys } from './storage/keyText.ts';
import { createSeal } from './storage/seal.ts';
import { keptSealKey } from './storage/sealKey.ts';
import { openSqliteStore } from './storage/sqliteStore.ts';
import { TurnStorage } from './storage/turnStorage.ts';
import { answerAt } from './web/server/answerAt.ts';
import { createSite, type Site } from './web/server/site.ts';
import { addSiteRoutes } from './web/server/siteRoutes.ts';

/** What has expired is deleted so often, in milliseconds. */
const SWEEP_EVERY = 60_000;

/** The server, which can be stopped without breaking off what was asked. */
export type GuideServer = Server & { stop(): Promise<void> };

/**
 * Makes the server with its routes; it does not listen yet.
 *
 * @param log takes lines for the operator; nothing that a visitor typed is among them
 */
export function createServer(config: Config, guide: Guide, log: (line: string) => void): GuideServer {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  const http = server.server as HttpServer;
  const connections = keepConnections(http);
  // Before restify takes the address apart, which it cannot do with every text that is sent as one.
  (server as Server & { first(look: typeof admitTarget): void }).first(admitTarget);
  const { number: emergency } = guide.directory.helplines(null).emergency;
  answerFailures(
    server,
    (reference) => guide.messages.say('failure', { society: guide.society.name, reference, emergency }),
    log,
  );
  const limits = createLimits(config, log);

  server.pre((request, response, next) => {
    response.removeHeader('Server');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    // Only `next(false)` ends a request: what a promise gives, restify throws away, and runs the route after the refusal.
    limits.requests(request, response).then((goesOn) => next(goesOn ? undefined : false), next);
  });

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
  // A form of another site could be sent without asking; JSON cannot.
  server.post(
    '/api/messages',
    takeBody('json', messagesRoute(config, createAdapter(config, guide, log, limits), handler, log)),
  );
  const ofTurn = new TurnStorage();
  const website = new WebsiteChannel(new GuideBot(guide, ofTurn), ofTurn);
  onTurnError(website, guide, log);
  const seal = createSeal(config.SEAL_KEYS ? readSealKeys(config.SEAL_KEYS) : [keptSealKey(config.DATA_DIR)]);
  const chat = chatRoute(website, seal, log);
  server.post(
    '/api/chat',
    takeBody('json', (request, response) => limits.messages(request, response, () => chat(request, response))),
  );

  answerAt(server, '/healthz', async (_request, response) => {
    response.send(200, { status: 'ok' });
  });
  answerAt(server, '/readyz', readiness(store, log));
  const form = (ofLanguage: Site) => {
    const route = formRoute(website, seal, ofLanguage);
    const post = takeBody(
      'form',
      (request, response) => limits.messages(request, response, () => route(request, response)),
      refuseForm(ofLanguage),
    );
    return (request: Request, response: Response): Promise<void> =>
      request.method === 'POST' ? post(request, response) : route(request, response);
  };
  addSiteRoutes(server, site, form);
  return Object.assign(server, { stop: () => stop(http, connections) });
}
