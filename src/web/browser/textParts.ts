/** A piece of a text: plain, or a link. */
export interface TextPart {
  readonly text: string;
  readonly href: string | null;
}

/** How links in texts are made. */
export interface LinkStyle {
  /** "opens in a new tab" */
  readonly newTab: string;
  /** What becomes a link (linkPattern). */
  readonly pattern: RegExp;
}

const ADDRESS = '\\bhttps:\\/\\/[^\\s<>"\'()]+[^\\s<>"\'().,;:!?]';
/** Digits before or after these belong to something longer: a date, a decimal, a word. */
const JOINED_BEFORE = /[\p{L}\p{N}/.+-]$|\d,$/u;
const JOINED_AFTER = /^[\p{L}\p{N}/+-]|^[.,]\d/u;

/** What becomes a link in a text: web addresses, and the phone numbers that are known. */
export function linkPattern(numbers: readonly string[]): RegExp {
  const longestFirst = [...numbers].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((number) => number.replace(/[^\d ]/g, '\\$&'));
  return new RegExp([ADDRESS, ...escaped].join('|'), 'g');
}

/** True for an address that a link may have: https, or a phone number. */
export function isSafeLink(address: string): boolean {
  try {
    return ['https:', 'tel:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

function hrefOf(found: string, before: string, after: string): string | null {
  if (found.startsWith('https:')) return isSafeLink(found) ? found : null;
  if (JOINED_BEFORE.test(before) || JOINED_AFTER.test(after)) return null;
  return `tel:${found.replace(/[^\d+]/g, '')}`;
}

/** Parts a plain text so that a person can touch the phone numbers and addresses in it. */
export function textParts(text: string, pattern: RegExp): TextPart[] {
  // Most texts have no link, and matchAll copies the pattern first.
  if (text === '' || text.search(pattern) < 0) return text === '' ? [] : [{ text, href: null }];
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const after = index + found.length;
    // Old browsers cannot look behind in a pattern, and would run nothing of the script.
    const href = hrefOf(found, text.slice(0, index).slice(-2), text.slice(after, after + 2));
    if (!href) continue;
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push({ text: found, href });
    end = after;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** The paragraphs of a text: an empty line parts them. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
}
