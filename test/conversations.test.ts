import { expect } from 'chai';
import { RULES } from '../dialogs/rules/index.ts';
import { Conversation } from './conversation.ts';
import { readTalks } from './talks.ts';

for (const [file, talks] of Map.groupBy(readTalks(), (talk) => talk.file)) {
  describe(`the conversations in ${file}`, () => {
    for (const { title, locale, lines } of talks) {
      it(title, async () => {
        const conversation = new Conversation(locale);
        let answer = '';
        let rule = '';
        for (const { who, text } of lines) {
          if (who === 'user>') ({ answer, rule } = await conversation.ask(text));
          else if (who === 'wait>') conversation.wait(Number(text));
          else if (who === 'rule>') expect(rule).to.equal(text);
          else if (who === 'bot>') expect(answer).to.include(text);
          else expect(answer).not.to.include(text);
        }
      });
    }
  });
}

describe('the rules of the conversation', () => {
  it('are each named by a conversation', () => {
    const named = readTalks().flatMap(({ lines }) => lines.flatMap(({ who, text }) => (who === 'rule>' ? [text] : [])));
    for (const { name } of RULES) expect(named).to.include(name);
  });
});
