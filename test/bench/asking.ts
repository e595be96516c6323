import { randomUUID } from 'node:crypto';
import { type Agent, request } from 'node:http';

/** Where something can be said to the guide. */
export type Path = '/api/chat' | '/chat' | '/api/messages';

/** How a message is answered: the status, what kept it waiting in milliseconds, and the whole answer. */
export interface Answered {
  readonly status: number;
  readonly milliseconds: number;
  readonly body: string;
}

/** One message of one person: by an address on the website, by a conversation in the Bot Framework. */
export interface Message {
  readonly port: number;
  readonly agent: Agent;
  readonly path: Path;
  readonly person: string;
  readonly text: string;
}

const activityOf = ({ person, text }: Message): object => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'bench',
  serviceUrl: 'http://127.0.0.1:9',
  conversation: { id: person },
  from: { id: person },
  recipient: { id: 'b' },
  deliveryMode: 'expectReplies',
  text,
});

function bodyOf(message: Message): string {
  const { path, text } = message;
  if (path === '/chat') return new URLSearchParams({ text }).toString();
  return JSON.stringify(
    path === '/api/chat' ? { activity: { type: 'message', text }, token: null } : activityOf(message),
  );
}

/** Says something and waits for the whole answer, whatever its status. */
export function ask(message: Message): Promise<Answered> {
  const { port, agent, path, person } = message;
  const body = bodyOf(message);
  const headers = {
    'content-type': path === '/chat' ? 'application/x-www-form-urlencoded' : 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(path !== '/api/messages' && { 'x-forwarded-for': person }),
  };
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          milliseconds: performance.now() - start,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
