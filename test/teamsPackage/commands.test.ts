import { expect } from 'chai';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { Conversation } from '../conversation.ts';
import { readTeamsFile } from './parts.ts';

const LOCALES = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
  pt: 'pt-PT',
  nl: 'nl-NL',
  pl: 'pl-PL',
};

/** What each command must be understood as, in the order of the list. */
const MEANINGS: readonly [string, (understanding: Understanding) => boolean][] = [
  ['help', ({ intent }) => intent === 'help'],
  ['the list', ({ intent }) => intent === 'browse_directory'],
  ['a new start', ({ intent }) => intent === 'restart'],
  ['the deletion of words', ({ wantsDeletion }) => wantsDeletion],
];

describe('the commands that Teams offers', () => {
  for (const language of LANGUAGES) {
    const texts = readTeamsFile(`${language}.json`);
    for (const [index, [meaning, isMeant]] of MEANINGS.entries()) {
      const title = texts[`bots[0].commandLists[0].commands[${index}].title`]!;
      it(`are understood in ${language}: "${title}" asks for ${meaning}`, async () => {
        const { understanding, reply } = await new Conversation(LOCALES[language]).turn(title);
        expect(isMeant(understanding), understanding.intent).to.equal(true);
        expect(understanding.sure).to.equal(true);
        expect(reply.talk.language ?? language).to.equal(language);
      });
    }

    it(`are named in the description in ${language}`, () => {
      expect(texts['description.full']).to.include(texts['bots[0].commandLists[0].commands[0].title']!);
    });
  }

  it('are as many as are tested here', () => {
    for (const language of LANGUAGES) {
      const titles = Object.keys(readTeamsFile(`${language}.json`)).filter((key) =>
        /commands\[\d+\]\.title$/.test(key),
      );
      expect(titles.filter((key) => key.startsWith('bots'))).to.have.length(MEANINGS.length);
    }
  });
});
