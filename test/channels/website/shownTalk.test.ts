import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import {
  beginWith,
  goOn,
  MOST_MESSAGES,
  MOST_SEALED,
  openTalk,
  type ShownTalk,
  sealTalk,
} from '../../../src/channels/website/shownTalk.ts';
import type { WebsiteAnswer } from '../../../src/channels/website/websiteChannel.ts';
import { createSeal } from '../../../src/storage/seal.ts';

const seal = createSeal([randomBytes(32)]);

/** An answer of so many messages, with a button. */
const answering = (...texts: string[]): WebsiteAnswer => ({
  activities: texts.map((text) => ({
    type: 'message',
    text,
    suggestedActions: { actions: [{ type: 'imBack', title: 'more', value: 'more' }], to: [] },
  })),
  memory: { last: texts.at(-1) },
  outcome: null,
  anew: false,
});

/** A talk that begins with a welcome, and in which so many messages have been answered. */
function talkOf(messages: number, answer = (message: number): string[] => [`answer ${message}`]): ShownTalk {
  let talk = beginWith(answering('welcome'));
  for (let message = 1; message <= messages; message++)
    talk = goOn(talk, `question ${message}`, answering(...answer(message)));
  return talk;
}

const said = (talk: ShownTalk): string[] => talk.entries.flatMap(({ from, text }) => (from === 'you' ? [text] : []));

describe('the talk of a page without JavaScript', () => {
  it('keeps everything, the welcome too, up to so many messages', () => {
    const talk = talkOf(MOST_MESSAGES);
    expect(talk.entries[0]).to.include({ from: 'bot', text: 'welcome' });
    expect(talk.entries).to.have.length(1 + 2 * MOST_MESSAGES);
    expect(talk.dropped).to.equal(false);
  });

  it('keeps the newest thirty, from a question to its answer, and says that others are gone', () => {
    for (const more of [1, 2, 5]) {
      const talk = talkOf(30 + more);
      expect(said(talk)).to.deep.equal(Array.from({ length: 30 }, (_, place) => `question ${place + more + 1}`));
      expect(talk.entries[0]?.text).to.equal(`question ${more + 1}`);
      expect(talk.entries.at(-1)?.text).to.equal(`answer ${30 + more}`);
      expect(talk.dropped).to.equal(true);
    }
  });

  it('keeps all messages of an answer in their order', () => {
    const talk = talkOf(2, (message) => [`first ${message}`, `second ${message}`]);
    expect(talk.entries.map(({ text }) => text)).to.deep.equal([
      'welcome',
      'question 1',
      'first 1',
      'second 1',
      'question 2',
      'first 2',
      'second 2',
    ]);
  });

  it('keeps the buttons of the last answer alone', () => {
    const shown = talkOf(3).entries.map(({ suggestions }) => suggestions);
    expect(shown).to.deep.equal([[], [], [], [], [], [], ['more']]);
  });

  it('remembers what the last answer remembers, and nothing after an answer that begins anew', () => {
    expect(talkOf(2).memory).to.deep.equal({ last: 'answer 2' });
    expect(beginWith({ ...answering('forgotten'), anew: true }).memory).to.equal(null);
  });

  it('comes back from its seal as it was', async () => {
    const talk = talkOf(3);
    const { sealed } = await sealTalk(seal, talk);
    const { entries, dropped, memory } = (await openTalk(seal, sealed))!;
    expect({ entries, dropped, memory }).to.deep.equal(talk);
  });

  it('loses its oldest messages, never its newest, where its seal would be too large', async () => {
    const long = talkOf(8, (message) => [`answer ${message} ${randomBytes(9_000).toString('hex')}`]);
    const { talk, sealed } = await sealTalk(seal, long);
    expect(sealed.length).to.be.at.most(MOST_SEALED);
    const kept = said(talk);
    expect(kept).to.deep.equal(said(long).slice(-kept.length));
    expect(kept.length).to.be.within(1, 7);
    expect(talk.entries[0]?.from).to.equal('you');
    expect(talk.dropped).to.equal(true);
  });

  it('is no talk of ours where the seal is another’s', async () => {
    const { sealed } = await sealTalk(createSeal([randomBytes(32)]), talkOf(1));
    expect(await openTalk(seal, sealed)).to.equal(null);
  });
});
