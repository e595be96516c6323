import type { Request, Response, Server } from 'restify';
import { LANGUAGES } from '../../words/languages.ts';
import { answerAt } from '../server/answerAt.ts';
import { type Asset, makeAsset } from '../server/assets.ts';
import { framePath } from '../server/pages/chat.ts';
import { sendAsset } from '../server/send.ts';
import type { Site } from '../server/site.ts';
import { embedScript } from './embedScript.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

/**
 * Adds what other sites need to show the chat: the script `/embed.js`, and the chat for its frame in each language.
 *
 * @param chat makes the route of the chat of a language
 */
export function addEmbedRoutes(server: Server, site: Site, chat: (site: Site) => Handler): void {
  let script: Asset | undefined;
  const sendScript: Handler = async (request, response) => {
    script ??= makeAsset(Buffer.from(embedScript(site)), '.js');
    // A page that isolates itself (COEP) takes files of others only if these say so.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
    await sendAsset(request, response, script, 'stays');
  };
  answerAt(server, '/embed.js', sendScript);
  for (const language of LANGUAGES) {
    let made: Handler | undefined;
    const talk: Handler = async (request, response) => {
      made ??= chat({ ...site.inLanguage(language), framed: true });
      await made(request, response);
    };
    answerAt(server, framePath(language), talk);
    server.post(framePath(language), talk);
  }
}
