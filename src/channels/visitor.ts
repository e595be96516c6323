import { BlockList, isIP, isIPv6 } from 'node:net';

/** What of a request tells from where it comes. */
export interface Caller {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Tells visitors apart by their addresses. */
export interface Visitors {
  /**
   * The visitor who sent a request: an IPv4 address, or the first half of an IPv6 address, since one line at home has a
   * whole /64 of them.
   */
  visitorOf(request: Caller): string;
  /**
   * Whether a request names a visitor, but comes from a private address that no setting calls a proxy: then all who come
   * through that proxy are taken for one.
   */
  comesFromUnnamedProxy(request: Caller): boolean;
}

/** The sixteen-bit groups of an IPv6 address, after the compressed zeros are written out. */
function groupsOf(address: string): string[] {
  // The URL parser writes an address in one way only, an IPv4 tail as groups (https://url.spec.whatwg.org/#ipv6).
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  if (tail === undefined) return before!;
  return [...before!, ...Array<string>(8 - before!.length - after!.length).fill('0'), ...after!];
}

/** IPv4 within IPv6: mapped (RFC 4291, ::ffff:0:0/96), or translated on the way (RFC 6052, 64:ff9b::/96). */
const EMBEDDED = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

/**
 * An address in one way of writing, of whatever proxies write: with a port ("192.0.2.1:4711", "[2001:db8::1]:4711"), a
 * zone ("fe80::1%eth0"), or IPv4 within IPv6.
 *
 * @returns null for what is no address
 */
export function plainAddress(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '');
  if (!isIPv6(address)) return isIP(address) === 4 ? address : null;
  const groups = groupsOf(address);
  if (!EMBEDDED.includes(groups.slice(0, 6).join(':'))) return groups.join(':');
  return groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

const NETWORK_GROUPS = 4;

function keyOf(address: string): string {
  return isIPv6(address) ? `${address.split(':').slice(0, NETWORK_GROUPS).join(':')}::/64` : address;
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Where proxies stand and visitors seldom do: RFC 1918, RFC 4193, and link-local addresses. */
const PRIVATE = listOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10']);

/** A socket of this machine has no address. */
const THIS_MACHINE = '127.0.0.1';

/**
 * Makes what tells visitors apart.
 *
 * @param trusted the proxies that are believed, as addresses or networks (`TRUSTED_PROXIES`)
 */
export function createVisitors(trusted: readonly string[]): Visitors {
  const proxies = listOf(trusted);
  const remoteOf = ({ socket }: Caller): string => plainAddress(socket.remoteAddress ?? THIS_MACHINE) ?? THIS_MACHINE;
  return {
    visitorOf(request) {
      let visitor = remoteOf(request);
      const named = String(request.headers['x-forwarded-for'] ?? '').split(',');
      // Each proxy adds at the right the one who asked it; what stands left of an unknown one may be anybody's invention.
      while (isIn(proxies, visitor)) {
        const before = named.pop();
        const address = before === undefined ? null : plainAddress(before.trim());
        if (address === null) break;
        visitor = address;
      }
      return keyOf(visitor);
    },
    comesFromUnnamedProxy(request) {
      const remote = remoteOf(request);
      return request.headers['x-forwarded-for'] !== undefined && !isIn(proxies, remote) && isIn(PRIVATE, remote);
    },
  };
}
