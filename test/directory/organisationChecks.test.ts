import { expect } from 'chai';
import type { Organisation } from '../../src/directory/organisation.ts';
import { checkOrganisations } from '../../src/directory/organisationChecks.ts';
import { type Placed, SOCIETY_FILE } from '../../src/directory/organisationFiles.ts';
import { makeOrganisation, someCancerTypes } from './factories.ts';

/** The place and the problem, without the remedy behind the semicolon. */
const problemsOf = (...organisations: Organisation[]) =>
  problemsIn(organisations.map((organisation) => ({ organisation, file: fileOf(organisation) })));

const fileOf = ({ list }: Organisation): string => (list === 'society' ? SOCIETY_FILE : 'organisations/worldwide.json');

const problemsIn = (placed: readonly Placed[]) =>
  checkOrganisations(placed, {
    organisations: placed.map(({ organisation: { id }, file }) => ({ id, file })),
    cancerTypes: someCancerTypes.map(({ id }) => id),
  }).map(({ place, message }) => `${place}: ${message.split('; ')[0]}`);

describe('the checks between organisations', () => {
  it('find nothing wrong with a proper entry', () => {
    expect(problemsOf(makeOrganisation({ id: 'a' }))).to.deep.equal([]);
  });

  it('find an id that stands in the file twice', () => {
    expect(problemsOf(makeOrganisation({ id: 'a' }), makeOrganisation({ id: 'a' }))).to.deep.equal([
      'a: stands in the file more than once',
    ]);
  });

  it('find an id that stands in two files, and name both', () => {
    const organisation = makeOrganisation({ id: 'a', countries: ['DE'] });
    const placed = ['organisations/de.json', 'organisations/worldwide.json'].map((file) => ({ organisation, file }));
    expect(problemsIn(placed)).to.deep.equal(['a: stands in organisations/de.json, too']);
  });

  it('find an entry that stands in the file of another place', () => {
    const wrong = (organisation: Organisation, file: string) => problemsIn([{ organisation, file }]);
    expect(wrong(makeOrganisation({ id: 'a', countries: ['AT'] }), 'organisations/de.json')).to.deep.equal([
      'a, countries: do not name DE, which the file is for',
    ]);
    expect(wrong(makeOrganisation({ id: 'a' }), SOCIETY_FILE)[0]).to.contain('a, list: is "wider"');
    expect(wrong(makeOrganisation({ id: 'a', region: null }), 'organisations/europe.json')[0]).to.contain(
      'a, countries: are none, and region is null',
    );
  });

  it('find an organisation that offers itself, or one that has ended', () => {
    const closed = makeOrganisation({ id: 'closed', status: 'closed', linkAdvice: 'do-not-link' });
    expect(problemsOf(makeOrganisation({ id: 'a', alternatives: ['a', 'closed'] }), closed)).to.deep.equal([
      'a, alternatives[0]: offers itself',
      'a, alternatives[1]: offers "closed", which has ended',
    ]);
  });

  it('find cancer types that are named twice or are no cancer in particular', () => {
    expect(problemsOf(makeOrganisation({ id: 'a', cancerTypes: ['breast', 'any-cancer', 'breast'] }))).to.deep.equal([
      'a, cancerTypes[1]: "any-cancer" is no cancer in particular',
      'a, cancerTypes[2]: "breast" is named twice',
    ]);
  });

  it('find links that must not be', () => {
    expect(
      problemsOf(makeOrganisation({ id: 'a', linkAdvice: 'do-not-link', links: { contact: 'https://a.example/' } }))[0],
    ).to.contain('a, links:');
    expect(problemsOf(makeOrganisation({ id: 'a', url: 'http://a.example/' }))[0]).to.contain(
      'a, url: would be linked without https',
    );
    expect(
      problemsOf(makeOrganisation({ id: 'a', url: 'http://a.example/', linkAdvice: 'do-not-link' })),
    ).to.deep.equal([]);
    expect(problemsOf(makeOrganisation({ id: 'a', status: 'closed' }))[0]).to.contain('a, linkAdvice:');
    expect(problemsOf(makeOrganisation({ id: 'a', status: 'closed', linkAdvice: 'link-successor' }))[0]).to.contain(
      'a, successor:',
    );
  });

  it('find a day of checking without a name, and a company without a word on who runs it', () => {
    expect(problemsOf(makeOrganisation({ id: 'a', verifiedOn: '2026-01-31' }))[0]).to.contain('a, verifiedBy:');
    expect(problemsOf(makeOrganisation({ id: 'a', commercial: true }))[0]).to.contain('a, commercialNote:');
  });

  it('find an entry of the society without its section or its words', () => {
    expect(problemsOf(makeOrganisation({ id: 'a', list: 'society', section: 'other' }))[0]).to.contain('a, list:');
    expect(problemsOf(makeOrganisation({ id: 'a', section: 'other', nameOnPage: 'A' }))[0]).to.contain('a, list:');
  });

  it('find names that are no abbreviation, are given twice, or are marked without being a name', () => {
    expect(
      problemsOf(makeOrganisation({ id: 'a', abbreviations: ['A', 'AB', 'AB'], aliases: ['Ab'], alsoWords: ['ABC'] })),
    ).to.deep.equal([
      'a, alsoWords[0]: "ABC" is none of its names',
      'a, abbreviations[0]: "A" is no abbreviation',
      'a, abbreviations[2]: "AB" is named twice',
    ]);
  });
});
