import { ActivityTypes, type TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { whileTyping } from '../../../src/channels/teams/typing.ts';
import { teamsMessage } from './teams.ts';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** A turn whose adapter notes what it is told to send, or fails at it. */
function contextThat(sends: (type: string) => Promise<object[]>): TurnContext {
  const adapter = { sendActivities: (_: unknown, [{ type }]: [{ type: string }]) => sends(type) };
  return { activity: teamsMessage('personal', 'hi'), adapter } as unknown as TurnContext;
}

describe('the typing indicator', () => {
  it('is shown while a turn takes long', async () => {
    const sent: string[] = [];
    let shown = (): void => {};
    const isShown = new Promise<void>((resolve) => {
      shown = resolve;
    });
    const context = contextThat(async (type) => {
      sent.push(type);
      shown();
      return [];
    });
    await whileTyping(context, () => isShown, 1);
    expect(sent).to.deep.equal([ActivityTypes.Typing]);
  });

  it('is not shown for a turn that is quick, nor after it', async () => {
    const sent: string[] = [];
    const context = contextThat(async (type) => {
      sent.push(type);
      return [];
    });
    await whileTyping(context, async () => {}, 5);
    await pause(20);
    expect(sent).to.deep.equal([]);
  });

  it('never fails a turn', async () => {
    let tried = (): void => {};
    const isTried = new Promise<void>((resolve) => {
      tried = resolve;
    });
    const context = contextThat(async () => {
      tried();
      throw new Error('no line');
    });
    let done = false;
    await whileTyping(
      context,
      async () => {
        await isTried;
        await pause(5);
        done = true;
      },
      1,
    );
    expect(done).to.equal(true);
  });

  it('lets the failure of the turn itself through', async () => {
    const context = contextThat(async () => []);
    const failing = whileTyping(context, () => Promise.reject(new Error('broken')), 1000);
    expect(await failing.catch(({ message }) => message)).to.equal('broken');
  });
});
