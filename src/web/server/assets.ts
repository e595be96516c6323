// What pages need besides their HTML: style sheets, scripts and pictures, each under an address with its content's hash.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { DataError, type Fault } from '../../dataFiles/dataFile.ts';
import { bundle } from './browserCode.ts';
import { iconFile } from './icon.ts';
import { type Theme, themeStyles } from './theme.ts';

export type AssetName =
  | 'site.css'
  | 'chat.css'
  | 'framed.css'
  | 'chat.js'
  | 'frame.js'
  | 'forget.js'
  | 'adaptivecards.js'
  | 'icon.svg';
export type Encoding = 'br' | 'gzip';

/** A file for the browser. */
export interface Asset {
  readonly body: Buffer;
  readonly type: string;
  /** The body compressed, once for all requests; null for pictures that are compressed in themselves. */
  encoded(encoding: Encoding): Promise<Buffer> | null;
}

/** All files for the browser. */
export interface Assets {
  /** Address of a file: `/assets/site.<hash>.css`. It changes with the content, so that it may be kept for ever. */
  path(name: AssetName): string;
  /** Address of the society's logo; null where the theme has none. */
  readonly logo: string | null;
  /** Address of the app's picture in Teams. */
  readonly teamsIcon: string;
  find(path: string): Asset | undefined;
  /** Compresses everything, so that the first visitor need not wait for it. */
  compress(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Makes a file for the browser; the extension, `.css`, tells its type. */
export function makeAsset(body: Buffer, extension: string): Asset {
  const type = TYPES[extension]!;
  const done = new Map<Encoding, Promise<Buffer>>();
  const compressed = (encoding: Encoding): Promise<Buffer> =>
    encoding === 'br'
      ? brotli(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
      : zip(body, { level: 9 });
  return {
    body,
    type,
    encoded(encoding) {
      if (!/^text|svg/.test(type)) return null;
      const found = done.get(encoding) ?? compressed(encoding);
      done.set(encoding, found);
      return found;
    },
  };
}

const here = (file: string): string => join(import.meta.dirname, file);

/** One request for all pages, and one for the chat; the later ones win. */
const CHAT_STYLES = ['chat.css', 'writing.css'];
const SITE_STYLES = ['site.css', 'frame.css', 'parts.css', 'search.css', 'directory.css', 'print.css'];
/** The chat within other sites' pages needs but one request. */
const FRAMED_STYLES = ['site.css', ...CHAT_STYLES, 'framed.css'];

/** A style sheet without its comments. */
function styles(file: string): string {
  return readFileSync(here(`../styles/${file}`), 'utf8').replace(/\/\*[\s\S]*?\*\/\n?/g, '');
}

function contents(theme: Theme): Record<AssetName, string> {
  const cards = createRequire(import.meta.url).resolve('adaptivecards/package.json');
  return {
    'site.css': themeStyles(theme) + SITE_STYLES.map(styles).join(''),
    'chat.css': CHAT_STYLES.map(styles).join(''),
    'framed.css': themeStyles(theme) + FRAMED_STYLES.map(styles).join(''),
    'chat.js': bundle(here('../browser/chat.ts')),
    'frame.js': bundle(here('../embed/frame.ts')),
    'forget.js': bundle(here('../browser/forget.ts')),
    'adaptivecards.js': readFileSync(join(cards, '../dist/adaptivecards.min.js'), 'utf8'),
    'icon.svg': iconFile(theme),
  };
}

function readPicture(dataFolder: string, file: string, fault: Fault): Buffer {
  try {
    return readFileSync(join(dataFolder, file));
  } catch {
    throw new DataError([fault]);
  }
}

function readLogo(dataFolder: string, name: string): Buffer {
  const message = `cannot be read: put ${name} into data/theme/, or write null for the drawn sign`;
  return readPicture(dataFolder, `theme/${name}`, { file: 'theme.json', place: 'logo', message });
}

/** The picture of the app in Teams stands beside what is found there, too. */
function readTeamsIcon(dataFolder: string): Buffer {
  const message = 'cannot be read: put a picture of 192 by 192 pixels there';
  return readPicture(dataFolder, 'teams/color.png', { file: 'teams/color.png', place: 'the file', message });
}

/**
 * Reads and makes all files for the browser; they are compressed later, when first asked for.
 *
 * @throws DataError where the theme's logo cannot be read
 */
export function loadAssets(theme: Theme, dataFolder: string): Assets {
  const byPath = new Map<string, Asset>();
  const add = (name: string, body: Buffer): string => {
    const extension = extname(name);
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const path = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`;
    byPath.set(path, makeAsset(body, extension));
    return path;
  };
  const paths = new Map(Object.entries(contents(theme)).map(([name, text]) => [name, add(name, Buffer.from(text))]));
  return {
    path: (name) => paths.get(name)!,
    logo: theme.logo && add(theme.logo, readLogo(dataFolder, theme.logo)),
    teamsIcon: add('teams.png', readTeamsIcon(dataFolder)),
    find: (path) => byPath.get(path),
    async compress() {
      for (const asset of byPath.values()) {
        await asset.encoded('br');
        await asset.encoded('gzip');
      }
    },
  };
}
