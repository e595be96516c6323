import { isIP } from 'node:net';
import { z } from 'zod';
import { ConfigError, problemsOf, settings } from '../config.ts';

/** A developer's name in the manifest has no more characters. */
const MOST_NAME = 32;

/** What the manifest and its texts may name in braces: "{{PUBLIC_URL}}/privacy". */
export interface PackageSettings {
  /** Id of the bot, and of the app. */
  readonly MicrosoftAppId: string;
  /** Without a slash at its end. */
  readonly PUBLIC_URL: string;
  /** The host of `PUBLIC_URL`, with its port where it has one. */
  readonly PUBLIC_HOST: string;
  readonly SOCIETY_NAME: string;
  readonly SOCIETY_URL: string;
}

/** A setting that the package cannot do without. */
function required(remedy: string, faultOf: (text: string) => string | null) {
  return z
    .string()
    .default('')
    .superRefine((text, context) => {
      const message = text === '' ? `is missing: ${remedy}` : faultOf(text);
      if (message) context.addIssue({ code: 'custom', message });
    });
}

/** True for a host that Teams, out there, cannot reach or does not accept: an IP address, this machine, a local name. */
function isLocal(host: string): boolean {
  return (
    isIP(host.replace(/^\[|\]$/g, '')) !== 0 || !host.includes('.') || /\.(?:localhost|local|internal)$/.test(host)
  );
}

function faultOfAddress(text: string): string | null {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:') return 'must be an address that begins with https://, such as https://example.org';
  const host = url.hostname.replace(/\.$/, '');
  if (isLocal(host)) return 'must name a host on the internet, such as https://example.org, and no IP address';
  if (/(?:^|\.)azurewebsites\.net$/.test(host)) {
    return 'must not be an address of azurewebsites.net: give the web app a domain of your own, and set that';
  }
  if (url.username || url.search || url.hash) return 'must be a plain address, without a log-in, "?" or "#"';
  return null;
}

function faultOfId(text: string): string | null {
  const isId = z.guid().safeParse(text).success && !/^[0-]+$/.test(text);
  return isId ? null : 'must be the application (client) id of the bot: 32 letters and digits in five groups';
}

function faultOfName(text: string): string | null {
  if (text.trim() === '') return 'must be a name';
  if (text.length <= MOST_NAME) return null;
  return `has ${text.length} characters, and Teams allows ${MOST_NAME} for the name of a developer: set a shorter one`;
}

const packageSettings = settings.extend({
  MicrosoftAppId: required(
    'set the application (client) id of the bot (Azure portal, App registrations, Overview)',
    faultOfId,
  ),
  PUBLIC_URL: required(
    'set the address under which people reach the program, such as https://guide.example.org',
    faultOfAddress,
  ),
  SOCIETY_NAME: required(`set the name of the society, at most ${MOST_NAME} characters`, faultOfName),
  SOCIETY_URL: required("set the address of the society's website, such as https://example.org", faultOfAddress),
});

/**
 * Reads what the package for Teams needs. The password of the bot is not needed, as it is no part of the package.
 *
 * @param environment `process.env`, or another in tests
 * @throws ConfigError with every missing or faulty setting and its remedy
 */
export function readPackageSettings(environment: Readonly<Record<string, string | undefined>>): PackageSettings {
  const result = packageSettings.safeParse(environment);
  if (!result.success) {
    throw new ConfigError('The package for Teams cannot be built', problemsOf(result.error), 'docs/teams.md');
  }
  const { MicrosoftAppId, PUBLIC_URL, SOCIETY_NAME, SOCIETY_URL } = result.data;
  const { host } = new URL(PUBLIC_URL);
  return { MicrosoftAppId, PUBLIC_URL: PUBLIC_URL.replace(/\/+$/, ''), PUBLIC_HOST: host, SOCIETY_NAME, SOCIETY_URL };
}
