import { join } from 'node:path';
import { expect } from 'chai';
import { countriesToCover } from '../../src/directory/countries.ts';
import { loadDirectory } from '../../src/directory/loadDirectory.ts';
import { isEnded, namedCancerTypes, servesPatients } from '../../src/directory/organisation.ts';
import { createSearch } from '../../src/directory/search.ts';
import { idsOf, makeQuery } from './factories.ts';

// The data that are shipped, not made-up ones.
const dataFolder = join(import.meta.dirname, '..', '..', 'data');
const directory = loadDirectory({ dataFolder, lists: ['society', 'wider'] });
const { search, searchByName } = createSearch(directory);

const societyPage = {
  international: [
    'Chronic Myeloid Leukemia Advocates Network',
    'Global Colon Cancer Association',
    'Global Lung Cancer Coalition',
    'International Brain Tumor Alliance',
    'Roy Castle Lung Cancer Foundation',
    'The International Agency for Research on Cancer (IARC)',
    'Vital Options International',
  ],
  european: [
    'Europacolon',
    'European Breast Cancer Coalition - Europa Donna',
    'European Cancer Leagues (ECL)',
    'European CanCer Organisation (ECCO)',
    'European Cancer Patient Coalition (ECPC)',
    'European Cervical Cancer Association (ECCA)',
    'European Prostate Cancer Coalition - Europa Uomo',
    'Myeloma Patients Europe (MPE)',
    'Sarcoma Patients EuroNet Association (SPAEN)',
    'Women Against Lung Cancer Europe (WALCE)',
  ],
  other: [
    'Anticancer Fund',
    'Association of Cancer Online Resources (ACOR)',
    'Cancer.Net',
    'CancerHelp UK',
    'CareAcross',
    'CARES Initiative - Care during Chemotherapy and Beyond',
    'HerAlopecia',
    'LIVESTRONG',
    'Lynns Bowel Cancer Campaign',
    'McMillan Cancer Support UK',
    'Malignant Mesothelioma Guide (for patients in the US)',
    'Oncolink',
    'Pancreatic Cancer UK',
  ],
};

const shortList = `any-cancer breast metastatic-breast male-breast triple-negative-breast lung nsclc sclc mesothelioma
  thymoma colorectal anal small-bowel stomach oesophageal liver bile-duct gallbladder pancreatic gist neuroendocrine
  ovarian cervical womb vulval vaginal gestational-trophoblastic prostate bladder kidney testicular penile brain glioma
  meningioma spinal-cord head-neck mouth throat laryngeal nasopharyngeal salivary-gland thyroid parathyroid pituitary
  adrenal eye retinoblastoma melanoma skin-non-melanoma merkel-cell sarcoma soft-tissue-sarcoma bone osteosarcoma ewing
  kaposi desmoid leukaemia aml all cll cml lymphoma hodgkin non-hodgkin myeloma mpn mds childhood neuroblastoma wilms
  unknown-primary hereditary secondary`.split(/\s+/);

describe("the society's list", () => {
  it('holds the 30 organisations of the page, in its words and its order, section by section', () => {
    const sections = directory.bySection();
    for (const section of ['international', 'european', 'other'] as const) {
      expect(sections[section].map(({ nameOnPage }) => nameOnPage)).to.deep.equal(societyPage[section]);
    }
    expect(directory.organisations.slice(0, 30).every(({ list }) => list === 'society')).to.equal(true);
    expect(directory.organisations.slice(30).every(({ list }) => list === 'wider')).to.equal(true);
  });

  it('leads to the present name of each of them', () => {
    const presentName = (text: string) => searchByName(text).map(({ organisation }) => organisation.name)[0];
    expect(presentName('Europacolon')).to.equal('Digestive Cancers Europe');
    expect(presentName('McMillan Cancer Support UK')).to.equal('Macmillan Cancer Support');
    expect(presentName('SPAEN')).to.equal('Sarcoma Patient Advocacy Global Network');
    expect(presentName('Lance Armstrong Foundation')).to.equal('Livestrong Foundation');
    for (const { id, nameOnPage } of directory.organisations.slice(0, 30)) {
      expect(idsOf(searchByName(nameOnPage ?? ''))[0]).to.equal(id);
    }
  });
});

describe('the organisations', () => {
  it('were opened, and their numbers called, on no day that is yet to come', () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const { id, verifiedOn, helplines } of directory.organisations) {
      for (const day of [verifiedOn, ...helplines.map(({ confirmedOn }) => confirmedOn)])
        expect(day === null || day <= today, `${id} ${day}`).to.equal(true);
    }
  });

  it('say so where they are companies', () => {
    const companies = directory.organisations.filter(({ commercial }) => commercial);
    expect(companies.map(({ id }) => id)).to.include.members(['careacross', 'heralopecia', 'mesothelioma-guide']);
  });

  it('say what to use instead, or what happened, where they have ended', () => {
    for (const organisation of directory.organisations.filter(isEnded)) {
      expect(organisation.alternatives, organisation.id).not.to.be.empty;
      expect(organisation.statusNote, organisation.id).to.be.a('string');
    }
  });

  it('tell readers nothing of how the facts were gathered', () => {
    for (const { id, statusNote, memberInfo, descriptions } of directory.organisations) {
      for (const text of [statusNote, memberInfo, ...Object.values(descriptions)]) {
        expect(text ?? '', id).not.to.match(/was not seen|unconfirmed|stored|evidence|the page|careers/i);
      }
    }
  });
});

describe('the search over the shipped data', () => {
  const countries = [null, ...countriesToCover, 'AL', 'TR', 'US', 'BR'];

  it('shows for each cancer type only organisations for it, its kinds, its parents or all cancers, and at least one', () => {
    for (const type of shortList) {
      const related = [type, ...directory.kindsOf(type), ...directory.ancestorsOf(type)];
      for (const country of countries) {
        const matches = search(makeQuery({ cancerTypes: [type], country }));
        expect(matches, `${type} ${country}`).not.to.be.empty;
        for (const { organisation } of matches) {
          const fits =
            organisation.cancerTypes === 'all' || namedCancerTypes(organisation).some((id) => related.includes(id));
          expect(fits, `${type} ${country} ${organisation.id}`).to.equal(true);
        }
      }
    }
  });

  it('shows nobody who has ended, is found by name only, or serves professionals only', () => {
    for (const type of shortList) {
      for (const { organisation } of search(makeQuery({ cancerTypes: [type] }))) {
        expect(isEnded(organisation) || organisation.cancerTypes === 'none', organisation.id).to.equal(false);
        expect(servesPatients(organisation), organisation.id).to.equal(true);
      }
    }
  });

  it('has one for the country and one for the cancer among the first three, where such exist', () => {
    for (const type of shortList) {
      for (const country of countriesToCover) {
        const matches = search(makeQuery({ cancerTypes: [type], country }));
        const first = matches.slice(0, 3);
        const reachable = matches.filter(({ reasons }) => reasons.country !== null);
        const ofCountry = (list: typeof matches) => list.some(({ reasons }) => reasons.country === 'country');
        const ofCancer = (list: typeof matches) => list.some(({ reasons }) => reasons.cancer?.kind !== 'all');
        expect(ofCountry(first), `${type} ${country}`).to.equal(ofCountry(matches));
        expect(ofCancer(first), `${type} ${country}`).to.equal(ofCancer(reachable));
      }
    }
  });

  it('has an organisation of its own for every country of the EU, the EEA, the United Kingdom and Switzerland', () => {
    for (const country of countriesToCover) {
      const [first] = search(makeQuery({ cancerTypes: ['any-cancer'], country }));
      expect(first?.organisation.countries, country).to.include(country);
    }
  });

  it('leads from a country without one to an umbrella of the region', () => {
    expect(idsOf(search(makeQuery({ cancerTypes: ['breast'], country: 'AL' })))[0]).to.equal('europa-donna');
    const [first] = search(makeQuery({ cancerTypes: ['any-cancer'], country: 'TR' }));
    expect([first?.organisation.id, first?.viaUmbrella]).to.deep.equal(['european-cancer-leagues', true]);
  });

  it("answers with the society's list alone, too", () => {
    const society = loadDirectory({ dataFolder, lists: ['society'] });
    const { search: searchSociety } = createSearch(society);
    for (const type of shortList) {
      for (const country of countries) {
        const matches = searchSociety(makeQuery({ cancerTypes: [type], country }));
        expect(matches, `${type} ${country}`).not.to.be.empty;
        expect(matches.every(({ organisation }) => organisation.list === 'society')).to.equal(true);
      }
    }
    expect(
      society.organisations.flatMap(({ alternatives }) => alternatives).every((id) => society.organisation(id)),
    ).to.equal(true);
  });

  it('puts charities for mesothelioma before the company', () => {
    const ids = idsOf(search(makeQuery({ cancerTypes: ['mesothelioma'], country: 'US' })));
    expect(ids.indexOf('mesothelioma-guide')).to.be.greaterThan(
      ids.indexOf('mesothelioma-applied-research-foundation'),
    );
  });
});
