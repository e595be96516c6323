import { createHmac, randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Request, Response } from 'restify';
import type { Config } from '../config.ts';
import { Crowded, createFairQueue } from './fairQueue.ts';
import { createPace } from './pace.ts';
import { createVisitors } from './visitor.ts';

/** Seconds over which the limits below count. */
const WINDOW = 60;
/** Requests of one visitor: a page and all that belongs to it are about ten. */
const REQUESTS = 6000;
/**
 * Messages of one visitor of the website. A person types three or four a minute, so that sixty may write at the same time
 * behind one hospital's address.
 */
const MESSAGES = 240;
/** A body counts as one message more for each so many bytes: reading a large one costs more than answering a short one. */
const BYTES_A_MESSAGE = 32 * 1024;
/** The body of a request that does not say how long it is counts as the largest. */
const MOST_BYTES = 256 * 1024;
/**
 * Milliseconds of work for one visitor, a thirtieth of the thread. 240 ordinary messages take about 400, the dearest ten
 * each: whoever sends only such is stopped before others are.
 */
const WORK = 2000;
/** Messages of one person in one conversation of the Bot Framework, where the visitor's address is the channel's. */
const IN_CONVERSATION = 60;
/**
 * Requests to the bot that were refused, or whose answer is still open, from one address: a channel sends what can be
 * answered, and somebody who guesses does not.
 */
const REFUSED = 2000;
/** Refusals leave one by one, this many milliseconds apart: a flood of them takes about a twentieth of the thread. */
const REFUSAL_PAUSE = 2;
/** So many refusals are held back at a time. */
const HELD_BACK = 1000;

const SENTENCE = 'Too many requests. Please wait a minute and try again.';
const MESSAGES_PATH = /^\/api\/messages\/?(?:\?|$)/;

/** Too much was sent: says how long to wait, in seconds. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly code = 'TOO_MANY';
  readonly seconds: number;

  constructor(seconds: number) {
    super(SENTENCE);
    this.seconds = Math.max(1, Math.ceil(seconds));
  }
}

/** What keeps one visitor from being all that the program does. */
export interface Limits {
  /** Before a body is read. True where a request may go on; else the refusal has been sent. */
  requests(request: Request, response: Response): Promise<boolean>;
  /** Answers a message of the website when it is the visitor's turn; too many get the refusal. */
  messages(request: Request, response: Response, answer: () => Promise<void>): Promise<void>;
  /**
   * Runs a turn of the Bot Framework when it is the conversation's turn. The sender must be proven by then.
   *
   * @throws TooMany where the conversation must wait; else what the turn throws
   */
  turn<Result>(activity: Activity, run: () => Promise<Result>): Promise<Result>;
}

function refuse(request: Request, response: Response, seconds: number): void {
  response.setHeader('Retry-After', String(Math.max(1, Math.ceil(seconds))));
  response.setHeader('Cache-Control', 'no-store');
  // A form without JavaScript is answered to a person, not to a program.
  if (!/\btext\/html\b/.test(request.headers.accept ?? '')) response.send(429, { code: 'too-many', error: SENTENCE });
  else response.sendRaw(429, SENTENCE, { 'Content-Type': 'text/plain; charset=utf-8' });
}

/** How many messages a body counts for, before it is read. */
function weightOf({ headers }: Request): number {
  const length = Number(headers['content-length'] ?? (headers['transfer-encoding'] ? MOST_BYTES : 0));
  return 1 + Math.floor(Math.min(Number.isFinite(length) ? length : MOST_BYTES, MOST_BYTES) / BYTES_A_MESSAGE);
}

/** Counts in memory by any key; nobody's address is kept longer than the window. */
const perWindow = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: WINDOW });

/** Seconds until a key may go on; 0 where it may at once. What it has spent is looked at, not raised. */
async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  const state = await limiter.get(key);
  return state && state.consumedPoints >= limiter.points ? state.msBeforeNext / 1000 : 0;
}

/**
 * Makes the limits, in memory: each instance counts for itself.
 *
 * @param log takes lines for the operator
 */
export function createLimits({ TRUSTED_PROXIES }: Config, log: (line: string) => void): Limits {
  const visitors = createVisitors(TRUSTED_PROXIES);
  const requests = perWindow(REQUESTS);
  const messages = perWindow(MESSAGES);
  const conversations = perWindow(IN_CONVERSATION);
  const refusals = perWindow(REFUSED);
  const work = perWindow(WORK);
  const tellFailure = (error: unknown): void =>
    log(`A limit could not be counted: ${error instanceof Error ? error.name : 'error'}`);
  const queue = createFairQueue((key, milliseconds) => void work.penalty(key, milliseconds).catch(tellFailure));
  // Ids of people are kept as digests with a key of this process.
  const secret = randomBytes(32);
  const pace = createPace(REFUSAL_PAUSE, HELD_BACK);
  let isProxyTold = false;

  /** Counts; throws TooMany where it is too much. A limiter that fails stops nobody. */
  const consume = async (limiter: RateLimiterMemory, key: string, points = 1): Promise<void> => {
    try {
      await limiter.consume(key, points);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw new TooMany(refusal.msBeforeNext / 1000);
      tellFailure(refusal);
    }
  };
  const tellProxy = (request: Request): void => {
    if (isProxyTold || !visitors.comesFromUnnamedProxy(request)) return;
    isProxyTold = true;
    log(
      `A proxy at ${request.socket.remoteAddress} names visitors, but TRUSTED_PROXIES does not name the proxy: all who come through it share the limits of one visitor.`,
    );
  };
  /** Turns what says "too much" into a 429, and nothing else. */
  const orRefuse = async (request: Request, response: Response, run: () => Promise<void>): Promise<boolean> => {
    try {
      await run();
      return true;
    } catch (error) {
      if (!(error instanceof TooMany) && !(error instanceof Crowded)) throw error;
      await pace();
      refuse(request, response, error instanceof TooMany ? error.seconds : 1);
      return false;
    }
  };
  const checkWork = async (key: string): Promise<void> => {
    const seconds = await secondsToWait(work, key);
    if (seconds > 0) throw new TooMany(seconds);
  };
  /** A channel of the Bot Framework sends what many people say from a few addresses: only its failures count. */
  const admitToBot = async (visitor: string, request: Request, response: Response): Promise<void> => {
    // Who sends is not proven before the body is read: large ones are paid for in advance, and dearly.
    const weight = weightOf(request) ** 2;
    await consume(refusals, visitor, weight);
    response.once('close', () => {
      const { statusCode } = response;
      const isRefused = statusCode >= 400 && statusCode < 500 && statusCode !== 429;
      if (!isRefused) void refusals.reward(visitor, weight).catch(tellFailure);
    });
  };
  const admitToSite = async (visitor: string, request: Request): Promise<void> => {
    await consume(requests, visitor);
    if (request.method === 'POST') {
      await consume(messages, visitor, weightOf(request));
      await checkWork(visitor);
    }
    // A message waits for its turn when it has been read (`messages`).
    else await queue.run(visitor, async () => {});
  };

  return {
    requests(request, response) {
      tellProxy(request);
      const visitor = visitors.visitorOf(request);
      return orRefuse(request, response, () =>
        MESSAGES_PATH.test(request.url ?? '') ? admitToBot(visitor, request, response) : admitToSite(visitor, request),
      );
    },
    async messages(request, response, answer) {
      const visitor = visitors.visitorOf(request);
      await orRefuse(request, response, () =>
        // Whoever has gone meanwhile needs no answer.
        queue.run(visitor, async () => (response.destroyed ? undefined : answer())),
      );
    },
    async turn({ channelId, conversation, from }, run) {
      const parts = JSON.stringify([channelId, conversation.id, from?.id]);
      const key = createHmac('sha256', secret).update(parts).digest('base64url');
      try {
        await consume(conversations, key);
        await checkWork(key);
        return await queue.run(key, run);
      } catch (error) {
        if (error instanceof TooMany || error instanceof Crowded) await pace();
        throw error instanceof Crowded ? new TooMany(1) : error;
      }
    },
  };
}
