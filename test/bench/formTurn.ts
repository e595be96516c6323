import { randomBytes } from 'node:crypto';
import type { Guide } from '../../dialogs/guide.ts';
import { GuideBot } from '../../src/bot.ts';
import { beginWith, goOn, MOST_MESSAGES, openTalk, sealTalk } from '../../src/channels/website/shownTalk.ts';
import { WebsiteChannel } from '../../src/channels/website/websiteChannel.ts';
import { readConfig } from '../../src/config.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { createSeal } from '../../src/storage/seal.ts';
import { TurnStorage } from '../../src/storage/turnStorage.ts';
import { chatPage } from '../../src/web/server/pages/chat.ts';
import { createSite } from '../../src/web/server/site.ts';
import { median } from './median.ts';

const RUNS = 100;
const CANCERS = ['breast cancer', 'bowel cancer', 'lung cancer', 'leukaemia', 'melanoma', 'myeloma'];
const COUNTRIES = ['Spain', 'Germany', 'France', 'Italy', 'Poland'];

/** What one message of the chat without JavaScript takes, in milliseconds. */
export interface FormTimes {
  /** The whole page, with as many messages before it as are shown. */
  readonly whole: number;
  /** Opening the talk, answering and sealing it again, without the page. */
  readonly withoutPage: number;
  /** The answer alone. */
  readonly turn: number;
}

/** Measures the newest message of the longest talk that the chat without JavaScript shows, in this process. */
export async function timeFormTurn(guide: Guide): Promise<FormTimes> {
  const site = createSite(guide, readConfig({}), DATA_FOLDER);
  const storage = new TurnStorage();
  const channel = new WebsiteChannel(new GuideBot(guide, storage), storage);
  const seal = createSeal([randomBytes(32)]);
  const locale = 'en';
  let talk = beginWith(await channel.answer({ type: 'welcome', locale }, null));
  for (let message = 0; message < MOST_MESSAGES; message += 1) {
    const text = `${CANCERS[message % CANCERS.length]} in ${COUNTRIES[Math.floor(message / CANCERS.length)]}`;
    talk = goOn(talk, text, await channel.answer({ type: 'message', text, locale }, talk.memory));
  }
  const { sealed } = await sealTalk(seal, talk);
  const text = 'and in Austria?';
  const times: Record<keyof FormTimes, number[]> = { whole: [], withoutPage: [], turn: [] };
  for (let run = 0; run < RUNS * 2; run += 1) {
    const start = performance.now();
    const opened = (await openTalk(seal, sealed))!;
    const asked = performance.now();
    const answer = await channel.answer({ type: 'message', text, locale }, opened.memory);
    const answered = performance.now();
    const kept = await sealTalk(seal, goOn(opened, text, answer));
    const done = performance.now();
    chatPage({ ...kept.talk, sealed: kept.sealed, problem: null }, site);
    // The first half warms up.
    if (run < RUNS) continue;
    times.whole.push(performance.now() - start);
    times.withoutPage.push(done - start);
    times.turn.push(answered - asked);
  }
  return { whole: median(times.whole), withoutPage: median(times.withoutPage), turn: median(times.turn) };
}
