import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { toActivity } from '../../../dialogs/activity.ts';
import { TALK_MINUTES } from '../../../dialogs/talk.ts';
import { DEFAULT_LANGUAGE, languageOfLocale } from '../../../src/words/languages.ts';
import { Conversation, guide } from '../../conversation.ts';
import { readTalks } from '../../talks.ts';
import { TeamsApp, teamsMessage } from './teams.ts';

/** What the website says and Teams does not, since Teams has ways of its own and keeps more. The welcome differs, too. */
function otherWords(language: string | undefined): string[] {
  const { messages, society } = guide.languages.guide(languageOfLocale(language) ?? DEFAULT_LANGUAGE);
  return [
    messages.say('help', { society: society.name }),
    messages.say('privacy', { minutes: TALK_MINUTES, delete: messages.say('privacy.button') }),
  ];
}

/** What must be the same: the words with their numbers and questions, the cards, and what can be pressed. */
function essence(activity: Partial<Activity>, wording: (title: string) => string) {
  const cards = (activity.attachments ?? []).map(({ content }) => content);
  const actions = cards.map(({ body }) => body.flatMap((element: { actions?: object[] }) => element.actions ?? []));
  const isButtons = (card: { body: object[] }) => JSON.stringify(card.body).includes('Action.Submit');
  return {
    text: activity.text,
    cards: cards.filter((card) => !isButtons(card)).map(({ fallbackText }) => fallbackText),
    links: actions.flat().flatMap(({ title, url }) => (url ? [[wording(title), url]] : [])),
    buttons: [
      ...(activity.suggestedActions?.actions ?? []).map(({ title }) => title),
      ...actions.flat().flatMap(({ title, url }) => (url ? [] : [title])),
    ],
  };
}

describe('every conversation in a personal chat of Teams', () => {
  for (const talk of readTalks()) {
    it(`gives what the website gives: ${talk.file}, ${talk.title}`, async () => {
      const website = new Conversation(talk.locale);
      const app = new TeamsApp();
      for (const { who, text } of talk.lines) {
        if (who === 'wait>') {
          website.wait(Number(text));
          app.wait(Number(text));
        }
        if (who !== 'user>') continue;
        const { reply } = await website.turn(text);
        const sent = await app.send(
          teamsMessage('personal', text, { entities: [], ...(talk.locale && { locale: talk.locale }) }),
        );
        expect(sent, text).to.have.length(1);
        const inTeams = sent[0]!;
        const { say } = guide.languages.guide((inTeams.locale ?? 'en') as 'en').messages;
        const onWebsite = essence(toActivity(reply, inTeams.locale!), (title) => say('teams.browser', { title }));
        const there = essence(inTeams, (title) => title);
        // Teams shows no more than six buttons.
        expect(there.buttons, text).to.deep.equal(onWebsite.buttons.slice(0, 6));
        expect(there.cards, text).to.deep.equal(onWebsite.cards);
        expect(there.links, text).to.deep.equal(onWebsite.links);
        if (there.text !== onWebsite.text) expect(otherWords(inTeams.locale), text).to.include(onWebsite.text);
      }
    });
  }
});
