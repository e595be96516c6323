// Headers and paths, ordinary and odd.

import type { Random } from './random.ts';
import type { Headers } from './rawRequest.ts';
import { TYPED_MARK } from './texts.ts';

/** The name under which the program is asked. */
export const HOST: Headers[number] = ['Host', '127.0.0.1'];

const anyAddress = (random: Random): string =>
  random.pick([
    () => `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`,
    () => `2001:db8:${random.below(65_536).toString(16)}::${random.below(99)}`,
    () => `192.0.2.${random.below(256)}:${random.below(65_536)}`,
    () => `[2001:db8::${random.below(999)}]:443`,
  ])();

/** Headers as browsers and proxies send them, each now and then. */
export function usualHeaders(random: Random): Headers {
  return [
    HOST,
    ...(random.percent(70) ? ([['X-Forwarded-For', anyAddress(random)]] as const) : []),
    ...(random.percent(40)
      ? ([['Accept-Language', random.pick(['de', 'en-GB,en;q=0.5', 'fr;q=0.1, pl;q=0.9', '*', 'it-CH'])]] as const)
      : []),
    ...(random.percent(30) ? ([['Accept', 'text/html,application/xhtml+xml']] as const) : []),
    ...(random.percent(30)
      ? ([['Accept-Encoding', random.pick(['gzip', 'br', 'identity', 'gzip;q=0', 'x'])]] as const)
      : []),
  ];
}

/** Headers that nobody honest sends. */
export function oddHeaders(random: Random): Headers {
  const odd: readonly (() => Headers)[] = [
    () => [['Host', random.pick(['evil.example', '', 'a b', '[::1]:1', 'localhost:99999', '127.0.0.1.', '\u00ff'])]],
    () => [HOST, HOST],
    () => [],
    () => [HOST, ['Origin', random.pick(['null', 'https://evil.example', 'x', 'http://127.0.0.1'])]],
    () => [
      HOST,
      ['X-Forwarded-For', random.pick(['', ',,,', 'unknown', '127.0.0.1', '::', '999.1.1.1', 'a'.repeat(4000)])],
    ],
    () => [HOST, ['X-Forwarded-For', Array.from({ length: 300 }, () => anyAddress(random)).join(', ')]],
    () => [HOST, ['Forwarded', 'for="[2001:db8::1]:80";proto=https;by=_x'], ['X-Real-IP', 'x']],
    () => [
      HOST,
      ['Accept-Language', random.pick(['de;q=', 'de;q=2', ';;;', 'q=1', `${'xx,'.repeat(2000)}de`, 'de;q=0.000001'])],
    ],
    () => [HOST, ...Array.from({ length: random.pick([50, 150, 1999, 3000]) }, (_, n) => [`X-${n}`, 'y'] as const)],
    () => [HOST, ['Cookie', 'x'.repeat(random.pick([100, 8000, 20_000]))]],
    () => [
      HOST,
      ['Range', 'bytes=5-1'],
      ['If-None-Match', random.pick(['*', 'W/"', '"x"'])],
      ['If-Modified-Since', 'x'],
    ],
    () => [HOST, ['Expect', random.pick(['100-continue', 'something'])]],
    () => [HOST, ['Upgrade', 'websocket'], ['Connection', 'Upgrade'], ['Sec-WebSocket-Key', 'x']],
    () => [HOST, ['Connection', random.pick(['close', 'keep-alive', 'x, y'])], ['Keep-Alive', 'timeout=-1']],
    () => [HOST, ['Authorization', random.pick(['Bearer x', 'Bearer a.b.c', 'Basic eA==', 'Bearer', ''])]],
    () => [HOST, ['Authorization', 'Bearer x'], ['Authorization', 'Bearer y']],
    () => [HOST, ['X-HTTP-Method-Override', 'DELETE'], ['Accept-Version', random.pick(['~9', 'x', '*'])]],
    () => [HOST, ['Accept', random.pick(['*/*;q=0', 'image/png', 'x', ''])], ['Date', 'x']],
    () => [HOST, ['Request-Id', 'x'], ['X-Request-Id', '\u00e4'], ['Triggered-By', 'x']],
  ];
  return random.pick(odd)();
}

/** Addresses of pages that are there. */
export const PAGES = [
  '/',
  '/chat',
  '/directory',
  '/directory?q=breast',
  '/directory?q=leuk%C3%A4mie&country=DE',
  '/support',
  '/privacy',
  '/terms',
  '/accessibility',
  '/healthz',
  '/robots.txt',
  '/sitemap.xml',
  '/embed.js',
  '/de',
  '/de/chat',
  '/fr/directory?q=sein',
  '/pl/privacy',
  '/it/',
];

/** Addresses that lead astray. */
export function oddPath(random: Random): string {
  const page = random.pick(PAGES);
  return random.pick([
    () => `/%${random.below(256).toString(16).padStart(2, '0')}hat`,
    () => '/%',
    () => '/%zz%E4%00',
    () => '//evil.example/x',
    () => '/../../etc/passwd',
    () => '/assets/..%2f..%2fpackage.json',
    () => '/assets/%2e%2e/%2e%2e/seal.key',
    () => `/assets/${random.bytes(8).toString('hex')}.js`,
    () => `http://evil.example${page}`,
    () => `/${'a'.repeat(random.pick([300, 5000, 17_000]))}`,
    () => `/directory?q=${'%F0%9F%92%94'.repeat(random.pick([10, 900]))}`,
    () => `/directory?q=${TYPED_MARK}&q=x&q[]=y&country[__proto__]=z&page=-1`,
    () => `/directory/${random.pick(['__proto__', 'constructor', '%00', '%F0%9F', 'a%2Fb', '..', 'x'])}`,
    () => `${page}#fragment`,
    () => `${page}\\..\\x`,
    () => '*',
    () => '',
    () => page.replace(/[a-z]/, (letter) => letter.toUpperCase()),
    () => `${page}/;a=b//`,
    () => `/embed/${random.pick(['de', 'xx', '..', '%2e%2e'])}`,
  ])();
}
