import type { Activity, Request as BotRequest, Response as BotResponse } from 'botbuilder';
import type { Next, Request, Response } from 'restify';
import type { Guide } from '../../dialogs/guide.ts';
import { onTurnError } from '../bot.ts';
import type { Config } from '../config.ts';
import { faultOfActivity } from './activity.ts';
import { type AuthenticationSettings, ProvenAdapter } from './authentication.ts';
import type { Limits } from './limits.ts';
import { faultOfLocalCaller } from './localBot.ts';
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
  limits: Pick<Limits, 'turn'>,
  settings: AuthenticationSettings = {},
): ProvenAdapter {
  const adapter = new ProvenAdapter(config, log, limits, settings);
  onTurnError(adapter, guide, log);
  return adapter;
}

/**
 * Answers `POST /api/messages`. The activity is checked before the adapter sees it. Without an application id only this
 * machine is answered.
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
    const activity = request.body as Partial<Activity>;
    if (!config.MicrosoftAppId) {
      const local = faultOfLocalCaller(request, activity, config.LOCAL_BOT_PORTS);
      if (local) return refuse(403, local);
    }
    // Of several headers a proxy might believe another one than we do.
    if ((request.headersDistinct.authorization?.length ?? 0) > 1) return refuse(400, 'Send one Authorization header.');
    activity.channelData ??= {};
    activity.recipient ??= { id: 'bot', name: '' };
    response.once('header', () => {
      if (response.statusCode === 429) response.setHeader('Retry-After', '60');
    });
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
