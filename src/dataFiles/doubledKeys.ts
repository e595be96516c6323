/** Texts, and the signs that JSON is built of. A text that is a key is followed by a colon. */
const PARTS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g;

/** A key that stands twice in the same object. */
export interface DoubledKey {
  readonly key: string;
  /** The line of the second one, from 1. */
  readonly line: number;
}

/**
 * Finds keys that stand twice: a parser keeps the last and says nothing, and what an editor wrote first is lost.
 *
 * @param json a text that is valid JSON
 */
export function doubledKeys(json: string): DoubledKey[] {
  const open: Set<string>[] = [];
  const found: DoubledKey[] = [];
  for (const match of json.matchAll(PARTS)) {
    const [part, colon] = match;
    if (part === '{') open.push(new Set());
    else if (part === '}') open.pop();
    else if (colon !== undefined) {
      const key: string = JSON.parse(part.slice(0, -colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) found.push({ key, line: json.slice(0, match.index).split('\n').length });
      keys?.add(key);
    }
  }
  return found;
}
