import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { type Program, startProgram } from './program.ts';
import { requestText, sendRaw } from './rawRequest.ts';

const body = JSON.stringify({ activity: { type: 'message', text: 'breast cancer' }, token: null });

/** Asks again and again over connections that stay open, until the server is gone; counts what came of it. */
async function keepAsking(port: number, connections: number): Promise<{ answered: number; reset: string[] }> {
  const counts = { answered: 0, reset: [] as string[] };
  const ask = (agent: Agent): Promise<'answered' | 'refused' | 'reset'> =>
    new Promise((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const asked = request(
        { port, host: '127.0.0.1', path: '/api/chat', method: 'POST', agent, headers },
        (response) => {
          response.resume();
          response.on('end', () => resolve('answered'));
          response.on('error', () => resolve('reset'));
        },
      );
      asked.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNREFUSED') counts.reset.push(String(error.code));
        resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'reset');
      });
      asked.end(body);
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (;;) {
        const result = await ask(agent);
        if (result === 'refused') return;
        if (result === 'answered') counts.answered += 1;
      }
    }),
  );
  return counts;
}

describe('the end of the program', () => {
  let program: Program | undefined;
  afterEach(() => program?.close());

  it('breaks off nothing that was asked: 50 busy connections, no reset, exit code 0', async () => {
    program = await startProgram();
    const asking = keepAsking(program.port, 50);
    await setTimeout(1000);
    const before = performance.now();
    program.process.kill('SIGTERM');
    const code = await program.ended;
    const { answered, reset } = await asking;
    expect(code).to.equal(0);
    expect(performance.now() - before).to.be.below(10_000);
    expect(reset).to.deep.equal([]);
    expect(answered).to.be.above(50);
  }).timeout(60_000);

  it('comes within 10 seconds, also with half a request on the line and a connection that asks nothing', async () => {
    program = await startProgram();
    const half = requestText(
      'POST',
      '/api/chat',
      { 'Content-Type': 'application/json', 'Content-Length': 500 },
      '{"acti',
    );
    const open = [sendRaw(program.port, half, 20_000), sendRaw(program.port, '', 20_000)];
    await setTimeout(200);
    const before = performance.now();
    program.process.kill('SIGINT');
    expect(await program.ended).to.equal(0);
    expect(performance.now() - before).to.be.below(10_000);
    await Promise.all(open);
  }).timeout(30_000);

  it('comes once, however often it is told to', async () => {
    program = await startProgram();
    const half = requestText(
      'POST',
      '/api/chat',
      { 'Content-Type': 'application/json', 'Content-Length': 500 },
      '{"acti',
    );
    const open = sendRaw(program.port, half, 20_000);
    await setTimeout(200);
    program.process.kill('SIGTERM');
    await setTimeout(300);
    program.process.kill('SIGTERM');
    expect(await program.ended).to.equal(0);
    await open;
  }).timeout(30_000);

  it('comes when npm is told to stop: npm waits for the program, and ends with 0', async function () {
    if (process.platform === 'win32') return this.skip();
    program = await startProgram(['npm', 'start']);
    const { address } = program;
    program.process.kill('SIGTERM');
    expect(await program.ended).to.equal(0);
    const gone = async (): Promise<boolean> =>
      fetch(`${address}/healthz`, { headers: { connection: 'close' } }).then(
        () => false,
        () => true,
      );
    expect(await gone()).to.equal(true);
  }).timeout(60_000);
});
