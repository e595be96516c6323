import { expect } from 'chai';
import { fold, foldPhrase, tokenize } from '../../src/understanding/tokens.ts';

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('the words of an utterance', () => {
  it('are in lower case, without accents and signs', () => {
    expect(wordsOf('Leukämie – Più INFORMATION, please!')).to.deep.equal(['leukamie', 'piu', 'information', 'please']);
  });

  it('keep no apostrophe, whichever one is typed', () => {
    for (const apostrophe of ["'", '’', 'ʼ', '`', '´'])
      expect(wordsOf(`Hodgkin${apostrophe}s`), apostrophe).to.deep.equal(['hodgkins']);
  });

  it('are kept as they were typed, too', () => {
    expect(tokenize('she has ALL').map((token) => token.raw)).to.deep.equal(['she', 'has', 'ALL']);
  });

  it('keep the point or the comma inside a number only', () => {
    expect(wordsOf('it is 38.4, or 38,9.')).to.deep.equal(['it', 'is', '38.4', 'or', '38,9']);
    expect(wordsOf('help.me')).to.deep.equal(['help', 'me']);
  });

  it('are parted at hyphens and slashes', () => {
    expect(wordsOf('non-hodgkin/lymphoma')).to.deep.equal(['non', 'hodgkin', 'lymphoma']);
  });

  it('hold letters of every script', () => {
    expect(wordsOf('рак груди')).to.deep.equal(['рак', 'груди']);
    expect(wordsOf('سرطان الثدي')).to.have.length(2);
  });

  it('are none where there is no letter and no digit', () => {
    for (const text of ['', '   \n\t', '?!…', '🙏', '—()"']) expect(tokenize(text), text).to.deep.equal([]);
  });

  it('know the number of their sentence', () => {
    expect(tokenize('Hello! My mum is ill.. Who helps?\nThanks').map((token) => token.sentence)).to.deep.equal([
      0, 1, 1, 1, 1, 2, 2, 3,
    ]);
  });

  it('know whether a pause stands before them', () => {
    const paused = (text: string): string[] =>
      tokenize(text)
        .filter((token) => token.afterPause)
        .map((token) => token.text);
    expect(paused('not lung, breast')).to.deep.equal(['breast']);
    expect(paused('cancer - vulva (rare): help')).to.deep.equal(['vulva', 'rare', 'help']);
    expect(paused('1,000 well-known groups')).to.deep.equal([]);
  });
});

describe('a folded word', () => {
  it('has its letters without decomposition replaced', () => {
    expect(fold('Łódź')).to.equal('lodz');
    expect(fold('Ørsted')).to.equal('orsted');
    expect(fold('Straße')).to.equal('strasse');
  });

  it('is the same whether accents are typed as one sign or as two', () => {
    expect(fold('e\u0301')).to.equal(fold('\u00e9'));
  });
});

describe('a phrase of the data', () => {
  it('is folded to the same words as an utterance', () => {
    for (const phrase of ['breast cancer', 'Hodgkin’s', 'non-small cell', 'Krebshilfe Österreich', 'cancer, other'])
      expect(foldPhrase(phrase), phrase).to.deep.equal(wordsOf(phrase));
  });
});
