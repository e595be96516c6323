import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { Crowded, createFairQueue, type FairQueue } from '../../src/channels/fairQueue.ts';

describe('the fair queue', () => {
  /** The time of the thread, which only work moves on. */
  let time: number;
  let order: string[];
  let spent: [string, number][];
  let queue: FairQueue;

  beforeEach(() => {
    time = 0;
    order = [];
    spent = [];
    queue = createFairQueue(
      (visitor, taken) => spent.push([visitor, taken]),
      () => time,
    );
  });

  const work = (visitor: string, milliseconds = 1): Promise<void> =>
    queue.run(visitor, async () => {
      order.push(visitor);
      time += milliseconds;
    });

  it('begins at once where nobody waits', () => {
    void work('a');
    expect(order).to.deep.equal(['a']);
  });

  it('lets one visitor in between the many of another', async () => {
    const all = [...Array.from({ length: 50 }, () => work('greedy')), work('quiet')];
    await Promise.all(all);
    expect(order.indexOf('quiet')).to.be.at.most(2);
  });

  it('takes turns between visitors whose work costs the same', async () => {
    const all = ['a', 'a', 'a', 'b', 'b', 'b'].map((visitor) => work(visitor));
    await Promise.all(all);
    expect(order.join('')).to.match(/^ab?(?:ab|ba)+a?b?$/);
  });

  it('lets those whose work costs little go more often than those whose work costs much', async () => {
    const all = [
      ...Array.from({ length: 20 }, () => work('dear', 10)),
      ...Array.from({ length: 60 }, () => work('cheap', 1)),
    ];
    await Promise.all(all);
    const first = order.slice(0, 40);
    expect(first.filter((visitor) => visitor === 'dear').length).to.be.at.most(8);
    expect(first.filter((visitor) => visitor === 'dear').length).to.be.at.least(2);
  });

  it('lets the event loop look at the network between two', async () => {
    let looked = 0;
    const all = Array.from({ length: 10 }, () => work('a'));
    for (const one of all) one.then(() => expect(looked).to.be.at.least(order.length - 2));
    while (order.length < 10) {
      await setImmediate();
      looked += 1;
    }
    await Promise.all(all);
  });

  it('is not held up by work that waits for something', async () => {
    const slow = queue.run('a', () => setTimeout(50, 'slow'));
    await Promise.all([work('a'), work('b')]);
    expect(order).to.have.members(['a', 'b']);
    expect(await slow).to.equal('slow');
  });

  it('tells what work took, not what it waited', async () => {
    await queue.run('a', async () => {
      time += 3;
      await setTimeout(5);
      time += 100;
    });
    expect(spent).to.deep.equal([['a', 3]]);
  });

  it('gives back what the work throws, also at once, and goes on', async () => {
    const failing = queue.run('a', () => {
      throw new TypeError('x');
    });
    expect(await failing.catch((error) => error)).to.be.instanceOf(TypeError);
    await work('a');
    expect(order).to.deep.equal(['a']);
  });

  it('refuses more than a hundred of one visitor, and nobody else', async () => {
    const all = Array.from({ length: 150 }, () => work('greedy').catch((error) => error));
    const other = work('quiet');
    const crowded = (await Promise.all(all)).filter((error) => error instanceof Crowded);
    expect(crowded).to.have.length(49);
    await other;
  });
});
