import { type Activity, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { OUTCOME } from '../../dialogs/guideDialog.ts';
import { InProcessChannel } from '../../src/channels/inProcess.ts';
import { createRepeats } from '../../src/channels/repeats.ts';

const MINUTE = 60_000;

describe('a message that is sent again', () => {
  let time: number;
  let turns: number;
  let send: (more?: Partial<Activity>, wantsDeletion?: boolean) => Promise<string[]>;

  beforeEach(() => {
    time = 0;
    turns = 0;
    const repeats = createRepeats(() => time);
    send = async (more = {}, wantsDeletion = false) => {
      const context = new TurnContext(new InProcessChannel({ run: async () => {} }), {
        type: 'message',
        id: '1',
        channelId: 'test',
        conversation: { id: 'c', isGroup: false, conversationType: 'personal', name: '' },
        from: { id: 'p', name: '' },
        deliveryMode: 'expectReplies',
        text: 'hello',
        ...more,
      });
      await repeats.once(context, async () => {
        turns += 1;
        if (context.activity.text === 'fail' && turns === 1) throw new TypeError('failed');
        context.turnState.set(OUTCOME, { understanding: { wantsDeletion } });
        if (context.activity.deliveryMode === 'expectReplies')
          context.bufferedReplyActivities.push({ text: `answer ${turns}` });
      });
      return context.bufferedReplyActivities.map(({ text }) => String(text));
    };
  });

  it('is answered once, and the answer is said again where it goes back at once', async () => {
    expect(await send()).to.deep.equal(['answer 1']);
    expect(await send()).to.deep.equal(['answer 1']);
    expect(turns).to.equal(1);
  });

  it('is answered once where both come at the same time', async () => {
    expect(await Promise.all([send(), send()])).to.deep.equal([['answer 1'], ['answer 1']]);
    expect(turns).to.equal(1);
  });

  it('gets an empty answer where the first was posted', async () => {
    expect(await send({ deliveryMode: 'normal' })).to.deep.equal([]);
    expect(await send({ deliveryMode: 'normal' })).to.deep.equal([]);
    expect(turns).to.equal(1);
  });

  it('is another one by its id, its words, its conversation, its sender, and without an id', async () => {
    await send();
    await send({ id: '2' });
    await send({ text: 'hello again' });
    await send({ value: { organisation: 'x' } });
    await send({ conversation: { id: 'd', isGroup: false, conversationType: 'personal', name: '' } });
    await send({ from: { id: 'q', name: '' } });
    await send({ id: '' });
    await send({ id: '' });
    expect(turns).to.equal(8);
  });

  it('may be tried again where it failed', async () => {
    expect(await send({ text: 'fail' }).catch((error) => error)).to.be.instanceOf(TypeError);
    expect(await send({ text: 'fail' })).to.deep.equal(['answer 2']);
  });

  it('is a new one after five minutes', async () => {
    await send();
    time = 4 * MINUTE;
    await send();
    expect(turns).to.equal(1);
    time = 6 * MINUTE;
    await send();
    expect(turns).to.equal(2);
  });

  it('gets no words back after "delete my words", and is not answered anew', async () => {
    await send();
    await send({ id: '2', text: 'delete my words' }, true);
    expect(await send()).to.deep.equal([]);
    expect(turns).to.equal(2);
  });

  it('is forgotten sooner where very many are remembered', async () => {
    await send();
    for (let number = 2; number < 2005; number += 1) await send({ id: String(number) });
    await send();
    expect(turns).to.equal(2005);
  });
});
