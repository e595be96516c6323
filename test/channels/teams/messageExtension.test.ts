import type { Activity, MessagingExtensionResult } from 'botbuilder';
import { expect } from 'chai';
import { SEARCH_COMMAND } from '../../../src/channels/teams/searchCommand.ts';
import { phrasesOf } from '../../../src/directory/names.ts';
import { guide } from '../../conversation.ts';
import { TeamsApp, teamsActivity } from './teams.ts';

const app = new TeamsApp();

async function invoke(name: string, value: unknown, more: Partial<Activity> = {}) {
  const sent = await app.send(teamsActivity('personal', { type: 'invoke', name, value, ...more }));
  expect(sent).to.have.length(1);
  return sent[0]!.value as { status: number; body: { composeExtension?: MessagingExtensionResult } };
}

async function search(text: string, more: Partial<Activity> = {}, queryOptions = { skip: 0, count: 25 }) {
  const value = {
    commandId: SEARCH_COMMAND.id,
    parameters: [{ name: SEARCH_COMMAND.parameter, value: text }],
    queryOptions,
  };
  const { status, body } = await invoke('composeExtension/query', value, more);
  expect(status).to.equal(200);
  return body.composeExtension!;
}

const idsOf = ({ attachments }: MessagingExtensionResult): string[] =>
  (attachments ?? []).map(({ preview }) => preview!.content.tap.value.organisation);

/** The word with one letter left out, as people type on phones. */
const mistyped = (name: string): string => {
  const words = name.split(' ');
  const long = words.reduce((a, b) => (b.length > a.length ? b : a));
  const place = Math.ceil(long.length / 2);
  return words.map((word) => (word === long ? word.slice(0, place) + word.slice(place + 1) : word)).join(' ');
};

describe('the search while somebody writes a message', () => {
  const society = guide.directory.organisations.filter(({ list }) => list === 'society');

  it('knows the 30 organisations of the page', () => {
    expect(society).to.have.length(30);
  });
  for (const organisation of society) {
    it(`finds ${organisation.name} by its name, its short names, and with a typing error`, async () => {
      for (const phrase of [organisation.name, ...phrasesOf(organisation)]) {
        expect(idsOf(await search(phrase)).slice(0, 3), phrase).to.include(organisation.id);
      }
      expect(idsOf(await search(mistyped(organisation.name))).slice(0, 3)).to.include(organisation.id);
    });
  }

  const searches: [string, string, string][] = [
    ['a cancer', 'lymphoma', 'lymphoma-coalition'],
    ['a cancer with a typing error', 'lymfoma', 'lymphoma-coalition'],
    ['a country', 'ireland', 'irish-cancer-society'],
    ['a cancer and a country', 'bowel cancer germany', 'krebsinformationsdienst'],
    ['a need', 'clinical trials', 'anticancer-fund'],
    ['the beginning of a word', 'lymph', 'lymphoma-coalition'],
    ['a question in German', 'Wer hilft bei Brustkrebs in Österreich?', 'osterreichische-krebshilfe'],
    ['a German word where Teams is German', 'Darmkrebs', 'global-colon-cancer-association'],
  ];
  for (const [what, text, id] of searches) {
    it(`finds organisations by ${what}`, async () => {
      const locale = what.includes('Teams is German') ? 'de-DE' : 'en-GB';
      expect(idsOf(await search(text, { locale })).slice(0, 4)).to.include(id);
    });
  }

  it('shows for each result its name, one line on whom it is for and where, and a picture', async () => {
    const { type, attachmentLayout, attachments } = await search('lymphoma');
    expect(type).to.equal('result');
    expect(attachmentLayout).to.equal('list');
    for (const { contentType, content, preview } of attachments!) {
      expect(contentType).to.equal('application/vnd.microsoft.card.adaptive');
      expect(content.msteams.width).to.equal('Full');
      expect(preview!.content.title).to.have.length.above(2);
      expect(preview!.content.text).to.have.length.above(5);
      expect(preview!.content.images).to.deep.equal([{ url: 'https://guide.example.org/icon.png' }]);
    }
  });

  it('begins with organisations of the person’s country, or of all Europe, before anything is typed', async () => {
    const start = { commandId: SEARCH_COMMAND.id, parameters: [{ name: 'initialRun', value: 'true' }] };
    for (const [locale, id] of [
      ['en-IE', 'irish-cancer-society'],
      ['de-AT', 'osterreichische-krebshilfe'],
    ] as const) {
      const { body } = await invoke('composeExtension/query', start, { locale });
      expect(idsOf(body.composeExtension!)[0]).to.equal(id);
    }
    expect(idsOf(await search('', { locale: 'en-US' })).length).to.be.greaterThan(5);
    expect(idsOf(await search('   ', { locale: 'en-US' }))[0]).not.to.include('american');
  });

  it('says how to search where nothing is found, in the language of the person', async () => {
    expect(await search('xyzzyq')).to.deep.equal({ type: 'message', text: guide.messages.say('teams.search.none') });
    expect((await search('xyzzyq', { locale: 'fr-FR' })).text).to.include('Rien trouvé');
  });

  it('gives the numbers instead of results where the words tell of a danger', async () => {
    const { type, text } = await search('I want to kill myself');
    expect(type).to.equal('message');
    expect(text).to.include('116 123');
  });

  it('goes on where Teams asks for more, and ends', async () => {
    const first = idsOf(await search('breast cancer', {}, { skip: 0, count: 10 }));
    const second = idsOf(await search('breast cancer', {}, { skip: 10, count: 10 }));
    expect(first).to.have.length(10);
    expect(second.filter((id) => first.includes(id))).to.deep.equal([]);
    expect(idsOf(await search('breast cancer', {}, { skip: 1000, count: 10 }))).to.deep.equal([]);
  });

  it('puts the card of the chosen organisation into the message, in the language of the search', async () => {
    const { status, body } = await invoke('composeExtension/selectItem', {
      organisation: 'europa-uomo',
      language: 'de',
    });
    expect(status).to.equal(200);
    const { content } = body.composeExtension!.attachments![0]!;
    expect(content.fallbackText).to.include('Europa Uomo').and.to.include('https://www.europa-uomo.org');
    expect(content.lang).to.equal('de');
  });

  it('never gives an address that must not be linked', async () => {
    for (const { id, name, url, linkAdvice } of guide.directory.organisations) {
      if (linkAdvice !== 'do-not-link') continue;
      const chosen = await invoke('composeExtension/selectItem', { organisation: id });
      const answers = JSON.stringify([await search(name), chosen.body]);
      expect(answers).to.include('We give no link').and.not.to.include(url);
    }
  });

  const odd: [string, string, unknown][] = [
    ['an unknown command', 'composeExtension/query', { commandId: 'other', parameters: [] }],
    ['a query without a value', 'composeExtension/query', undefined],
    ['a query of another shape', 'composeExtension/query', { commandId: SEARCH_COMMAND.id, parameters: 'all' }],
    ['a choice without an organisation', 'composeExtension/selectItem', {}],
    ['a request of another kind', 'task/fetch', {}],
    ['a request without a name', '', null],
  ];
  for (const [what, name, value] of odd) {
    it(`refuses ${what}`, async () => {
      expect((await invoke(name, value)).status).to.equal(400);
    });
  }

  it('says that an organisation that is not there any more is not found', async () => {
    const { status, body } = await invoke('composeExtension/selectItem', { organisation: 'constructor' });
    expect(status).to.equal(200);
    expect(body.composeExtension!.type).to.equal('message');
  });
});
