import { expect } from 'chai';
import type { Organisation } from '../../src/directory/organisation.ts';
import type { Query } from '../../src/directory/query.ts';
import { answersNeed } from '../../src/directory/ranking.ts';
import { createSearch } from '../../src/directory/search.ts';
import { idsOf, makeDirectory, makeOrganisation, makeQuery } from './factories.ts';

/** The ids in the order of the search, whatever the order of the file: the worst is put in first. */
function orderOf(query: Partial<Query>, organisations: Organisation[]): string[] {
  return idsOf(createSearch(makeDirectory(organisations)).search(makeQuery(query)));
}

/** Two organisations for breast cancer that differ in one thing only, the worse one first in the file. */
const better = (query: Partial<Query>, worse: Partial<Organisation>, good: Partial<Organisation> = {}) =>
  expect(
    orderOf({ cancerTypes: ['breast'], ...query }, [
      makeOrganisation({ id: 'worse', cancerTypes: ['breast'], ...worse }),
      makeOrganisation({ id: 'better', cancerTypes: ['breast'], ...good }),
    ]),
  ).to.deep.equal(['better', 'worse']);

describe('the order without a country', () => {
  it('is this cancer, its kinds, its parents from the nearest on, all cancers', () => {
    expect(
      orderOf({ cancerTypes: ['nsclc'] }, [
        makeOrganisation({ id: 'every' }),
        makeOrganisation({ id: 'parent', cancerTypes: ['lung'] }),
        makeOrganisation({ id: 'kind', cancerTypes: ['alk-positive'] }),
        makeOrganisation({ id: 'same', cancerTypes: ['nsclc'] }),
      ]),
    ).to.deep.equal(['same', 'kind', 'parent', 'every']);
    expect(
      orderOf({ cancerTypes: ['alk-positive'] }, [
        makeOrganisation({ id: 'grandparent', cancerTypes: ['lung'] }),
        makeOrganisation({ id: 'parent', cancerTypes: ['nsclc'] }),
      ]),
    ).to.deep.equal(['parent', 'grandparent']);
  });

  it('puts first what a person needs where neither cancer nor country is known, then what is open to everybody', () => {
    const list = [
      makeOrganisation({ id: 'no-need', list: 'society' }),
      makeOrganisation({
        id: 'one-country',
        list: 'society',
        topics: ['peer-support'],
        countries: ['GB'],
        region: null,
      }),
      makeOrganisation({ id: 'worldwide', topics: ['peer-support'] }),
      makeOrganisation({ id: 'worldwide-of-the-society', list: 'society', topics: ['peer-support'] }),
    ];
    expect(orderOf({ topic: 'peer-support' }, list)).to.deep.equal([
      'worldwide-of-the-society',
      'worldwide',
      'one-country',
      'no-need',
    ]);
  });
});

describe('the order with a country', () => {
  const list = [
    makeOrganisation({ id: 'all-worldwide' }),
    makeOrganisation({ id: 'all-europe', region: 'europe' }),
    makeOrganisation({ id: 'breast-worldwide', cancerTypes: ['breast'] }),
    makeOrganisation({ id: 'breast-europe', cancerTypes: ['breast'], region: 'europe' }),
    makeOrganisation({ id: 'all-spain', countries: ['ES'], region: null }),
    makeOrganisation({ id: 'breast-spain', cancerTypes: ['breast'], countries: ['ES'], region: null }),
    makeOrganisation({ id: 'breast-france', cancerTypes: ['breast'], countries: ['FR'], region: null }),
    makeOrganisation({ id: 'all-france', countries: ['FR'], region: null }),
  ];

  it('is this cancer here, all cancers here, this cancer in the region, this cancer worldwide, all cancers in the region', () => {
    expect(orderOf({ cancerTypes: ['breast'], country: 'ES' }, list)).to.deep.equal([
      'breast-spain',
      'all-spain',
      'breast-europe',
      'breast-worldwide',
      'all-europe',
      'all-worldwide',
    ]);
  });

  it('leaves out organisations of other countries, and those for Europe elsewhere', () => {
    expect(orderOf({ cancerTypes: ['breast'], country: 'CA' }, list)).to.deep.equal([
      'breast-worldwide',
      'all-worldwide',
    ]);
    expect(orderOf({ cancerTypes: ['any-cancer'], country: 'ES' }, list)).to.deep.equal([
      'all-spain',
      'all-europe',
      'all-worldwide',
    ]);
  });
});

describe('the order within a step', () => {
  it('puts sound before doubtful', () => {
    better({}, { linkAdvice: 'check-first', list: 'society', topics: ['peer-support'] });
    better({}, { status: 'unknown' });
  });

  it('puts charities before companies', () => {
    better({ topic: 'peer-support' }, { commercial: true, commercialNote: 'A company.', topics: ['peer-support'] });
  });

  it("puts what the person needs before the language and the society's list", () => {
    better(
      { topic: 'peer-support', language: 'de' },
      { list: 'society', languages: ['de'] },
      { topics: ['peer-support'] },
    );
  });

  it("puts the language before the society's list", () => {
    better({ language: 'de' }, { list: 'society' }, { languages: ['de', 'en'] });
  });

  it("puts the society's list first", () => {
    better({}, {}, { list: 'society', section: 'other', nameOnPage: 'Better' });
  });

  it('puts first what is for the person who asks, where nothing is made for them alone', () => {
    better({ audience: 'carers' }, { audiences: ['patients'] }, { audiences: ['patients', 'carers'] });
  });

  it('knows a need by its topic or, without one, by whom it is for', () => {
    const carers = makeOrganisation({ id: 'a', topics: ['information'], audiences: ['patients', 'carers'] });
    const need = { topic: null, audience: null, language: 'en' };
    expect(answersNeed(carers, need)).to.equal(false);
    expect(answersNeed(carers, { ...need, audience: 'carers' })).to.equal(true);
    expect(answersNeed(carers, { ...need, audience: 'parents' })).to.equal(false);
    expect(answersNeed(carers, { ...need, topic: 'information' })).to.equal(true);
    expect(answersNeed(carers, { ...need, topic: 'peer-support', audience: 'carers' })).to.equal(false);
  });

  it('puts first what is made for carers, parents or young people when one of them asks', () => {
    better({ audience: 'carers' }, { audiences: ['patients', 'carers'] }, { audiences: ['carers', 'families'] });
    better({ topic: 'caregivers' }, { topics: ['caregivers'] }, { topics: ['caregivers'], audiences: ['carers'] });
    better({ audience: 'young-people' }, {}, { audiences: ['young-people'] });
    better({ cancerTypes: ['breast', 'childhood'] }, {}, { audiences: ['parents'] });
  });

  it('leaves out what is made for them when somebody else asks and others are there', () => {
    const shown = (worse: Partial<Organisation>): string[] =>
      orderOf({ cancerTypes: ['breast'] }, [
        makeOrganisation({ id: 'worse', cancerTypes: ['breast'], ...worse }),
        makeOrganisation({ id: 'better', cancerTypes: ['breast'] }),
      ]);
    expect(shown({ audiences: ['carers'], list: 'society' })).to.deep.equal(['better']);
    expect(shown({ audiences: ['young-people', 'families'] })).to.deep.equal(['better']);
  });

  it('puts last an organisation for rare cancers that stands for all cancers', () => {
    better({ cancerTypes: ['glioma'] }, { cancerTypes: 'all', cancerNote: 'for rare cancers' }, { cancerTypes: 'all' });
  });

  it('puts those who serve patients before bodies for professionals', () => {
    better({ purpose: 'research' }, { audiences: ['professionals'], topics: ['research'] }, { topics: ['research'] });
  });

  it('keeps the order of the file where nothing tells two apart', () => {
    const twins = [makeOrganisation({ id: 'b' }), makeOrganisation({ id: 'a' })];
    expect(orderOf({ cancerTypes: ['breast'] }, twins)).to.deep.equal(['b', 'a']);
  });
});
