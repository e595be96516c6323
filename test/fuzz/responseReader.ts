const HEAD_END = '\r\n\r\n';

/** Reads answers as they come over a connection, one after the other. */
export class ResponseReader {
  readonly #isHead: boolean;
  #rest: Buffer = Buffer.alloc(0);
  #isWhole = false;
  readonly statuses: number[] = [];
  /** The body of the first answer. */
  body = '';
  /** True where the program said that it ends the connection after this. */
  isLast = false;

  /** @param isHead whether the answers have no body */
  constructor(isHead: boolean) {
    this.#isHead = isHead;
  }

  /** True when one answer has come whole. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  read(bytes: Buffer): void {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    while (this.#readOne());
  }

  /** The connection has ended: an answer that was cut off is counted, too. */
  end(): void {
    const status = /^HTTP\/1\.1 (\d{3})/.exec(this.#rest.toString('latin1', 0, 20))?.[1];
    if (status) this.statuses.push(Number(status));
    this.#rest = Buffer.alloc(0);
  }

  #readOne(): boolean {
    const end = this.#rest.indexOf(HEAD_END);
    if (end < 0) return false;
    const head = this.#rest.toString('latin1', 0, end);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
    const from = end + HEAD_END.length;
    const isEmpty = this.#isHead || status < 200 || status === 204 || status === 304;
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const body = isEmpty
      ? { text: '', to: from }
      : /^transfer-encoding: *chunked/im.test(head)
        ? chunked(this.#rest, from)
        : this.#rest.length < from + length
          ? null
          : { text: this.#rest.toString('utf8', from, from + length), to: from + length };
    if (!body) return false;
    this.#rest = this.#rest.subarray(body.to);
    // "Continue" is no answer yet.
    if (status >= 100 && status < 200) return true;
    if (this.statuses.length === 0) this.body = body.text;
    this.statuses.push(status);
    this.#isWhole = true;
    this.isLast = /^connection: *close/im.test(head);
    return this.#rest.length > 0;
  }
}

/** A body in chunks, and where it ends; null while it is not whole. */
function chunked(bytes: Buffer, from: number): { text: string; to: number } | null {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return { text: Buffer.concat(parts).toString('utf8'), to: next };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}
