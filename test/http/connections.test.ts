import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { type Program, startProgram } from './program.ts';

/** Opens connections that begin a request and never end it. */
async function openSlow(port: number, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let number = 0; number < count; number += 1) {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('POST /api/chat HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
    );
    socket.on('error', () => {});
    sockets.push(socket);
    // The machine itself lets only so many wait to be taken.
    if (number % 100 === 99) await setTimeout(20);
  }
  return sockets;
}

describe('slow senders', () => {
  let program: Program | undefined;
  let slow: Socket[] = [];
  afterEach(async () => {
    for (const socket of slow) socket.destroy();
    await program?.close();
  });

  it('keep nobody out: 1,024 open files, 1,500 slow connections, others are answered within 2 seconds', async function () {
    if (process.platform === 'win32') return this.skip();
    const node = `exec '${process.execPath}' --import ./src/nodeVersion.js src/index.ts`;
    program = await startProgram(['sh', '-c', `ulimit -n 1024; ${node}`]);
    slow = await openSlow(program.port, 1500);
    for (let round = 0; round < 5; round += 1) {
      const before = performance.now();
      const response = await fetch(`${program.address}/healthz`, { headers: { connection: 'close' } });
      expect(response.status).to.equal(200);
      expect(performance.now() - before).to.be.below(2000);
    }
    expect(program.errors()).to.equal('');
  }).timeout(60_000);

  it('are let go when a request is not whole in time', async () => {
    program = await startProgram();
    slow = await openSlow(program.port, 3);
    const ended = slow.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    const before = performance.now();
    await Promise.all(ended);
    expect(performance.now() - before).to.be.within(5000, 20_000);
  }).timeout(60_000);
});
