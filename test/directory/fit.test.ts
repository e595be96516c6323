import { expect } from 'chai';
import { fitCancer, fitCountry } from '../../src/directory/fit.ts';
import { makeDirectory, makeOrganisation } from './factories.ts';

const directory = makeDirectory([]);
const fitOf = (cancerTypes: string[] | 'all' | 'none', type: string) => {
  const found = fitCancer(makeOrganisation({ id: 'a', cancerTypes }), type, directory);
  return found && `${found.kind} ${found.type}`;
};

describe('how an organisation fits a cancer', () => {
  it('is "same" where it names the cancer, even beside others', () => {
    expect(fitOf(['lung', 'breast'], 'breast')).to.equal('same breast');
  });

  it('is "kind" where it names a kind of the cancer', () => {
    expect(fitOf(['aml'], 'leukaemia')).to.equal('kind aml');
  });

  it('is "parent" where it names what the cancer is a kind of, the nearest one', () => {
    expect(fitOf(['lung'], 'alk-positive')).to.equal('parent lung');
    expect(fitOf(['lung', 'nsclc'], 'alk-positive')).to.equal('parent nsclc');
    expect(fitOf(['childhood'], 'retinoblastoma')).to.equal('parent childhood');
  });

  it('is "all" where it is there for all cancers', () => {
    expect(fitOf('all', 'breast')).to.equal('all any-cancer');
  });

  it('is nothing for another cancer, a sibling, or an organisation without a cancer', () => {
    expect(fitOf(['lung'], 'breast')).to.equal(null);
    expect(fitOf(['male-breast'], 'metastatic-breast')).to.equal(null);
    expect(fitOf('none', 'breast')).to.equal(null);
  });

  it('does not take the leukaemia called ALL for all cancers', () => {
    expect(fitOf(['aml', 'all'], 'breast')).to.equal(null);
    expect(fitOf(['all'], 'aml')).to.equal(null);
  });
});

describe('how an organisation fits a country', () => {
  it('is "country" where the country is its own, wherever else it helps', () => {
    expect(fitCountry(makeOrganisation({ id: 'a', countries: ['BE'], region: 'worldwide' }), 'BE')).to.equal('country');
  });

  it('is "region" for all of Europe, members of the EU or not', () => {
    const european = makeOrganisation({ id: 'a', region: 'europe' });
    for (const country of ['DE', 'GB', 'CH', 'TR', 'UA', 'RS'])
      expect(fitCountry(european, country), country).to.equal('region');
  });

  it('is nothing for Europe elsewhere, and for another country', () => {
    expect(fitCountry(makeOrganisation({ id: 'a', region: 'europe' }), 'US')).to.equal(null);
    expect(fitCountry(makeOrganisation({ id: 'a', region: null, countries: ['GB'] }), 'IE')).to.equal(null);
  });

  it('is "worldwide" where it helps everywhere', () => {
    expect(fitCountry(makeOrganisation({ id: 'a', countries: ['US'], region: 'worldwide' }), 'BR')).to.equal(
      'worldwide',
    );
  });
});
