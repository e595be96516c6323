import { expect } from 'chai';
import { commonWords, createLanguage } from '../../src/understanding/language.ts';
import { tokenize } from '../../src/understanding/tokens.ts';
import { guide } from '../conversation.ts';

describe('the language of an utterance', () => {
  const languageOf = (text: string): string | null => guide.reader.read(text).language;

  const cases: [string, string][] = [
    ['who can help my mother with her illness', 'en'],
    ['bowel cancer', 'en'],
    ['Ich brauche Hilfe', 'de'],
    ['danke schön für die hilfe', 'de'],
    ["j'ai un cancer du sein", 'fr'],
    ['grazie mille per il vostro aiuto', 'it'],
    ['muchas gracias por toda su ayuda', 'es'],
    ['мой отец болен раком', 'ru'],
    ['who can help my mum, she lives in Österreich', 'en'],
  ];
  for (const [text, language] of cases)
    it(`is ${language} for "${text}"`, () => expect(languageOf(text)).to.equal(language));

  it('is unknown where there is no word', () => {
    for (const text of ['', '112', '??', '🙏']) expect(languageOf(text), text).to.equal(null);
  });
});

describe('the words that we know', () => {
  const ours = createLanguage({ en: (word) => ['ich', 'brauche', 'dringend'].includes(word) });
  const languageOf = (text: string, ...named: number[]): string | null => ours(text, tokenize(text), new Set(named));

  it('outweigh the detector from seven in ten on', () => {
    expect(languageOf('ich brauche dringend hilfe')).to.equal('en');
    expect(languageOf('ich brauche dringend ihre hilfe')).to.equal('de');
  });

  it('include names, which belong to every language', () => {
    expect(languageOf('ich brauche dringend ihre hilfe', 3)).to.equal('en');
  });

  it('alone tell the language of one or two words', () => {
    expect(languageOf('ich weiss')).to.equal('en');
    expect(languageOf('vielen dank')).to.equal(null);
  });

  it('count in one of several languages', () => {
    const both = createLanguage({ en: (word) => word === 'help', de: (word) => word === 'hilfe' });
    expect(both('hilfe', tokenize('hilfe'), new Set())).to.equal('de');
    expect(both('help', tokenize('help'), new Set())).to.equal('en');
  });
});

describe('the common words of a language', () => {
  it('are thousands, in lower case', () => {
    const words = commonWords('en');
    expect(words.size).to.be.greaterThan(5000);
    expect(words.has('reading')).to.equal(true);
    expect(words.has('')).to.equal(false);
  });

  it('are missing for a language without a list', () => {
    expect(() => commonWords('tlh')).to.throw(RangeError, /"tlh"/);
  });
});
