import type { Purpose } from './tokens.ts';

/**
 * What is to become of the connection: an answer is read and it is used again; or the request is no whole one, and its end is
 * sent after it; or nothing more is sent, and the program must end it; or it is cut off by the sender.
 */
export type End = 'answered' | 'ended' | 'held' | 'cut';

/** Bytes for the program, with what they are. */
export interface RawRequest {
  readonly kind: string;
  readonly method: string;
  readonly bytes: Buffer;
  readonly end: End;
  /** A token in the answer is for this. */
  readonly gives?: Purpose;
}

export type Headers = readonly (readonly [name: string, value: string])[];

/** Writes a request down. Lines are taken as they are, so that they can be wrong. */
export function written(method: string, path: string, headers: Headers, body: Buffer | string = ''): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines}\r\n`, 'latin1'), Buffer.from(body)]);
}

/** Headers of a body that is as long as they say. */
export function ofLength(type: string, body: Buffer | string): Headers {
  return [
    ['Content-Type', type],
    ['Content-Length', String(Buffer.byteLength(body))],
  ];
}
