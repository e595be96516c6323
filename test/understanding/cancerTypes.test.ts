import { expect } from 'chai';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { withNames } from '../../src/understanding/cancer/names.ts';
import { faultsOfSharedNames } from '../../src/understanding/cancer/sharedNames.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { guide } from '../conversation.ts';
import { makeCancerType } from '../directory/factories.ts';

const read = (text: string) => guide.reader.read(text).cancer;

/** One test for each utterance: the types that it names, in the order of the text. */
function names(cases: readonly (readonly [string, ...string[]])[]): void {
  for (const [text, ...types] of cases)
    it(`are ${types.join(', ') || 'none'} in "${text}"`, () => expect(read(text).types).to.deep.equal(types));
}

describe('cancer types', () => {
  describe('named in full', () => {
    names([
      ['breast cancer', 'breast'],
      ['my dad has PROSTATE CANCER', 'prostate'],
      ['non-Hodgkin’s lymphoma', 'non-hodgkin'],
      ['breastcancer', 'breast'],
      ['blood cancer', 'leukaemia', 'lymphoma', 'myeloma'],
      ['cancer', 'any-cancer'],
    ]);
  });

  describe('named by a word for cancer and a part of the body', () => {
    names([
      ['cancer of the bowel', 'colorectal'],
      ['a tumour in my left lung', 'lung'],
      ['lung and bone cancer', 'lung', 'bone'],
      ['colon or rectal cancer', 'colorectal'],
      ['tumours in her liver and lungs', 'liver', 'lung'],
      ['ovarian high grade cancer', 'ovarian'],
      ['I hurt my breast. Is there a group for cancer?', 'any-cancer'],
    ]);
  });

  describe('told without a word for cancer beside them', () => {
    names([
      ['he had his tongue taken out for cancer', 'mouth'],
      ['newly diagnosed lung ca', 'lung'],
      ['my aunt with breast cancer and me with thyroid', 'breast', 'thyroid'],
      ['one brother has kidney cancer, the other bladder', 'kidney', 'bladder'],
      ['not kidney cancer: adrenal', 'adrenal'],
      ['the primaries are on the ballot', ...[]],
    ]);
  });

  describe('taken back', () => {
    names([
      ['bladder cancer, no wait, kidney', 'kidney'],
      ['it is lung cancer, correction, mesothelioma', 'mesothelioma'],
    ]);
  });

  describe('of animals and stars', () => {
    names([
      ['my rabbit has a uterine cancer', ...[]],
      ['is there a fund for lymphoma in cats', ...[]],
      ['therapy dog for my breast cancer', 'breast'],
      ['she is a cancer and I am a virgo', ...[]],
    ]);
  });

  describe('misspelt', () => {
    names([
      ['cronic lymphocytic leukemia', 'cll'],
      ['acute myloid leukaemia', 'aml'],
      ['breats cancer', 'breast'],
      ['panceratic cancer', 'pancreatic'],
      ['prostrate cancer', 'prostate'],
      ['lymfoma', 'lymphoma'],
    ]);
  });

  describe('with an abbreviation', () => {
    names([
      ['aml', 'aml'],
      ['CLL and MDS', 'cll', 'mds'],
      ['she has ALL', 'all'],
      ['all of us', ...[]],
      ['ALL PEOPLE WITH CANCER SHOULD GET HELP', 'any-cancer'],
      ['the gist of it', ...[]],
    ]);
  });

  describe('several at once', () => {
    names([
      ['breast cancer and lung cancer and a melanoma', 'breast', 'lung', 'melanoma'],
      ['prostate and bladder cancer', 'prostate', 'bladder'],
      ['breast and ovarian cancer', 'breast', 'ovarian'],
      ['cancer, I mean kidney cancer', 'kidney'],
      ['breast cancer, it is triple negative breast cancer', 'triple-negative-breast'],
    ]);
  });

  describe('that have spread', () => {
    names([
      ['prostate cancer in the bones', 'prostate', 'secondary'],
      ['lung cancer in Hungary', 'lung'],
      ['kidney with spread to the lungs', 'kidney', 'secondary'],
      ['breast mets to bone', 'metastatic-breast'],
      ['liver mets, primary in the colon', 'secondary', 'colorectal'],
      ['breast cancer that has spread to the liver', 'metastatic-breast'],
      ['bowel cancer with liver mets', 'colorectal', 'secondary'],
      ['lung cancer spread to the brain', 'lung', 'secondary'],
    ]);
  });

  describe('of children and of men', () => {
    names([
      ['our daughter is eight and has leukaemia', 'leukaemia', 'childhood'],
      ['my grandson (3) has a brain tumour', 'brain', 'childhood'],
      ['Hodgkins at 14', 'hodgkin', 'childhood'],
      ['our son is 34 and has leukaemia', 'leukaemia'],
      ['I left school at 12 and have throat cancer', 'throat'],
      ['our nephew has neuroblastoma', 'neuroblastoma', 'childhood'],
      ['what is neuroblastoma', 'neuroblastoma'],
      ['my 5 year old has leukaemia', 'leukaemia', 'childhood'],
      ['leukaemia in children', 'leukaemia', 'childhood'],
      ['my son has leukaemia', 'leukaemia'],
      ['how do I tell my children I have stomach cancer', 'stomach'],
      ['my 45 year old son has leukaemia', 'leukaemia'],
      ['breast cancer in men', 'male-breast'],
    ]);
  });

  describe('in phrases that only look like a cancer', () => {
    names([
      ['moon in cancer'],
      ['my star sign is cancer'],
      ['brain fog'],
      ['breast pain'],
      ['kidney stones'],
      ['a lump in my breast'],
      ['a benign tumour'],
    ]);
  });

  describe('in an answer of a word or two', () => {
    names([
      ['breast', 'breast'],
      ['prostate please', 'prostate'],
    ]);
  });
});

describe('a cancer that is denied', () => {
  it('is told apart from the one that is meant', () => {
    expect(read('it is lung cancer, not breast cancer')).to.deep.include({ types: ['lung'], negated: ['breast'] });
    expect(read('breast cancer was ruled out')).to.deep.include({ types: [], negated: ['breast'] });
  });

  it('is denied in its own sentence only', () => {
    expect(read('I hope not. Breast cancer?').types).to.deep.equal(['breast']);
  });

  it('is not denied by "not only" and "not sure"', () => {
    expect(read('not only breast cancer but ovarian').types).to.deep.equal(['breast', 'ovarian']);
    expect(read('not sure if it is lung cancer').types).to.deep.equal(['lung']);
  });
});

describe('names of cancers', () => {
  const type = (id: string, ...names: string[]) => {
    const made = makeCancerType({ id });
    return { ...made, words: { en: { ...made.words.en!, names } } };
  };

  it('are told where they stand under two types, however they are written', () => {
    const faults = faultsOfSharedNames([type('a', 'Sézary disease', 'one'), type('b', 'sezary  disease', 'two')], 'en');
    expect(faults.map(({ place }) => place)).to.include('b, "sezary  disease"');
    expect(faultsOfSharedNames([type('a', 'one', 'one'), type('b', 'two')], 'en')).to.deep.equal([]);
  });

  it('stand under one type each in the data', () => {
    for (const language of LANGUAGES) {
      const types = withNames(DATA_FOLDER, language, guide.directory.cancerTypes);
      expect(faultsOfSharedNames(types, language), language).to.deep.equal([]);
    }
  });
});

describe('the place of a cancer in the text', () => {
  it('covers its part of the body', () => {
    expect(read('who helps with cancer of the bowel').mentions).to.deep.equal([
      { start: 3, end: 7, types: ['colorectal'], bySite: true },
    ]);
  });
});
