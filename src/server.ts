import { RateLimiterMemory } from 'rate-limiter-flexible';
import restify, { type Server } from 'restify';
import type { Guide } from '../dialogs/guide.ts';
import type { GuideBot } from './bot.ts';
import { createAdapter, messagesRoute } from './channels/botFramework.ts';
import type { Config } from './config.ts';
import { listPage } from './web/listPage.ts';

/** A larger body is no message of a person. */
const MOST_BYTES = 256 * 1024;
/** Requests a minute from one address; a channel of the Bot Framework sends those of many people. */
const REQUESTS_A_MINUTE = 6000;

const PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/**
 * Makes the server with its routes; it does not listen yet.
 *
 * @param log takes lines for the operator; nothing that a visitor typed is among them
 */
export function createServer(config: Config, guide: Guide, bot: GuideBot, log: (line: string) => void): Server {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  const limiter = new RateLimiterMemory({ points: REQUESTS_A_MINUTE, duration: 60 });

  server.pre(async (request, response) => {
    response.removeHeader('Server');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    try {
      await limiter.consume(request.socket.remoteAddress ?? 'unknown');
    } catch {
      response.send(429, { error: 'Too many requests. Please wait a minute and try again.' });
      return false;
    }
  });
  server.use(restify.plugins.bodyParser({ maxBodySize: MOST_BYTES, mapParams: false, rejectUnknown: true }));

  server.post('/api/messages', messagesRoute(config, createAdapter(config, guide, log), bot, log));
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'ok' });
  });
  let page: string | undefined;
  server.get('/', async (_request, response) => {
    response.setHeader('Content-Security-Policy', PAGE_POLICY);
    page ??= listPage(guide.directory, guide.messages, guide.society.name);
    response.sendRaw(200, page, { 'Content-Type': 'text/html; charset=utf-8' });
  });
  return server;
}
