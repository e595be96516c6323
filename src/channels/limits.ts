import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Request, Response } from 'restify';
import { isLoopbackAddress } from './activity.ts';

/** Requests a minute from one address; a channel of the Bot Framework sends those of many people. */
const REQUESTS = 6000;
/** Messages a minute from one visitor of the website: far more than anybody types, also behind one hospital's address. */
const MESSAGES = 240;

const SENTENCE = 'Too many requests. Please wait a minute and try again.';

/** The address of the caller; behind a reverse proxy on this machine the one that the proxy names. */
export function callerOf(request: Request): string {
  const remote = request.socket.remoteAddress;
  const forwarded = request.headers['x-forwarded-for'];
  if (isLoopbackAddress(remote) && typeof forwarded === 'string') return forwarded.split(',').at(-1)!.trim();
  return remote ?? 'unknown';
}

/** True where a caller may go on; else the refusal has been sent. */
export type Admit = (request: Request, response: Response) => Promise<boolean>;

function admitBy(limiter: RateLimiterMemory): Admit {
  return async (request, response) => {
    try {
      await limiter.consume(callerOf(request));
      return true;
    } catch {
      response.setHeader('Retry-After', '60');
      response.send(429, { code: 'too-many', error: SENTENCE });
      return false;
    }
  };
}

/** Limits for all requests, and narrower ones for messages of the website's visitors. */
export function createLimits(): { readonly requests: Admit; readonly messages: Admit } {
  return {
    requests: admitBy(new RateLimiterMemory({ points: REQUESTS, duration: 60 })),
    messages: admitBy(new RateLimiterMemory({ points: MESSAGES, duration: 60 })),
  };
}
