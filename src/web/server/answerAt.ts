import type { Request, Response, Server } from 'restify';

/** Answers an address, with its body and without (HEAD). */
export function answerAt(
  server: Server,
  address: string,
  handler: (request: Request, response: Response) => Promise<void>,
): void {
  server.get(address, handler);
  server.head(address, handler);
}
