import { expect } from 'chai';
import { listCard } from '../../src/cards/listCard.ts';
import type { Organisation } from '../../src/directory/organisation.ts';
import { guide } from '../conversation.ts';
import { makeOrganisation } from '../directory/factories.ts';

const cardOf = (...organisations: Organisation[]) => listCard('The list', organisations, guide.cardWords);
const actionsOf = ({ card }: ReturnType<typeof cardOf>) =>
  card.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));

describe('a page of the list', () => {
  it('says the name and the offer of each, in their order, and opens its website', () => {
    const page = cardOf(makeOrganisation({ id: 'first' }), makeOrganisation({ id: 'second' }));
    expect(page.text).to.equal(
      'The list\nFirst: It helps. https://first.example/\nSecond: It helps. https://second.example/',
    );
    expect(actionsOf(page)).to.deep.equal([
      { type: 'Action.OpenUrl', title: 'First', url: 'https://first.example/' },
      { type: 'Action.OpenUrl', title: 'Second', url: 'https://second.example/' },
    ]);
  });

  it('says every text of its card in its text', () => {
    const page = cardOf(
      makeOrganisation({ id: 'first' }),
      makeOrganisation({ id: 'second', linkAdvice: 'do-not-link' }),
      makeOrganisation({ id: 'third', linkAdvice: 'link-successor' }),
    );
    for (const element of page.card.body) {
      if (element.type === 'TextBlock') expect(page.text).to.include(element.text);
      if (element.type === 'RichTextBlock') for (const run of element.inlines) expect(page.text).to.include(run.text);
    }
  });

  it('never opens an address that must not be linked, and says so', () => {
    const page = cardOf(makeOrganisation({ id: 'gone', linkAdvice: 'do-not-link' }));
    expect(actionsOf(page)).to.deep.equal([]);
    expect(JSON.stringify(page)).not.to.include('gone.example');
    expect(page.text).to.include(guide.messages.say('card.noLink'));
  });

  it('opens no more than six addresses', () => {
    const many = Array.from({ length: 8 }, (_, place) => makeOrganisation({ id: `group-${place}` }));
    expect(actionsOf(cardOf(...many))).to.have.length(6);
  });

  it('has no markdown in the title of the card and of a button', () => {
    const page = listCard('*List*', [makeOrganisation({ id: 'wild', name: '[Wild](x) **one**' })], guide.cardWords);
    expect(page.card.body[0]).to.include({ text: 'List' });
    expect(actionsOf(page)[0]?.title).to.equal('Wild(x) one');
  });

  it('is the title alone where nobody is on it', () => {
    expect(cardOf().text).to.equal('The list');
    expect(cardOf().card.body).to.have.length(1);
  });
});
