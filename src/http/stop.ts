import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Connections } from './connections.ts';

/** A connection that has asked nothing for so long is hardly about to: a busy one gets a last answer first, in milliseconds. */
const QUIET_MS = 500;
const LOOK_EVERY_MS = 250;
/** Whatever is still open then is cut, in milliseconds. */
const LONGEST_MS = 8000;

const stopping = new WeakMap<Server, Promise<void>>();

/**
 * Stops a server without breaking off what was asked: nobody new is taken, what was taken is answered, each connection ends
 * with its answer. Whoever asks again waits for the same end.
 *
 * @returns when no connection is left, after 8 seconds at most
 */
export function stop(server: Server, connections: Connections): Promise<void> {
  const end = stopping.get(server) ?? begin(server, connections);
  stopping.set(server, end);
  return end;
}

function begin(server: Server, connections: Connections): Promise<void> {
  return new Promise((resolve) => {
    connections.letLast();
    const look = setInterval(() => connections.endIdle(QUIET_MS), LOOK_EVERY_MS);
    const cut = setTimeout(() => connections.endAll(), LONGEST_MS);
    server.once('close', () => {
      clearInterval(look);
      clearTimeout(cut);
      resolve();
    });
    // The server's own close would end at once the connections that are idle at this moment, with a request on its way.
    if (server.listening) NetServer.prototype.close.call(server);
    else server.emit('close');
  });
}
