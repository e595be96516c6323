import type { Request, Response, Server } from 'restify';
import { describeError, newReference } from '../faults/describeError.ts';

/** An error that already says what to answer, such as "not found". */
const isAnswer = (error: unknown): boolean => {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status < 500;
};

/**
 * Answers a request whose route failed: a sentence with a reference for the visitor, the cause for the operator. Nothing of
 * an error is shown.
 *
 * @param sentence what a visitor reads, given the reference
 */
export function answerFailures(
  server: Server,
  sentence: (reference: string) => string,
  log: (line: string) => void,
): void {
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    if (isAnswer(error) || response.headersSent) return done();
    const reference = newReference();
    const route = (request.getRoute() as { path?: unknown } | undefined)?.path;
    log(
      `${request.method} ${typeof route === 'string' ? route : 'a page'} failed, reference ${reference}: ${describeError(error)}`,
    );
    response.setHeader('Cache-Control', 'no-store');
    if (request.headers.accept?.includes('text/html'))
      response.sendRaw(500, sentence(reference), { 'Content-Type': 'text/plain; charset=utf-8' });
    else response.send(500, { code: 'failed', error: sentence(reference) });
    done();
  });
}
