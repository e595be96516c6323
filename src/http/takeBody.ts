import type { Request, Response } from 'restify';
import { BodyFault, type BodyKind, readBody, SenderGone } from './readBody.ts';

/** Answers a request. */
export type Handler = (request: Request, response: Response) => Promise<void>;

/** Tells a sender why the body was not taken. */
export type Refuse = (request: Request, response: Response, fault: BodyFault) => void;

/** The refusal of a route for programs. */
const refuseAsJson: Refuse = (_request, response, { status, message }) => {
  response.send(status, { code: status === 413 ? 'too-long' : 'bad-request', error: message });
};

/**
 * A route that takes a body: it is read into `request.body`, or refused.
 *
 * @param refuse answers where the body is not taken; as JSON by default
 */
export function takeBody(kind: BodyKind, route: Handler, refuse: Refuse = refuseAsJson): Handler {
  return async (request, response) => {
    try {
      request.body = await readBody(request, kind);
    } catch (error) {
      if (error instanceof SenderGone) return void request.destroy();
      if (!(error instanceof BodyFault)) throw error;
      // What is still on its way is not waited for.
      response.setHeader('Connection', 'close');
      response.setHeader('Cache-Control', 'no-store');
      response.once('finish', () => request.socket.destroySoon());
      return refuse(request, response, error);
    }
    await route(request, response);
  };
}
