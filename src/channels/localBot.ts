import type { Activity } from 'botbuilder';

/** What of a request says who asks. */
export interface LocalCaller {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The names of this machine that no page of a foreign site can have. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** The Emulator serves its replies at its root, the Playground below this. */
const SERVICE_PATHS = ['/', '/_connector', '/_connector/'];

/** True for an address of this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
}

const parse = (text: unknown): URL | null => (URL.canParse(String(text)) ? new URL(String(text)) : null);

/** True for the `Host` of this machine: a page whose name was bent to this machine (DNS rebinding) sends its own. */
function isLocalHost(host: unknown): boolean {
  return typeof host === 'string' && LOOPBACK_NAMES.includes(host.replace(/:\d{1,5}$/, '').toLowerCase());
}

/** True for the `Origin` of a page of this machine, or of none: what is no browser sends none. */
function isLocalOrigin(origin: unknown): boolean {
  if (origin === undefined) return true;
  const url = parse(origin);
  return url !== null && /^https?:$/.test(url.protocol) && LOOPBACK_NAMES.includes(url.hostname);
}

const isOnThisMachine = ({ protocol, hostname }: URL): boolean =>
  /^https?:$/.test(protocol) && LOOPBACK_HOST.test(hostname);

/** True where the Playground or the Emulator may listen: one of the ports, and nothing that names another address there. */
function isReplyAddress(url: URL, ports: readonly number[]): boolean {
  const { port, protocol, pathname, search, hash, username, password } = url;
  const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  return ports.includes(number) && SERVICE_PATHS.includes(pathname) && !search && !hash && !username && !password;
}

/**
 * Why a caller is not answered by a bot without an application id: then nothing proves who calls, and a reply would go
 * wherever the caller says.
 *
 * @param ports of this machine that replies may be posted to; to every other address they go in the HTTP answer only
 * @returns a sentence, or null for a caller who is answered
 */
export function faultOfLocalCaller(
  request: LocalCaller,
  { serviceUrl, deliveryMode }: Partial<Activity>,
  ports: readonly number[],
): string | null {
  const { host, origin, forwarded } = request.headers;
  const named = request.headers['x-forwarded-for'] ?? forwarded;
  if (!isLoopbackAddress(request.socket.remoteAddress) || named !== undefined || !isLocalHost(host))
    return 'Without MicrosoftAppId only callers on this machine are answered.';
  if (!isLocalOrigin(origin)) return 'Without MicrosoftAppId no page of another site is answered.';
  const isNamed = serviceUrl !== undefined && serviceUrl !== null && serviceUrl !== '';
  if (!isNamed && deliveryMode === 'expectReplies') return null;
  const url = isNamed ? parse(serviceUrl) : null;
  if (!url || !isOnThisMachine(url)) return 'Without MicrosoftAppId only a service address on this machine is allowed.';
  if (deliveryMode === 'expectReplies' || isReplyAddress(url, ports)) return null;
  return 'Without MicrosoftAppId replies go only to the ports that LOCAL_BOT_PORTS names: add the one of your Emulator or Playground.';
}
