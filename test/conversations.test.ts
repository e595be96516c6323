import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { Conversation } from './conversation.ts';

/**
 * The files of test/conversations: talks one after the other, each under a line "# what it shows" (with the locale in
 * brackets where it matters). "user> …" says something; "bot> …" must stand in the answer, "bot! …" must not;
 * "wait> 31" lets minutes pass.
 */
const folder = new URL('./conversations/', import.meta.url);

for (const file of readdirSync(folder).sort()) {
  describe(`the conversations in ${file}`, () => {
    const talks = readFileSync(new URL(file, folder), 'utf8').split(/^# /m).slice(1);
    for (const talk of talks) {
      const [title = '', ...lines] = talk.split('\n');
      it(title, async () => {
        const conversation = new Conversation(/\[([\w-]+)\]$/.exec(title)?.[1]);
        let answer = '';
        for (const line of lines.filter((each) => each.trim() !== '')) {
          const [, who = '', text = ''] = /^(user>|bot>|bot!|wait>)\s?(.*)$/.exec(line) ?? [];
          if (who === 'user>') answer = await conversation.say(text);
          else if (who === 'wait>') conversation.wait(Number(text));
          else if (who === 'bot>') expect(answer).to.include(text);
          else if (who === 'bot!') expect(answer).not.to.include(text);
          else throw new Error(`cannot read the line "${line}"`);
        }
      });
    }
  });
}
