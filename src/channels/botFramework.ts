import type { Request as BotRequest, Response as BotResponse } from 'botbuilder';
import type { Next, Request, Response } from 'restify';
import type { Guide } from '../../dialogs/guide.ts';
import { onTurnError } from '../bot.ts';
import type { Config } from '../config.ts';
import { faultOfActivity, isLoopbackAddress, isLoopbackService } from './activity.ts';
import { type AuthenticationSettings, ProvenAdapter } from './authentication.ts';
import type { TurnHandler } from './turnHandler.ts';

/**
 * The adapter for every channel of the Bot Framework.
 *
 * @param settings of botbuilder's own, such as another issuer of tokens
 */
export function createAdapter(
  config: Config,
  guide: Guide,
  log: (line: string) => void,
  settings: AuthenticationSettings = {},
): ProvenAdapter {
  const adapter = new ProvenAdapter(config, log, settings);
  onTurnError(adapter, guide, log);
  return adapter;
}

/**
 * Answers `POST /api/messages`. The activity is checked before the adapter sees it. Without an application id nothing
 * proves who calls, and the reply would go wherever the caller says: only this machine is then answered.
 */
export function messagesRoute(
  config: Config,
  adapter: ProvenAdapter,
  handler: TurnHandler,
  log: (line: string) => void,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const refuse = (status: number, error: string): void => {
      response.send(status, { error });
    };
    const fault = faultOfActivity(request.body);
    if (fault) {
      const refusal = await adapter.refusalOf(request.body, request.headers.authorization ?? '');
      return refusal ? refuse(refusal.status, refusal.error) : refuse(400, fault);
    }
    const activity = request.body as Record<string, unknown>;
    if (!config.MicrosoftAppId) {
      const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
      if (!isLoopbackAddress(request.socket.remoteAddress) || forwarded)
        return refuse(403, 'Without MicrosoftAppId only callers on this machine are answered.');
      if (!isLoopbackService(activity.serviceUrl))
        return refuse(403, 'Without MicrosoftAppId only a service address on this machine is allowed.');
    }
    // Of several headers a proxy might believe another one than we do.
    if ((request.headersDistinct.authorization?.length ?? 0) > 1) return refuse(400, 'Send one Authorization header.');
    activity.channelData ??= {};
    activity.recipient ??= { id: 'bot' };
    try {
      await adapter.process(request as unknown as BotRequest, response as unknown as BotResponse, (context) =>
        handler.run(context),
      );
    } catch (error) {
      if (response.headersSent) return;
      log(`POST /api/messages failed: ${error instanceof Error ? error.name : 'error'}`);
      refuse(502, 'The reply could not be delivered.');
    }
  };
}

export type Route = (request: Request, response: Response, next: Next) => void;
