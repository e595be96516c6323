import { expect } from 'chai';
import type { Organisation } from '../../src/directory/organisation.ts';
import { inPrecedence } from '../../src/directory/precedence.ts';
import { makeOrganisation } from './factories.ts';

const orderOf = (...organisations: readonly Organisation[]): string[] =>
  inPrecedence(organisations).map(({ id }) => id);
const inCountry = (code: string): Organisation =>
  makeOrganisation({ id: code.toLowerCase(), countries: [code], region: null });

describe('the order of equals', () => {
  it("begins with the society's list, then umbrellas without a home, those with one, and countries", () => {
    const society = makeOrganisation({ id: 'society', list: 'society', countries: ['US'], region: null });
    const umbrella = makeOrganisation({ id: 'umbrella' });
    const atHome = makeOrganisation({ id: 'at-home', countries: ['US'] });
    expect(orderOf(inCountry('GB'), atHome, umbrella, society)).to.deep.equal(['society', 'umbrella', 'at-home', 'gb']);
  });

  it('takes of umbrellas those for few kinds first, then those that offer more, then worldwide before Europe', () => {
    const umbrella = (id: string, fields: Partial<Organisation>) =>
      makeOrganisation({ id, cancerTypes: ['lung'], ...fields });
    expect(
      orderOf(
        umbrella('for-all', { cancerTypes: 'all' }),
        umbrella('europe', { region: 'europe' }),
        umbrella('worldwide', {}),
        umbrella('offers-more', { topics: ['information', 'advocacy'], region: 'europe' }),
      ),
    ).to.deep.equal(['offers-more', 'worldwide', 'europe', 'for-all']);
  });

  it('takes English-speaking countries first, then those of Europe, then all others, by their names', () => {
    const codes = ['ZA', 'BR', 'SE', 'CH', 'DE', 'CA', 'IE', 'US', 'GB'];
    expect(orderOf(...codes.map(inCountry))).to.deep.equal(['gb', 'us', 'ie', 'ca', 'de', 'se', 'ch', 'br', 'za']);
  });

  it('keeps the order of the file for all else', () => {
    const [one, two] = ['b', 'a'].map((id) => makeOrganisation({ id, countries: ['GB'], region: null }));
    expect(orderOf(one!, two!)).to.deep.equal(['b', 'a']);
  });
});
