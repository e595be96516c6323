import { expect } from 'chai';
import { createInOrder } from '../../src/channels/inOrder.ts';

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async (): Promise<string> => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

describe('work in order', () => {
  it('is done one after the other for the same key, and side by side for others', async () => {
    const log: string[] = [];
    const inOrder = createInOrder();
    const [a1, a2, b] = [work(log, 'a1'), work(log, 'a2'), work(log, 'b')];
    const all = Promise.all([inOrder('a', a1.run), inOrder('a', a2.run), inOrder('b', b.run)]);
    b.end();
    a2.end();
    a1.end();
    expect(await all).to.deep.equal(['a1', 'a2', 'b']);
    expect(log.indexOf('a2 begins')).to.be.greaterThan(log.indexOf('a1 ends'));
    expect(log.indexOf('b begins')).to.be.lessThan(log.indexOf('a1 ends'));
  });

  it('goes on after work that failed', async () => {
    const inOrder = createInOrder();
    const failing = inOrder('a', () => Promise.reject(new Error('broken')));
    const next = inOrder('a', async () => 'done');
    expect(await failing.catch(({ message }) => message)).to.equal('broken');
    expect(await next).to.equal('done');
  });
});
