import { isIP } from 'node:net';
import { z } from 'zod';
import { faultOfSealKey } from './storage/keyText.ts';

const empty = z.literal('').transform(() => undefined);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.union([empty, schema]).optional();
const address = z.url({ protocol: /^https?$/, error: 'must be a web address such as https://example.org' });

/** This machine is the only one that a page may come from without TLS. */
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Where a page comes from, as browsers write it: scheme, host and port. Null for what is no such place, or an unsafe one. */
function webOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin, href } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOCAL_HOSTS.includes(hostname));
  // The list goes into a header: nothing but a plain name may stand in it.
  const isPlain = href === `${origin}/` && /^(?:[a-z0-9.-]+|\[::1\])$/.test(hostname);
  return isSafe && isPlain ? origin : null;
}

const webOrigins = z
  .string()
  .default('')
  .transform((text, context) =>
    parts(text).map((part) => {
      const origin = webOrigin(part);
      if (origin === null) {
        const message = `cannot use "${part}": write the beginning of each site's address, without a path and without *, separated by commas, such as https://www.example.org,https://example.org (http only for localhost)`;
        context.addIssue({ code: 'custom', message });
      }
      return origin ?? '';
    }),
  );

/** A setting that stands in the environment without a value is not set. */
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: string) =>
  z.preprocess((text) => (typeof text === 'string' && text.trim() === '' ? value : (text ?? value)), schema);

const parts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const PORT_NUMBER = /^\s*\d{1,5}\s*$/;
const MOST_PORT = 65_535;

/** An address, or a network as address/bits. Not all the world: then every visitor could choose an address. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0 || address.includes('%')) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const networks = z.string().transform((text, context) => {
  const wrong = parts(text).filter((part) => !isNetwork(part));
  for (const part of wrong) {
    const message = `cannot use "${part}": write the addresses of your proxies, or their networks, separated by commas, such as 127.0.0.1,172.18.0.0/16,fd00::/64`;
    context.addIssue({ code: 'custom', message });
  }
  return parts(text);
});

const ports = z.string().transform((text, context) => {
  const numbers = parts(text).map((part) => (PORT_NUMBER.test(part) ? Number(part) : 0));
  if (numbers.some((port) => port < 1 || port > MOST_PORT)) {
    context.addIssue({ code: 'custom', message: 'must be ports separated by commas, such as 56150,52885' });
  }
  return numbers;
});

const sealKeys = z.string().superRefine((text, context) => {
  const remedy =
    'each must have 32 random bytes in base64, one or two of them separated by a comma: make one with "openssl rand -base64 32"';
  const fault = text
    .split(',')
    .map(faultOfSealKey)
    .find((each) => each !== null);
  if (fault) context.addIssue({ code: 'custom', message: `has a key that ${fault}: ${remedy}` });
});

/** Every setting of the program, as it stands in the environment (.env.example explains each). */
export const settings = z.object({
  PORT: withDefault(
    z
      .string()
      .refine((text) => PORT_NUMBER.test(text) && Number(text) <= MOST_PORT, {
        error: `must be a number such as 3978, from 0 to ${MOST_PORT}`,
      })
      .transform(Number),
    '3978',
  ),
  HOST: withDefault(z.string(), '127.0.0.1'),
  TRUSTED_PROXIES: withDefault(networks, '127.0.0.0/8,::1'),
  DATA_DIR: withDefault(z.string(), '.data'),
  MicrosoftAppId: optional(
    z.guid({ error: 'must be the application id, such as 00000000-0000-0000-0000-000000000000' }),
  ),
  MicrosoftAppPassword: optional(z.string()),
  MicrosoftAppType: withDefault(
    z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant'], {
      error: 'must be SingleTenant, UserAssignedMSI or MultiTenant',
    }),
    'SingleTenant',
  ),
  MicrosoftAppTenantId: optional(z.string()),
  LOCAL_BOT_PORTS: withDefault(ports, '56150'),
  PUBLIC_URL: optional(address),
  SEAL_KEYS: optional(sealKeys),
  ALLOWED_ORIGINS: webOrigins,
  DIRECTORY_LISTS: z
    .string()
    .default('society,wider')
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(['society', 'wider'], { error: 'must be "society", "wider" or "society,wider"' })).min(1)),
  SOCIETY_NAME: optional(z.string().min(1)),
  SOCIETY_URL: optional(address),
  SOCIETY_EMAIL: optional(z.email({ error: 'must be an e-mail address' })),
  SOCIETY_PHONE: optional(
    z.string().regex(/^[+0-9][0-9 ()/-]+$/, { error: 'must be a phone number: digits, spaces, + ( ) / -' }),
  ),
});

export type Config = z.output<typeof settings>;

/** Settings that cannot be used: the message names each variable and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG';

  /**
   * @param what cannot be done with the settings
   * @param problems each with the variable and the remedy
   * @param file that explains the settings
   */
  constructor(what: string, problems: readonly string[], file: string) {
    super(
      `${what}:\n${problems.map((problem) => `- ${problem}`).join('\n')}\nSet them in the environment or in .env; ${file} explains each.`,
    );
  }
}

/** A problem for each setting that a schema refuses. */
export function problemsOf({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${String(path[0])} ${message}`);
}

const needsPassword = (config: Config): boolean => config.MicrosoftAppType !== 'UserAssignedMSI';

/**
 * Reads the settings once. This is the only place that looks at the environment.
 *
 * @param environment `process.env`, or another in tests
 * @throws ConfigError with every faulty variable and its remedy
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = settings.safeParse(environment);
  const problems: string[] = [];
  if (!result.success) {
    problems.push(...problemsOf(result.error));
  } else if (result.data.MicrosoftAppId) {
    const config = result.data;
    if (needsPassword(config) && !config.MicrosoftAppPassword) {
      problems.push(
        'MicrosoftAppPassword is missing: set the client secret of the app, or MicrosoftAppType=UserAssignedMSI',
      );
    }
    if (!needsPassword(config) && config.MicrosoftAppPassword) {
      problems.push(
        'MicrosoftAppPassword must be empty: with MicrosoftAppType=UserAssignedMSI there is no client secret',
      );
    }
    if (config.MicrosoftAppType !== 'MultiTenant' && !config.MicrosoftAppTenantId) {
      problems.push(
        'MicrosoftAppTenantId is missing: set the tenant id of the app (Azure portal, App registrations, Overview)',
      );
    }
  }
  if (problems.length > 0) throw new ConfigError('The settings cannot be used', problems, '.env.example');
  return result.data as Config;
}
