import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A sender may take so long, in milliseconds, until a request is whole; a phone on a bad line needs two or three seconds. */
const SENDING_MS = 10_000;
/** A connection that nothing is asked on may stay open so long; a proxy in front keeps its own for 60 seconds. */
const IDLE_MS = 65_000;
const LOOK_EVERY_MS = 1000;
/** Files that the program itself has open: the store, its keys, what a library reads. */
const OWN_FILES = 150;
/** What most systems allow where none can be asked. */
const USUAL_OPEN_FILES = 1024;
const MOST_CONNECTIONS = 10_000;

interface Connection {
  /** sending: a request is on its way; answering: it is whole; idle: nothing is asked. */
  state: 'sending' | 'answering' | 'idle';
  /** Milliseconds, as of performance.now(). */
  since: number;
}

/** The connections of a server. */
export interface Connections {
  readonly count: number;
  /** Ends those on which nothing has been asked for so many milliseconds. */
  endIdle(milliseconds: number): void;
  /** Ends all of them, also those that are answered just now. */
  endAll(): void;
  /** From now on each answer is the last of its connection. */
  letLast(): void;
}

/** How many files this process may have open. */
function openFilesLimit(): number {
  try {
    return Number(/^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? USUAL_OPEN_FILES);
  } catch {
    return USUAL_OPEN_FILES;
  }
}

/**
 * Keeps slow senders from holding what others need: whoever does not finish a request in time is let go, and where all places
 * are taken, the one who has kept one longest without a whole request makes room.
 *
 * @param most connections at a time; by default as many as the system lets the program open
 */
export function keepConnections(
  server: Server,
  most = Math.max(50, Math.min(MOST_CONNECTIONS, openFilesLimit() - OWN_FILES)),
): Connections {
  // In the order of their last change: the first has waited longest.
  const connections = new Map<Socket, Connection>();
  const answers = new Set<ServerResponse>();
  let isLast = false;

  const become = (socket: Socket, state: Connection['state']): void => {
    connections.delete(socket);
    if (!socket.destroyed) connections.set(socket, { state, since: performance.now() });
  };
  const end = (socket: Socket): void => {
    connections.delete(socket);
    socket.destroy();
  };
  const makeRoom = (): void => {
    for (const [socket, { state }] of connections) {
      if (connections.size <= most) return;
      if (state !== 'answering') end(socket);
    }
  };
  const endIdle = (milliseconds: number): void => {
    const before = performance.now() - milliseconds;
    for (const [socket, { state, since }] of connections) if (state === 'idle' && since <= before) end(socket);
  };

  server.keepAliveTimeout = IDLE_MS;
  // A request to change the protocol is one like any other: without a listener Node answers it.
  server.removeAllListeners('upgrade');
  server.on('connection', (socket: Socket) => {
    become(socket, 'sending');
    socket.once('close', () => connections.delete(socket));
    makeRoom();
  });
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    answers.add(response);
    if (isLast) response.setHeader('Connection', 'close');
    if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined)
      become(socket, 'answering');
    else request.once('end', () => become(socket, 'answering'));
    response.once('close', () => {
      answers.delete(response);
      become(socket, request.complete ? 'idle' : 'sending');
    });
  });
  const look = setInterval(() => {
    const before = performance.now() - SENDING_MS;
    for (const [socket, { state, since }] of connections) if (state === 'sending' && since <= before) end(socket);
    endIdle(IDLE_MS);
  }, LOOK_EVERY_MS).unref();
  server.once('close', () => clearInterval(look));

  return {
    get count() {
      return connections.size;
    },
    endIdle,
    endAll: () => {
      for (const socket of connections.keys()) end(socket);
    },
    letLast: () => {
      isLast = true;
      for (const answer of answers) if (!answer.headersSent) answer.setHeader('Connection', 'close');
    },
  };
}
