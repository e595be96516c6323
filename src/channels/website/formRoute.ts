import type { Request, Response } from 'restify';
import { z } from 'zod';
import { TALK_MINUTES } from '../../../dialogs/talk.ts';
import { type Seal, SealError } from '../../storage/seal.ts';
import { MOST_CHARACTERS } from '../../understanding/readText.ts';
import { acceptedLocales } from '../../web/acceptLanguage.ts';
import { localeFor } from '../../web/browser/locale.ts';
import { framePage } from '../../web/embed/framePage.ts';
import { chatPage } from '../../web/pages/chat.ts';
import { sendFrame, sendHtml } from '../../web/send.ts';
import type { Site } from '../../web/site.ts';
import { replay } from './replay.ts';
import type { WebsiteChannel } from './websiteChannel.ts';

const fields = z.object({ text: z.string().optional(), talk: z.string().max(200_000).optional() });
const sealed = z.array(z.string());

/** The messages of a talk that a form brought along; none where it is too old or not ours. */
async function earlier(seal: Seal, token: string | undefined): Promise<{ texts: string[]; lost: boolean }> {
  if (!token) return { texts: [], lost: false };
  try {
    return { texts: sealed.parse(await seal.open(token)), lost: false };
  } catch (error) {
    if (error instanceof SealError || error instanceof z.ZodError) return { texts: [], lost: true };
    throw error;
  }
}

/**
 * Answers `GET /chat` and `POST /chat`: the talk so far as a page that needs no JavaScript. What was typed comes sealed
 * with each form and is replayed; nothing is kept on the server.
 */
export function formRoute(channel: WebsiteChannel, seal: Seal, site: Site) {
  const { say } = site.guide.messages;
  return async (request: Request, response: Response): Promise<void> => {
    const parsed = fields.safeParse(request.body ?? {});
    const { text = '', talk } = parsed.success ? parsed.data : {};
    const { texts, lost } = await earlier(seal, talk);
    const said = text.trim();
    const tooLong = said.length > MOST_CHARACTERS;
    const { entries, texts: kept } = await replay(
      channel,
      said && !tooLong ? [...texts, said] : texts,
      localeFor(site.guide.language, acceptedLocales(request.headers['accept-language'])),
    );
    const problem = tooLong ? say('chat.tooLong', { most: MOST_CHARACTERS }) : lost ? say('chat.expired') : null;
    const view = {
      entries,
      sealed: kept.length > 0 ? await seal.seal(kept, TALK_MINUTES) : null,
      problem,
      ...(tooLong && { draft: said }),
    };
    const status = tooLong ? 413 : 200;
    if (site.framed) sendFrame(request, response, status, framePage(view, site), site.config.allowedOrigins);
    else sendHtml(request, response, status, chatPage(view, site));
  };
}
