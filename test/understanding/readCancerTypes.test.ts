import { expect } from 'chai';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { readCancerTypes, withNames } from '../../src/understanding/cancer/names.ts';
import { loadReaders } from '../../src/understanding/loadUnderstanding.ts';
import { LANGUAGES } from '../../src/words/languages.ts';

describe('the names of cancers, as training reads them', () => {
  const types = readCancerTypes(DATA_FOLDER);
  for (const language of LANGUAGES) {
    it(`are whole where the file leaves out what is usual: ${language}`, () => {
      const named = withNames(DATA_FOLDER, language, types);
      for (const { id, words } of named)
        expect(words[language], id).to.include.keys('names', 'lay', 'sites', 'ambiguous');
      expect(loadReaders(DATA_FOLDER, language, named, () => []).language).to.equal(language);
    });
  }
});
