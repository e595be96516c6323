import { expect } from 'chai';
import { guide } from '../conversation.ts';

const countryIn = (text: string): string | null => guide.reader.read(text).countries.country;

function finds(cases: readonly (readonly [string, string | null])[]): void {
  for (const [text, country] of cases)
    it(`is ${country ?? 'none'} in "${text}"`, () => expect(countryIn(text)).to.equal(country));
}

describe('the country of an utterance', () => {
  describe('by its name', () => {
    finds([
      ['who can help in Norway', 'NO'],
      ['the Netherlands', 'NL'],
      ['holland', 'NL'],
      ['support in the UK', 'GB'],
      ['support in the USA', 'US'],
      ['Deutschland', 'DE'],
      ['españa', 'ES'],
      ['Česko', 'CZ'],
      ['who helps in Austira', 'AT'],
      ['money help in irland', 'IE'],
    ]);
  });

  describe('by a nationality', () => {
    finds([
      ['polish charities', 'PL'],
      ['swedish group for myeloma', 'SE'],
      ['nail polish', null],
    ]);
  });

  describe('that is a language', () => {
    finds([
      ['do you speak german', null],
      ['polish speaking doctor', null],
      ['translate into german', null],
      ['german speaking group in austria', 'AT'],
    ]);
  });

  describe('by a city', () => {
    finds([
      ['Munich', 'DE'],
      ['in berlin', 'DE'],
      ['i live in Nice', 'FR'],
      ['Nice people here', null],
      ['reading about cancer', null],
      ['in Reading', 'GB'],
      ['boston marathon', null],
    ]);
  });

  describe('with a name that is a word, too', () => {
    finds([
      ['in turkey', 'TR'],
      ['turkey sandwich', null],
      ['help us', null],
      ['michael jordan', null],
      ['guinea pigs', null],
    ]);
  });

  describe('where nothing is named', () => {
    finds([
      ['breast cancer', null],
      ['', null],
    ]);
  });
});

describe('a country of several', () => {
  it('is the one after a word of place rather than a nationality', () => {
    expect(countryIn('a Polish woman with cancer in Spain')).to.equal('ES');
  });

  it('keeps the places of all', () => {
    const { mentions } = guide.reader.read('Sweden or Norway').countries;
    expect(mentions).to.deep.equal([
      { code: 'SE', kind: 'name', start: 0, end: 1 },
      { code: 'NO', kind: 'name', start: 2, end: 3 },
    ]);
  });

  it('is not seen inside the name of an organisation', () => {
    expect(countryIn('cancer research uk')).to.equal(null);
  });
});
