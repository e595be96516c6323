import { expect } from 'chai';
import { phrasesOf } from '../src/directory/names.ts';
import { Conversation, guide } from './conversation.ts';

async function firstFor(text: string): Promise<string | undefined> {
  return (await new Conversation().turn(text)).reply.organisations[0];
}

/** The name with one letter of its longest word left out. */
function withTypo(name: string): string {
  const longest = name.split(' ').sort((a, b) => b.length - a.length)[0]!;
  const middle = Math.floor(longest.length / 2);
  return name.replace(longest, longest.slice(0, middle) + longest.slice(middle + 1));
}

describe('each organisation of the society’s list', () => {
  for (const organisation of guide.directory.organisations.filter(({ list }) => list === 'society')) {
    it(`comes first for its names: ${organisation.name}`, async () => {
      const missed: string[] = [];
      for (const name of phrasesOf(organisation)) {
        if ((await firstFor(name)) !== organisation.id) missed.push(name);
        if ((await firstFor(`do you know ${name}?`)) !== organisation.id) missed.push(`do you know ${name}?`);
      }
      for (const name of [organisation.name, organisation.nameOnPage!]) {
        if (name.length > 10 && (await firstFor(withTypo(name))) !== organisation.id) missed.push(withTypo(name));
      }
      expect(missed).to.deep.equal([]);
    });
  }
});

describe('an address that must not be linked', () => {
  it('stands in no answer', async () => {
    const forbidden = guide.directory.organisations.filter(({ linkAdvice }) => linkAdvice === 'do-not-link');
    for (const organisation of forbidden) {
      const { reply } = await new Conversation().turn(`do you know ${organisation.name}?`);
      const host = new URL(organisation.url).hostname.replace(/^www\./, '');
      expect(JSON.stringify(reply)).not.to.include(host);
    }
  });
});
