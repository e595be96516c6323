import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { Refuse } from '../../http/takeBody.ts';
import type { Seal } from '../../storage/seal.ts';
import { MOST_CHARACTERS } from '../../understanding/readText.ts';
import { localeFor } from '../../web/browser/locale.ts';
import { framePage } from '../../web/embed/framePage.ts';
import { acceptedLocales } from '../../web/server/acceptLanguage.ts';
import { type ChatView, chatPage } from '../../web/server/pages/chat.ts';
import { sendFrame, sendHtml } from '../../web/server/send.ts';
import type { Site } from '../../web/server/site.ts';
import { beginWith, goOn, openTalk, type ShownTalk, sealTalk } from './shownTalk.ts';
import type { WebsiteChannel } from './websiteChannel.ts';

/** What a form of ours sends. Each field is read by itself: a talk that nobody can read takes no message away. */
const fields = z.object({
  text: z.string().trim().nullable().default('').catch(null),
  talk: z.string().nullable().default('').catch(null),
});

/** Fields that were sent: null for one that no form of ours sends, such as the same one twice. */
type Fields = z.output<typeof fields>;

function readFields(request: Request): Fields {
  const read = fields.safeParse(request.body ?? {});
  return read.success ? read.data : { text: null, talk: '' };
}

/** What is wrong with a message: it gets a sentence, and no answer. */
type Fault = 'too-long' | 'unreadable';

function faultOf(text: string | null): Fault | null {
  if (text === null) return 'unreadable';
  return text.length > MOST_CHARACTERS ? 'too-long' : null;
}

const STATUS: Readonly<Record<Fault, number>> = { 'too-long': 413, unreadable: 400 };

/** The page for a form whose content could not be read at all: it holds nothing of what was sent. */
export function refuseForm(site: Site): Refuse {
  const { say } = site.guide.messages;
  return (request, response, { status }) => {
    const problem = status === 413 ? say('chat.tooLong', { most: MOST_CHARACTERS }) : say('noText');
    const view = { entries: [], dropped: false, sealed: null, problem };
    sendPage(request, response, status, view, site);
  };
}

function sendPage(request: Request, response: Response, status: number, view: ChatView, site: Site): void {
  if (site.framed) sendFrame(request, response, status, framePage(view, site), site.config.allowedOrigins);
  else sendHtml(request, response, status, chatPage(view, site));
}

/**
 * Answers `GET /chat` and `POST /chat`: the talk so far as a page that needs no JavaScript. What was shown comes sealed
 * with each form, together with what the talk must remember, so that only the new message is answered; nothing is kept
 * on the server. The same form sent twice gets the same page.
 */
export function formRoute(channel: WebsiteChannel, seal: Seal, site: Site) {
  const { say } = site.guide.messages;

  const sentenceOf = (fault: Fault): string =>
    fault === 'too-long' ? say('chat.tooLong', { most: MOST_CHARACTERS }) : say('noText');

  /** Says something in a talk. Where everything is forgotten, only the answer is left, and nothing to be sealed. */
  async function answer(talk: ShownTalk, text: string, locale: string): Promise<ShownTalk> {
    const answered = await channel.answer({ type: 'message', text, locale }, talk.memory);
    return answered.anew ? beginWith(answered) : goOn(talk, text, answered);
  }

  return async (request: Request, response: Response): Promise<void> => {
    const { text, talk: sent } = readFields(request);
    const locale = localeFor(site.guide.language, acceptedLocales(request.headers['accept-language']));
    const opened = sent ? await openTalk(seal, sent) : null;
    const before = opened ?? beginWith(await channel.answer({ type: 'welcome', locale }, null));
    const fault = faultOf(text);
    const after = text && !fault ? await answer(before, text, locale) : before;
    const kept = after.entries.some(({ from }) => from === 'you') ? await sealTalk(seal, after) : null;
    const lost = sent !== '' && !opened;
    const view = {
      ...(kept?.talk ?? after),
      sealed: kept?.sealed ?? null,
      problem: fault ? sentenceOf(fault) : lost ? say('chat.expired') : null,
      ...(fault === 'too-long' && { draft: text! }),
    };
    const status = fault ? STATUS[fault] : 200;
    sendPage(request, response, status, view, site);
  };
}
