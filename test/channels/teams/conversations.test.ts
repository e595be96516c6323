import { expect } from 'chai';
import { readTalks } from '../../talks.ts';
import { type PlaceName, TeamsApp } from './teams.ts';

for (const [file, talks] of Map.groupBy(readTalks('teams/'), (talk) => talk.file)) {
  describe(`the conversations in Teams in ${file}`, () => {
    for (const { title, locale, lines } of talks) {
      it(title, async () => {
        const app = new TeamsApp();
        let answer = '';
        for (const { who, text } of lines) {
          if (who === 'user>') answer = await app.say(locale as PlaceName, text);
          else if (who === 'wait>') app.wait(Number(text));
          else if (who === 'bot>') expect(answer).to.include(text);
          else expect(answer).not.to.include(text);
        }
      });
    }
  });
}
