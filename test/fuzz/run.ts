import { Connection, type Outcome } from './connection.ts';
import type { Folders, Program } from './program.ts';
import { createRandom } from './random.ts';
import type { RawRequest } from './rawRequest.ts';
import { heldRequest, nextRequest } from './requests.ts';
import { TYPED_MARK } from './texts.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** Senders at the same time, each with its own numbers and addresses. */
const SENDERS = 8;
/** After so many requests a sender has another address: one visitor may not send them all. */
const REQUESTS_AN_ADDRESS = 100;
/** Milliseconds within which each request must be answered or its connection ended. */
const PATIENCE = 10_000;
/** The same for one that stops in the middle: the program gives slow visitors some time. */
const PATIENCE_HELD = 45_000;
/** What may lie in DATA_DIR. */
const OWN_FILE = /^data\/(?:state\.db(?:-\w+)?|[\w.-]*keys?)$/;

export interface FuzzPlan {
  readonly seed: number;
  readonly requests: number;
  /** Requests besides that stop in the middle. */
  readonly held: number;
}

/** A request that did harm, so that it can be sent again. */
export interface Harm {
  readonly what: string;
  readonly kind: string;
  readonly request: string;
}

export interface FuzzReport extends FuzzPlan {
  readonly seconds: number;
  /** How many were answered with each status; "ended" are those whose connection was ended without an answer. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly answered200: number;
  readonly crashes: number;
  readonly faults5xx: number;
  readonly withoutEnd: number;
  readonly slowestMs: number;
  readonly filesOutside: readonly string[];
  readonly typedPrinted: boolean;
  /** Megabytes of the program: after a fifth of the requests, at the end, and the most at any time. */
  readonly memory: { readonly early: number; readonly late: number; readonly most: number };
  /** What the program printed at its end, where it ended by itself. */
  readonly lastWords: string;
  /** The first of those that did harm. */
  readonly harms: readonly Harm[];
}

const MOST_HARMS = 20;
const megabytes = (kilobytes: number): number => Math.round(kilobytes / 1024);

/** Keeps the token that an answer gives. */
function keepToken(tokens: Tokens, { gives }: RawRequest, { statuses, body }: Outcome): void {
  if (!gives || statuses[0] !== 200) return;
  const token = gives === 'chat' ? /"token":"([^"]+)"/.exec(body)?.[1] : /name="talk" value="([^"]+)"/.exec(body)?.[1];
  if (token) tokens.keep(gives, token);
}

/** Sends generated requests to a running program and tells what came of it. */
export async function fuzz(plan: FuzzPlan, program: Program, folders: Folders): Promise<FuzzReport> {
  const started = performance.now();
  const count: Record<string, number> = {};
  const kinds: Record<string, number> = {};
  const harms: Harm[] = [];
  const total = { faults5xx: 0, withoutEnd: 0, slowest: 0, sent: 0 };
  let early = 0;
  const harm = (what: string, { kind, bytes }: RawRequest): void => {
    if (harms.length < MOST_HARMS) harms.push({ what, kind, request: bytes.subarray(0, 4000).toString('latin1') });
  };
  const judge = (request: RawRequest, outcome: Outcome): void => {
    kinds[request.kind] = (kinds[request.kind] ?? 0) + 1;
    const name = request.end === 'cut' ? 'cut by the sender' : String(outcome.statuses[0] ?? 'ended');
    count[name] = (count[name] ?? 0) + 1;
    if (request.end !== 'held') total.slowest = Math.max(total.slowest, outcome.milliseconds);
    if (outcome.statuses.some((status) => status >= 500)) {
      total.faults5xx++;
      harm(`status ${outcome.statuses.join(', ')}`, request);
    }
    if (!outcome.inTime) {
      total.withoutEnd++;
      harm('neither an answer nor an end', request);
    }
    total.sent++;
    if (total.sent === Math.ceil(plan.requests / 5)) early = program.memory().now;
  };

  const sender = async (number: number): Promise<void> => {
    const random = createRandom(plan.seed * 1000 + number);
    const tokens = createTokens();
    let connection = new Connection(program.port, '127.0.0.1');
    for (let sent = number; sent < plan.requests && program.ended() === null; sent += SENDERS) {
      if (Math.floor(sent / SENDERS) % REQUESTS_AN_ADDRESS === 0) {
        connection.close();
        connection = new Connection(program.port, `127.${1 + number}.${random.below(256)}.${1 + random.below(254)}`);
      }
      const request = nextRequest(random, tokens);
      const outcome = await connection.send(request, PATIENCE);
      judge(request, outcome);
      keepToken(tokens, request, outcome);
      if (program.ended() !== null) harm(`the program ended: ${program.ended()}`, request);
    }
    connection.close();
  };
  const holder = async (number: number): Promise<void> => {
    const random = createRandom(plan.seed * 1000 + 500 + number);
    const request = heldRequest(random, createTokens());
    const outcome = await new Connection(program.port, '127.0.0.1').send(request, PATIENCE_HELD);
    judge(request, outcome);
  };
  await Promise.all([
    ...Array.from({ length: SENDERS }, (_, number) => sender(number)),
    ...Array.from({ length: plan.held }, (_, number) => holder(number)),
  ]);
  const { now: late, most } = program.memory();
  return {
    ...plan,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    statuses: count,
    kinds,
    answered200: count[200] ?? 0,
    crashes: program.ended() === null ? 0 : 1,
    faults5xx: total.faults5xx,
    withoutEnd: total.withoutEnd,
    slowestMs: Math.round(total.slowest),
    filesOutside: folders.files().filter((file) => !OWN_FILE.test(file)),
    typedPrinted: program.printed().includes(TYPED_MARK),
    memory: { early: megabytes(early), late: megabytes(late), most: megabytes(most) },
    lastWords: program.ended() === null ? '' : program.printed().slice(-2000),
    harms,
  };
}
