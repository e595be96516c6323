import { expect } from 'chai';
import {
  isDoubtful,
  isEnded,
  namedCancerTypes,
  organisationSchema,
  servesPatients,
} from '../../src/directory/organisation.ts';
import { makeOrganisation } from './factories.ts';

const accepts = (fields: object) =>
  organisationSchema.safeParse({ ...makeOrganisation({ id: 'a' }), ...fields }).success;

describe('the schema of an organisation', () => {
  it('accepts an entry with every field filled in properly', () => {
    expect(accepts({})).to.equal(true);
  });

  it('rejects a key that it does not know', () => {
    expect(accepts({ colour: 'red' })).to.equal(false);
    expect(accepts({ links: { shop: 'https://a.example/' } })).to.equal(false);
  });

  it('accepts an entry that says what is known, and takes the rest as nothing', () => {
    const needed = {
      id: 'a',
      name: 'A',
      url: 'https://a.example/',
      cancerTypes: 'all',
      languages: ['en'],
      descriptions: { en: 'It helps.' },
    };
    expect(organisationSchema.parse(needed)).to.include({
      list: 'wider',
      statusBasis: 'unconfirmed',
      verifiedOn: null,
    });
    for (const field of Object.keys(needed)) {
      const result = organisationSchema.safeParse({ ...needed, [field]: undefined });
      expect(
        result.error?.issues.map(({ path }) => path.join('.')),
        field,
      ).to.deep.equal([field]);
    }
  });

  it('rejects a name that a card would read as markdown', () => {
    for (const name of ['[Free money](https://x.example)', 'Europa *Donna*', 'a_b', 'A\nB', '<b>A</b>']) {
      expect(accepts({ name }), name).to.equal(false);
      expect(accepts({ aliases: [name] }), name).to.equal(false);
    }
  });

  it('rejects a link that is not https', () => {
    expect(accepts({ links: { contact: 'http://a.example/' } })).to.equal(false);
    expect(accepts({ url: 'javascript:alert(1)' })).to.equal(false);
  });

  it('rejects a description without English', () => {
    expect(accepts({ descriptions: { de: 'Hilft.' } })).to.equal(false);
    expect(accepts({ descriptions: { en: 'It helps.', de: 'Hilft.' } })).to.equal(true);
  });

  it('rejects codes that are no country and no language', () => {
    expect(accepts({ countries: ['UK'] })).to.equal(false);
    expect(accepts({ countries: ['gb'] })).to.equal(false);
    expect(accepts({ languages: ['english'] })).to.equal(false);
  });

  it('rejects "none" beside cancer types, and an empty list of them', () => {
    expect(accepts({ cancerTypes: [] })).to.equal(false);
    expect(accepts({ cancerTypes: 'none' })).to.equal(true);
    expect(accepts({ cancerTypes: 'everything' })).to.equal(false);
  });
});

describe('an organisation', () => {
  it('has ended where it is closed, has merged, or must not be linked', () => {
    expect(isEnded(makeOrganisation({ id: 'a', status: 'closed' }))).to.equal(true);
    expect(isEnded(makeOrganisation({ id: 'a', status: 'merged' }))).to.equal(true);
    expect(isEnded(makeOrganisation({ id: 'a', linkAdvice: 'do-not-link' }))).to.equal(true);
    expect(isEnded(makeOrganisation({ id: 'a', status: 'renamed' }))).to.equal(false);
  });

  it('is doubtful where its state is unknown or its link needs a look', () => {
    expect(isDoubtful(makeOrganisation({ id: 'a', status: 'unknown' }))).to.equal(true);
    expect(isDoubtful(makeOrganisation({ id: 'a', linkAdvice: 'check-first' }))).to.equal(true);
    expect(isDoubtful(makeOrganisation({ id: 'a' }))).to.equal(false);
  });

  it('serves patients where they, or the people around them, are among its audiences', () => {
    expect(servesPatients(makeOrganisation({ id: 'a', audiences: ['parents', 'professionals'] }))).to.equal(true);
    expect(servesPatients(makeOrganisation({ id: 'a', audiences: ['professionals', 'advocates', 'public'] }))).to.equal(
      false,
    );
  });

  it('names the leukaemia called ALL without being there for all cancers', () => {
    expect(namedCancerTypes(makeOrganisation({ id: 'a', cancerTypes: ['aml', 'all'] }))).to.deep.equal(['aml', 'all']);
    expect(namedCancerTypes(makeOrganisation({ id: 'a', cancerTypes: 'all' }))).to.deep.equal([]);
  });
});
