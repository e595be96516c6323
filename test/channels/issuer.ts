import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AuthenticationSettings } from '../../src/channels/authentication.ts';

/** How a token is made: its header beside `typ`, and what signs it. */
export interface Signing {
  readonly header: { readonly alg: string; readonly kid?: string };
  readonly sign: (text: string) => Buffer;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of these claims, whoever signs it. */
export function makeToken({ header, sign }: Signing, claims: object): string {
  const text = `${part({ typ: 'JWT', ...header })}.${part(claims)}`;
  return `${text}.${sign(text).toString('base64url')}`;
}

const makeKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** RS256 with any key, under any name. */
export const signWith = (key: KeyObject, kid: string): Signing => ({
  header: { alg: 'RS256', kid },
  sign: (text) => sign('sha256', Buffer.from(text), key),
});

/** A key that no issuer knows. */
export const strange = makeKeys();

/** An issuer of tokens on this machine, with keys of its own. */
export interface Issuer {
  /** What makes botbuilder believe it. */
  readonly settings: AuthenticationSettings;
  /** How it signs: with a key for the channel "test", for another channel, or for none in particular. */
  readonly right: Signing;
  readonly otherChannel: Signing;
  readonly anyChannel: Signing;
  /** Tokens that are made of what everybody may know. */
  readonly unsigned: Signing;
  readonly publicKeyAsSecret: Signing;
  /** The addresses that were asked for since the start. */
  readonly asked: string[];
  /** What it answers with in place of its keys, while this is set. */
  broken: { readonly status: number; readonly body: string } | null;
  close(): void;
}

/** Starts an issuer; it calls itself `name`. */
export async function startIssuer(name = 'https://issuer.test'): Promise<Issuer> {
  const keys = { right: makeKeys(), otherChannel: makeKeys(), anyChannel: makeKeys() };
  const endorsements: Record<string, string[]> = { right: ['test'], otherChannel: ['sms'] };
  const jwks = Object.entries(keys).map(([kid, { publicKey }]) => ({
    ...publicKey.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    ...(endorsements[kid] && { endorsements: endorsements[kid] }),
  }));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.statusCode = issuer.broken?.status ?? 200;
    if (issuer.broken) return response.end(issuer.broken.body);
    if (request.url === '/keys') return response.end(JSON.stringify({ keys: jwks }));
    return response.end(JSON.stringify({ issuer: name, jwks_uri: `${address}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publicKey = keys.right.publicKey.export({ type: 'pkcs1', format: 'pem' });
  const issuer: Issuer = {
    settings: {
      ToBotFromChannelTokenIssuer: name,
      ToBotFromChannelOpenIdMetadataUrl: `${address}/metadata`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${address}/emulator`,
      ToChannelFromBotLoginUrl: `${address}/login`,
      ToChannelFromBotOAuthScope: 'https://scope.test',
      ValidateAuthority: false,
    },
    right: signWith(keys.right.privateKey, 'right'),
    otherChannel: signWith(keys.otherChannel.privateKey, 'otherChannel'),
    anyChannel: signWith(keys.anyChannel.privateKey, 'anyChannel'),
    unsigned: { header: { alg: 'none', kid: 'right' }, sign: () => Buffer.alloc(0) },
    publicKeyAsSecret: {
      header: { alg: 'HS256', kid: 'right' },
      sign: (text) => createHmac('sha256', publicKey).update(text).digest(),
    },
    asked,
    broken: null,
    close: () => server.close(),
  };
  return issuer;
}
