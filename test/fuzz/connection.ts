import { connect, type Socket } from 'node:net';
import type { RawRequest } from './rawRequest.ts';
import { ResponseReader } from './responseReader.ts';

/** What came back. */
export interface Outcome {
  /** The statuses of all answers; none where the connection was ended without. */
  readonly statuses: readonly number[];
  /** The body of the first, as text. */
  readonly body: string;
  /** False where neither an answer nor an end came in time. */
  readonly inTime: boolean;
  readonly milliseconds: number;
}

/** One sender's connection to the program, which is made again after each request that ended it. */
export class Connection {
  readonly #port: number;
  readonly #localAddress: string;
  #socket: Socket | undefined;

  /** @param localAddress of this machine, such as 127.1.2.3: each counts as a visitor */
  constructor(port: number, localAddress: string) {
    this.#port = port;
    this.#localAddress = localAddress;
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  /** @param patience milliseconds after which an answer is given up */
  send(request: RawRequest, patience: number): Promise<Outcome> {
    if (request.end !== 'answered') this.close();
    const started = performance.now();
    const isUsed = this.#socket !== undefined;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#socket ??= connect({
      port: this.#port,
      host: '127.0.0.1',
      localAddress: this.#localAddress,
      allowHalfOpen: true,
    });
    const socket = this.#socket.setNoDelay(true);
    const reader = new ResponseReader(request.method === 'HEAD');
    const finish = (inTime: boolean, keep: boolean): void => {
      clearTimeout(timer);
      socket
        .removeAllListeners('data')
        .removeAllListeners('end')
        .removeAllListeners('close')
        .removeAllListeners('error');
      // What fails later on is seen by the next request.
      socket.on('error', () => {});
      if (!keep) {
        socket.destroy();
        this.#socket = undefined;
      }
      resolve({ statuses: reader.statuses, body: reader.body, inTime, milliseconds: performance.now() - started });
    };
    const timer = setTimeout(() => finish(false, false), patience);
    socket.on('data', (bytes) => {
      reader.read(bytes);
      if (request.end === 'answered' && reader.isWhole) finish(true, !reader.isLast);
    });
    const ended = (): void => {
      reader.end();
      // A connection that was kept may have been ended just when it was used again: that tells nothing of this request.
      if (isUsed && reader.statuses.length === 0 && request.end === 'answered') {
        finish(true, false);
        resolve(this.send(request, patience));
      } else finish(true, false);
    };
    socket.once('end', ended).once('close', ended).once('error', ended);
    if (request.end === 'cut') socket.write(request.bytes, () => finish(true, false));
    else if (request.end === 'ended') socket.end(request.bytes);
    else socket.write(request.bytes);
    return promise;
  }
}
