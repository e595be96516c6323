import { expect } from 'chai';
import type { CardWithText, Element } from '../../src/cards/adaptiveCard.ts';
import { type Asked, linksOf, organisationCard } from '../../src/cards/organisationCard.ts';
import type { Organisation } from '../../src/directory/organisation.ts';
import type { Match } from '../../src/directory/query.ts';
import { guide } from '../conversation.ts';
import { makeOrganisation } from '../directory/factories.ts';

const { messages } = guide;
const words = { ...guide.cardWords, organisationName: (id: string) => (id === 'other' ? 'The Other' : undefined) };

function cardOf(fields: Partial<Organisation>, match: Partial<Match> = {}, asked: Partial<Asked> = {}): CardWithText {
  const organisation = makeOrganisation({ id: 'some-group', list: 'society', ...fields });
  const reasons = { cancer: null, country: null, need: false, name: null };
  return organisationCard(
    { organisation, reasons, viaUmbrella: false, ...match },
    { country: null, topic: null, ...asked },
    words,
  );
}

/** Every text of the body of a card, without its buttons. */
function textsOf(body: readonly Element[]): string[] {
  return body.flatMap((element) => {
    if (element.type === 'TextBlock') return [element.text];
    return element.type === 'RichTextBlock' ? [element.inlines.map(({ text }) => text).join('')] : [];
  });
}
const linked = (fields: Partial<Organisation>): string[] =>
  linksOf(makeOrganisation({ id: 'some-group', ...fields }), messages).map(({ url }) => url);

const helpline = { number: '0800 1', country: 'ES', source: null, sourceDate: null, confirmedOn: null };
const successor = { name: 'New Group', url: 'https://new.example/', note: 'It took over.' };
const links = {
  patientInfo: 'https://some-group.example/info',
  contact: 'https://some-group.example/contact',
  community: 'https://some-group.example/community',
};

describe('the card of an organisation', () => {
  it('says what it offers, for whom, where and in which languages', () => {
    const { text } = cardOf({
      cancerTypes: ['breast', 'lung'],
      countries: ['NL'],
      region: null,
      languages: ['nl', 'en'],
      helplines: [helpline],
    });
    for (const part of [
      'Some Group',
      'It helps.',
      'breast cancer and lung cancer',
      'the Netherlands',
      'Dutch',
      '0800 1',
    ])
      expect(text).to.include(part);
  });

  it('says where it fits the need, and to ask it for a member in a country', () => {
    const reasons = { cancer: null, country: null, need: true, name: null };
    const asked = { country: 'ES', topic: 'peer-support' } as const;
    const plain = cardOf({});
    const { text } = cardOf({}, { reasons, viaUmbrella: true }, asked);
    expect(plain.text).not.to.include('Spain');
    expect(text).to.include(messages.say('card.umbrella', { country: 'Spain' }));
    expect(text).to.include(messages.say('card.needMatch', { topic: messages.say('topic.peer-support') }));
  });

  it('says who is a company, who is not on the list, and who changed the name', () => {
    expect(cardOf({ commercial: true }).text).to.include(messages.say('card.company'));
    expect(cardOf({ list: 'wider' }).text).to.include(messages.say('card.notOnList'));
    expect(cardOf({ nameOnPage: 'Old Group' }).text).to.include(messages.say('card.onPageAs', { name: 'Old Group' }));
    expect(cardOf({ nameOnPage: 'Some Group' }).text).not.to.include(
      messages.say('card.onPageAs', { name: 'Some Group' }),
    );
  });

  it('says that nobody has opened the address, until somebody has', () => {
    const unchecked = messages.say('card.unchecked');
    expect(cardOf({ linkAdvice: 'check-first' }).text).to.include(unchecked);
    expect(cardOf({ statusBasis: 'unconfirmed' }).text).to.include(unchecked);
    expect(cardOf({ linkAdvice: 'check-first', verifiedOn: '2026-01-01' }).text).not.to.include(unchecked);
    expect(cardOf({}).text).not.to.include(unchecked);
  });

  it('names others instead of one that has ended', () => {
    const ended = { status: 'closed', alternatives: ['other', 'unknown'] } as const;
    expect(cardOf({ ...ended, alternatives: [...ended.alternatives] }).text).to.include('The Other');
    expect(cardOf({ alternatives: ['other'] }).text).not.to.include('The Other');
  });
});

describe('the links of an organisation', () => {
  it('are its website and up to two more', () => {
    expect(linked({ links })).to.deep.equal(['https://some-group.example/', links.patientInfo, links.contact]);
  });

  it('are each shown once', () => {
    expect(linked({ links: { contact: 'https://some-group.example/' } })).to.deep.equal([
      'https://some-group.example/',
    ]);
  });

  it('are never those of an address that must not be linked, whatever its state', () => {
    for (const status of ['active', 'renamed', 'merged', 'closed', 'unknown'] as const) {
      const fields = { linkAdvice: 'do-not-link', status, links, successor: null } as const;
      expect(linked(fields), status).to.deep.equal([]);
      const { card, text } = cardOf(fields);
      expect(JSON.stringify(card) + text, status).not.to.include('some-group.example');
      expect(text, status).to.include(messages.say('card.noLink'));
    }
  });

  it('are those of the successor where that is to be linked', () => {
    expect(linked({ linkAdvice: 'link-successor', successor, links })).to.deep.equal(['https://new.example/']);
    expect(linked({ linkAdvice: 'link-successor', successor: null, links })).to.deep.equal([]);
  });
});

describe('wild text of an organisation', () => {
  it('cannot break out of its card', () => {
    const wild = '**[Click](https://evil.example)** <script>';
    const { card } = cardOf({ name: wild, descriptions: { en: wild }, statusNote: wild, cancerNote: wild });
    for (const element of card.body) {
      if (element.type === 'TextBlock') expect(element.text).not.to.match(/[[\]*_`<>#|~\\]/);
      if (element.type === 'ActionSet') expect(JSON.stringify(element)).not.to.include('evil');
    }
  });
});

describe('the text beside a card', () => {
  const rich = cardOf(
    {
      helplines: [helpline, { ...helpline, number: '0800 2', sourceDate: '2024-05' }],
      links,
      nameOnPage: 'Old Group',
      status: 'merged',
      statusNote: 'It has merged.',
      alternatives: ['other'],
      successor,
      commercial: true,
      commercialNote: 'It sells tests.',
      cancerTypes: ['breast'],
      cancerNote: 'rare ones',
    },
    { viaUmbrella: true, reasons: { cancer: null, country: null, need: true, name: null } },
    { country: 'ES', topic: 'research' },
  );
  const real = guide.directory.organisations.map((organisation) => cardOf(organisation));

  it('says every text of it, and every button', () => {
    for (const { card, text } of [rich, ...real]) {
      for (const part of textsOf(card.body)) expect(text).to.include(part);
      for (const element of card.body)
        if (element.type === 'ActionSet')
          for (const { title, url } of element.actions) expect(text).to.include(`${title}: ${url}`);
    }
  });

  it('says the same as what the card falls back to', () => {
    for (const { card, text } of [rich, ...real]) expect(card.fallbackText).to.equal(text);
  });

  it('names no link that the card does not have', () => {
    for (const { card, text } of [rich, ...real])
      for (const [address] of text.matchAll(/https?:\/\/\S+/g)) expect(JSON.stringify(card.body)).to.include(address);
  });
});
