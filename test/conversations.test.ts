import { expect } from 'chai';
import { Conversation } from './conversation.ts';
import { readTalks } from './talks.ts';

for (const [file, talks] of Map.groupBy(readTalks(), (talk) => talk.file)) {
  describe(`the conversations in ${file}`, () => {
    for (const { title, locale, lines } of talks) {
      it(title, async () => {
        const conversation = new Conversation(locale);
        let answer = '';
        for (const { who, text } of lines) {
          if (who === 'user>') answer = await conversation.say(text);
          else if (who === 'wait>') conversation.wait(Number(text));
          else if (who === 'bot>') expect(answer).to.include(text);
          else expect(answer).not.to.include(text);
        }
      });
    }
  });
}
