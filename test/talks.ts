import { readdirSync, readFileSync } from 'node:fs';

/** One line of a talk. */
export interface TalkLine {
  readonly who: 'user>' | 'bot>' | 'bot!' | 'rule>' | 'wait>';
  readonly text: string;
}

/** A talk of test/conversations. */
export interface TalkScript {
  readonly file: string;
  readonly title: string;
  readonly locale: string | undefined;
  readonly lines: readonly TalkLine[];
}

const conversations = new URL('./conversations/', import.meta.url);

/**
 * The talks of test/conversations, or of a folder in it: one after the other, each under a line "# what it shows" (with the locale in
 * brackets where it matters). "user> …" says something; "bot> …" must stand in the answer, "bot! …" must not;
 * "rule> …" names the rule that gave it; "wait> 31" lets minutes pass.
 *
 * @throws Error where a line cannot be read
 */
export function readTalks(place = ''): TalkScript[] {
  const folder = new URL(place, conversations);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split(/^# /m)
        .slice(1)
        .map((talk): TalkScript => {
          const [title = '', ...lines] = talk.split('\n');
          return {
            file,
            title,
            locale: /\[([\w-]+)\]$/.exec(title)?.[1],
            lines: lines.filter((line) => line.trim() !== '').map(readLine),
          };
        }),
    );
}

function readLine(line: string): TalkLine {
  const found = /^(user>|bot>|bot!|rule>|wait>)\s?(.*)$/.exec(line);
  if (!found) throw new Error(`cannot read the line "${line}"`);
  return { who: found[1] as TalkLine['who'], text: found[2]! };
}
