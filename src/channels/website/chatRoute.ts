import type { Request, Response } from 'restify';
import { z } from 'zod';
import { TALK_MINUTES } from '../../../dialogs/talk.ts';
import { type Seal, SealError } from '../../storage/seal.ts';
import type { Memory } from '../../storage/turnStorage.ts';
import { MOST_CHARACTERS } from '../../understanding/readText.ts';
import { acceptedLocales } from '../../web/server/acceptLanguage.ts';
import type { WebsiteChannel } from './websiteChannel.ts';

const bodySchema = z.object({
  activity: z.object({
    type: z.enum(['message', 'welcome']),
    id: z.string().max(100).optional(),
    text: z.string().max(MOST_CHARACTERS).optional(),
    value: z.unknown().optional(),
    locale: z.string().max(35).optional(),
  }),
  token: z.string().max(20_000).nullable(),
});

export type ChatErrorCode = 'bad-request' | 'too-long' | 'expired' | 'invalid-token' | 'failed';

const STATUS: Readonly<Record<ChatErrorCode, number>> = {
  'bad-request': 400,
  'too-long': 413,
  expired: 410,
  'invalid-token': 400,
  failed: 503,
};
const SENTENCE: Readonly<Record<ChatErrorCode, string>> = {
  'bad-request': 'The request is not one activity with its token.',
  'too-long': `A message may have ${MOST_CHARACTERS} characters.`,
  expired: 'The talk is too old. Start a new one.',
  'invalid-token': 'The token of the talk cannot be opened. Start a new talk.',
  failed: 'The answer failed. Try again.',
};

/**
 * Answers `POST /api/chat`: one activity and the sealed memory in, the replies and the new sealed memory out. The server
 * keeps nothing, so a message sent again after a lost answer gets the same answer.
 */
export function chatRoute(channel: WebsiteChannel, seal: Seal, log: (line: string) => void) {
  return async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const refuse = (code: ChatErrorCode): void => {
      response.send(STATUS[code], { code, error: SENTENCE[code] });
    };
    const parsed = bodySchema.safeParse(request.body);
    if (!parsed.success) {
      const tooLong = parsed.error.issues.some((issue) => issue.code === 'too_big' && issue.path.at(-1) === 'text');
      return refuse(tooLong ? 'too-long' : 'bad-request');
    }
    const { activity, token } = parsed.data;
    try {
      const memory = token === null ? null : ((await seal.open('chat', token)) as Memory);
      const locale = activity.locale ?? acceptedLocales(request.headers['accept-language'])[0];
      const answer = await channel.answer({ ...activity, locale }, memory);
      const deleted = answer.outcome?.understanding.wantsDeletion ?? false;
      response.send(200, {
        activities: answer.activities,
        token: deleted ? null : await seal.seal('chat', answer.memory, TALK_MINUTES),
        minutes: TALK_MINUTES,
        ...(answer.anew && { anew: true }),
      });
    } catch (error) {
      if (error instanceof SealError) return refuse(error.code === 'expired' ? 'expired' : 'invalid-token');
      log(`POST /api/chat failed: ${error instanceof Error ? error.name : 'error'}`);
      refuse('failed');
    }
  };
}
