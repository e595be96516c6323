import { expect } from 'chai';
import type { Organisation } from '../../src/directory/organisation.ts';
import type { Match, Query } from '../../src/directory/query.ts';
import { createSearch } from '../../src/directory/search.ts';
import { idsOf, makeDirectory, makeOrganisation, makeQuery } from './factories.ts';

const search = (query: Partial<Query>, organisations: Organisation[]): Match[] =>
  createSearch(makeDirectory(organisations)).search(makeQuery(query));

const spanish = { countries: ['ES'], region: null } as const satisfies Partial<Organisation>;
const european = { region: 'europe', memberInfo: 'It has members.' } as const satisfies Partial<Organisation>;
const helpline = { number: '0800 1', country: 'ES', source: null, sourceDate: null, confirmedOn: null };

describe('who may be shown', () => {
  it('is never an organisation for another cancer', () => {
    expect(
      search({ cancerTypes: ['male-breast'] }, [
        makeOrganisation({ id: 'sibling', cancerTypes: ['metastatic-breast'] }),
        makeOrganisation({ id: 'other', cancerTypes: ['lung', 'aml', 'all'] }),
      ]),
    ).to.deep.equal([]);
  });

  it('is never one that has ended, or that is found by name only', () => {
    expect(
      search({ cancerTypes: ['breast'] }, [
        makeOrganisation({ id: 'closed', status: 'closed', linkAdvice: 'do-not-link' }),
        makeOrganisation({ id: 'lapsed', status: 'unknown', linkAdvice: 'do-not-link', cancerTypes: ['breast'] }),
        makeOrganisation({ id: 'none', cancerTypes: 'none' }),
      ]),
    ).to.deep.equal([]);
  });

  it('is a body for professionals only for research, prevention and advocacy', () => {
    const list = [makeOrganisation({ id: 'a', audiences: ['professionals', 'public', 'advocates'] })];
    expect(search({}, list)).to.deep.equal([]);
    for (const purpose of ['research', 'prevention', 'advocacy'] as const)
      expect(idsOf(search({ purpose }, list)), purpose).to.deep.equal(['a']);
  });

  it('is only who can be called, in the country asked for, when a person wants to call', () => {
    const list = [
      makeOrganisation({ id: 'silent' }),
      makeOrganisation({ id: 'spanish-number', helplines: [helpline] }),
      makeOrganisation({ id: 'british-number', helplines: [{ ...helpline, country: 'GB' }] }),
    ];
    expect(idsOf(search({ onlyWithHelpline: true, country: 'ES' }, list))).to.deep.equal(['spanish-number']);
    expect(idsOf(search({ onlyWithHelpline: true }, list))).to.deep.equal(['spanish-number', 'british-number']);
  });

  it('is an organisation of another country where nothing else is there for this cancer, in the last place', () => {
    const list = [
      makeOrganisation({ id: 'british', cancerTypes: ['lung'], countries: ['GB'], region: null }),
      makeOrganisation({ id: 'every' }),
    ];
    const matches = search({ cancerTypes: ['lung'], country: 'ES' }, list);
    expect(idsOf(matches)).to.deep.equal(['every', 'british']);
    expect(matches[1]?.reasons.country).to.equal(null);
  });

  it('is everybody in a country when organisations are asked for without a word about cancer', () => {
    const list = [
      makeOrganisation({ id: 'lung', cancerTypes: ['lung'], ...spanish }),
      makeOrganisation({ id: 'lung-worldwide', cancerTypes: ['lung'] }),
      makeOrganisation({ id: 'every-worldwide' }),
      makeOrganisation({ id: 'every', ...spanish }),
    ];
    expect(idsOf(search({ country: 'ES' }, list))).to.deep.equal(['every', 'lung', 'every-worldwide']);
    expect(idsOf(search({ country: 'ES', cancerTypes: ['any-cancer'] }, list))).to.deep.equal([
      'every',
      'every-worldwide',
    ]);
    expect(idsOf(search({ country: 'ES', topic: 'information' }, list))).to.deep.equal(['every', 'every-worldwide']);
  });
});

describe('the cancer types of a query', () => {
  it('mean all cancers where only cancer in general, or cancer that has spread, is named', () => {
    const list = [makeOrganisation({ id: 'breast', cancerTypes: ['breast'] }), makeOrganisation({ id: 'every' })];
    for (const cancerTypes of [[], ['any-cancer'], ['secondary'], ['any-cancer', 'secondary'], ['unheard-of']]) {
      expect(idsOf(search({ cancerTypes }, list))).to.deep.equal(['every']);
    }
    expect(idsOf(search({ cancerTypes: ['secondary', 'breast'] }, list))).to.deep.equal(['breast', 'every']);
  });

  it('take turns where there are several', () => {
    expect(
      idsOf(
        search({ cancerTypes: ['breast', 'lung'] }, [
          makeOrganisation({ id: 'every' }),
          makeOrganisation({ id: 'breast-1', cancerTypes: ['breast'] }),
          makeOrganisation({ id: 'breast-2', cancerTypes: ['breast'] }),
          makeOrganisation({ id: 'lung-parent', cancerTypes: ['nsclc'] }),
        ]),
      ),
    ).to.deep.equal(['breast-1', 'lung-parent', 'breast-2', 'every']);
  });

  it('do not bring in the other cancers of children for a child whose cancer is named', () => {
    const list = [
      makeOrganisation({ id: 'eye', cancerTypes: ['retinoblastoma'], audiences: ['parents'] }),
      makeOrganisation({ id: 'children', cancerTypes: ['childhood'], audiences: ['parents'] }),
      makeOrganisation({ id: 'brain', cancerTypes: ['glioma'] }),
    ];
    expect(idsOf(search({ cancerTypes: ['glioma', 'childhood'] }, list))).to.deep.equal(['brain', 'children']);
    expect(idsOf(search({ cancerTypes: ['childhood'] }, list))).to.deep.equal(['children', 'eye']);
  });

  it('give the reason that is nearest', () => {
    const [match] = search({ cancerTypes: ['retinoblastoma', 'childhood'] }, [
      makeOrganisation({ id: 'a', cancerTypes: ['childhood'] }),
    ]);
    expect(match?.reasons.cancer).to.deep.equal({ kind: 'same', type: 'childhood' });
  });
});

describe('the first three matches', () => {
  const many = ['1', '2', '3', '4'].map((number) => makeOrganisation({ id: `spain-${number}`, ...spanish }));

  it('hold one for the cancer, as close to it as can be reached', () => {
    const matches = search({ cancerTypes: ['nsclc'], country: 'ES' }, [
      ...many,
      makeOrganisation({ id: 'lung', cancerTypes: ['lung'], ...spanish }),
      makeOrganisation({ id: 'nsclc', cancerTypes: ['nsclc'] }),
      makeOrganisation({ id: 'nsclc-of-france', cancerTypes: ['nsclc'], countries: ['FR'], region: null }),
    ]);
    expect(idsOf(matches)).to.deep.equal(['lung', 'spain-1', 'nsclc', 'spain-2', 'spain-3', 'spain-4']);
  });

  it('hold one for the country', () => {
    const worldwide = ['1', '2', '3', '4'].map((number) =>
      makeOrganisation({ id: `breast-${number}`, cancerTypes: ['breast'] }),
    );
    const matches = search({ cancerTypes: ['breast', 'lung'], country: 'ES' }, [...worldwide, ...many]);
    expect(matches.slice(0, 3).some(({ reasons }) => reasons.country === 'country')).to.equal(true);
    expect(matches.slice(0, 3).some(({ reasons }) => reasons.cancer?.kind === 'same')).to.equal(true);
  });

  it('hold one made for the young when a young person asks', () => {
    const matches = search({ cancerTypes: ['lung'], country: 'ES', audience: 'young-people' }, [
      ...many,
      makeOrganisation({ id: 'lung', cancerTypes: ['lung'], ...european }),
      makeOrganisation({ id: 'young', audiences: ['young-people'], ...european }),
    ]);
    expect(idsOf(matches).slice(0, 3)).to.deep.equal(['spain-1', 'lung', 'young']);
  });
});

describe('a country without an organisation of its own', () => {
  const list = [
    makeOrganisation({ id: 'breast-worldwide', cancerTypes: ['breast'], memberInfo: 'It has members.' }),
    makeOrganisation({ id: 'breast-europe-alone', cancerTypes: ['breast'], region: 'europe' }),
    makeOrganisation({ id: 'breast-europe', cancerTypes: ['breast'], ...european, linkAdvice: 'check-first' }),
    makeOrganisation({ id: 'every-spain', ...spanish }),
  ];

  it('is led to the umbrella of the region first, then to others', () => {
    const matches = search({ cancerTypes: ['breast'], country: 'AL' }, list);
    expect(matches.map(({ organisation, viaUmbrella }) => [organisation.id, viaUmbrella])).to.deep.equal([
      ['breast-europe', true],
      ['breast-europe-alone', false],
      ['breast-worldwide', true],
    ]);
  });

  it('is led to a worldwide umbrella outside of Europe', () => {
    const matches = search({ cancerTypes: ['breast'], country: 'BR' }, list);
    expect(matches.map(({ organisation, viaUmbrella }) => [organisation.id, viaUmbrella])).to.deep.equal([
      ['breast-worldwide', true],
    ]);
  });

  it('counts as such for a cancer that only the umbrella knows', () => {
    const viaUmbrella = (matches: Match[]) =>
      matches.filter((match) => match.viaUmbrella).map(({ organisation }) => organisation.id);
    expect(viaUmbrella(search({ cancerTypes: ['breast'], country: 'ES' }, list))).to.deep.equal([
      'breast-europe',
      'breast-worldwide',
    ]);
    const withOwn = [...list, makeOrganisation({ id: 'breast-spain', cancerTypes: ['breast'], ...spanish })];
    expect(viaUmbrella(search({ cancerTypes: ['breast'], country: 'ES' }, withOwn))).to.deep.equal([]);
  });
});

describe('the reasons of a match', () => {
  it('say how it fits the cancer, the country and the need', () => {
    const [match] = search({ cancerTypes: ['lung'], country: 'ES', topic: 'peer-support' }, [
      makeOrganisation({ id: 'a', cancerTypes: ['nsclc'], topics: ['peer-support'], ...spanish }),
    ]);
    expect(match?.reasons).to.deep.equal({
      cancer: { kind: 'kind', type: 'nsclc' },
      country: 'country',
      need: true,
      name: null,
    });
  });

  it('say nothing of a country that was not asked for', () => {
    expect(search({ cancerTypes: ['lung'] }, [makeOrganisation({ id: 'a' })])[0]?.reasons).to.deep.equal({
      cancer: { kind: 'all', type: 'any-cancer' },
      country: null,
      need: false,
      name: null,
    });
  });
});
