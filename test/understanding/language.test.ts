import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { commonWords } from '../../src/understanding/commonWords.ts';
import { createTellLanguage, languagesFile } from '../../src/understanding/tellLanguage.ts';
import { LANGUAGES, type Language, languageOfLocale } from '../../src/words/languages.ts';
import { guide } from '../conversation.ts';

const UNKNOWN = { talk: null, locale: null } as const;

describe('the language of an utterance', () => {
  const cases: [string, Language][] = [
    ['who can help my mother with her illness', 'en'],
    ['bowel cancer', 'en'],
    ['Ich brauche Hilfe', 'de'],
    ['danke schön für die hilfe', 'de'],
    ["j'ai un cancer du sein", 'fr'],
    ['ma mere a un lymphome et nous avons besoin d aide', 'fr'],
    ['grazie mille per il vostro aiuto', 'it'],
    ['muchas gracias por toda su ayuda', 'es'],
    ['preciso de ajuda para o meu pai', 'pt'],
    ['mijn moeder heeft borstkanker', 'nl'],
    ['gdzie znajdę pomoc dla mamy', 'pl'],
    ['gdzie znajde pomoc dla mamy', 'pl'],
    ['who can help my mum, she lives in Österreich', 'en'],
    ['ho bisogno di aiuto per un merkel cell carcinoma', 'it'],
  ];
  for (const [text, language] of cases)
    it(`is ${language} for "${text}"`, () =>
      expect(guide.languages.tell(text, UNKNOWN)).to.deep.equal({ language, foreign: null, asked: false }));

  it('is that of the talk, then of the channel, then English, where there is no word', () => {
    for (const text of ['', '112', '??', '🙏']) {
      expect(guide.languages.tell(text, { talk: 'it', locale: 'de' }).language, text).to.equal('it');
      expect(guide.languages.tell(text, { talk: null, locale: 'de' }).language, text).to.equal('de');
      expect(guide.languages.tell(text, UNKNOWN).language, text).to.equal('en');
    }
  });

  it('is that of the talk or the channel where a word may be of several', () => {
    expect(guide.languages.tell('melanoma', { talk: 'es', locale: null }).language).to.equal('es');
    expect(guide.languages.tell('melanoma', { talk: null, locale: 'pt' }).language).to.equal('pt');
  });

  it('is that of the talk where only a place or a misspelt cancer follows', () => {
    expect(guide.languages.tell('Nederland', { talk: 'nl', locale: null }).language).to.equal('nl');
    expect(guide.languages.tell('in Austria', { talk: 'it', locale: null }).language).to.equal('it');
    expect(guide.languages.tell('brustkreps in wien', { talk: 'de', locale: 'de' }).language).to.equal('de');
    expect(guide.languages.tell('cancro da mama', { talk: null, locale: 'pt' }).language).to.equal('pt');
  });

  it('changes in the middle of a talk', () => {
    expect(guide.languages.tell('und gibt es das auch in der Schweiz', { talk: 'en', locale: 'en' }).language).to.equal(
      'de',
    );
    expect(guide.languages.tell('is there anything in Ireland', { talk: 'de', locale: 'de' }).language).to.equal('en');
  });

  it('is told where it is none of ours, and the answer comes in the usual one', () => {
    for (const [text, foreign] of [
      ['мой отец болен раком и нам нужна помощь', 'ru'],
      ['hol találok segítséget az édesanyámnak', 'hu'],
      ['min mamma är väldigt sjuk och behöver hjälp', 'sv'],
    ] as const) {
      expect(guide.languages.tell(text, UNKNOWN)).to.deep.equal({ language: 'en', foreign, asked: false });
      expect(guide.languages.tell(text, { talk: 'fr', locale: null }).language).to.equal('fr');
    }
  });

  it('is asked for by its name, in any language', () => {
    const wishes: [string, Language][] = [
      ['in German please', 'de'],
      ['auf Deutsch bitte', 'de'],
      ['Parlez-vous français ?', 'fr'],
      ['en español', 'es'],
      ['Czy można po polsku?', 'pl'],
      ['ENGLISH', 'en'],
    ];
    for (const [text, language] of wishes)
      expect(guide.languages.tell(text, UNKNOWN), text).to.deep.equal({ language, foreign: null, asked: true });
    expect(guide.languages.tell('a German charity for breast cancer', UNKNOWN).asked).to.equal(false);
  });
});

describe('the words that only one language has', () => {
  const file = languagesFile.parse(
    JSON.parse(readFileSync(new URL('../../data/languages.json', import.meta.url), 'utf8')),
  );
  const words: Partial<Record<Language, string[]>> = { de: ['ja', 'gut', 'haus'], nl: ['ja', 'goed', 'huis'] };
  const tell = createTellLanguage(
    file,
    (word) => LANGUAGES.filter((language) => words[language]?.includes(word)),
    (word) => (word === 'longkanker' ? ['nl'] : []),
  );

  it('outweigh those that several have', () => {
    expect(tell('ja gut', UNKNOWN).language).to.equal('de');
    expect(tell('ja goed', UNKNOWN).language).to.equal('nl');
  });

  it('are looked for among the names of cancers where common words leave a doubt', () => {
    expect(tell('ja longkanker', UNKNOWN).language).to.equal('nl');
  });
});

describe('the common words of a language', () => {
  it('are thousands, folded, for each that we speak', () => {
    for (const language of LANGUAGES) {
      const words = commonWords(language);
      expect(words.size, language).to.be.greaterThan(5000);
      expect(words.has(''), language).to.equal(false);
    }
    expect(commonWords('de').has('fur')).to.equal(true);
    expect(commonWords('en').has('reading')).to.equal(true);
  });
});

describe('a locale', () => {
  it('gives its language where we speak it', () => {
    expect(['de-AT', 'pt_BR', 'EN', 'hu', '', null].map(languageOfLocale)).to.deep.equal([
      'de',
      'pt',
      'en',
      null,
      null,
      null,
    ]);
  });
});
