import { expect } from 'chai';
import { type Entry, Gazetteer } from '../../src/understanding/gazetteer.ts';
import { tokenize } from '../../src/understanding/tokens.ts';

function find(text: string, entries: Entry<string>[], ordinary: string[] = []) {
  return new Gazetteer(entries, (word) => ordinary.includes(word)).find(tokenize(text));
}

const cancers: Entry<string>[] = [
  { phrase: 'cancer', value: 'cancer' },
  { phrase: 'breast cancer', value: 'breast' },
  { phrase: 'inflammatory breast cancer', value: 'inflammatory' },
  { phrase: 'GISTS', value: 'gist', exact: true },
  { phrase: 'Hodgkin’s lymphoma', value: 'hodgkin' },
];
const valuesIn = (text: string, ordinary: string[] = []): string[] =>
  find(text, cancers, ordinary).flatMap((mention) => mention.values);

describe('phrases of a gazetteer', () => {
  it('are found with their place, whatever their case', () => {
    expect(find('My BREAST cancer', cancers)).to.deep.equal([
      { start: 1, end: 3, values: ['breast'], phrase: 'breast cancer', errors: 0 },
    ]);
  });

  it('are taken at their longest', () => {
    expect(valuesIn('inflammatory breast cancer')).to.deep.equal(['inflammatory']);
    expect(valuesIn('inflammatory cancer')).to.deep.equal(['cancer']);
  });

  it('are found one after the other, none in another', () => {
    expect(valuesIn('breast cancer and hodgkins lymphoma or cancer')).to.deep.equal(['breast', 'hodgkin', 'cancer']);
  });

  it('forgive a typing error in each word, and count the words', () => {
    const [mention] = find('braest cancr', cancers);
    expect(mention).to.include({ phrase: 'breast cancer', errors: 2 });
  });

  it('are found in the plural', () => {
    expect(valuesIn('breast cancers')).to.deep.equal(['breast']);
    expect(find('colons', [{ phrase: 'colon', value: 'colon' }], ['colons'])).to.have.length(1);
  });

  it('forgive nothing where they are exact', () => {
    expect(valuesIn('gists')).to.deep.equal(['gist']);
    expect(valuesIn('gistz')).to.deep.equal([]);
  });

  it('are never seen in an ordinary word', () => {
    expect(valuesIn('dancer')).to.deep.equal([]);
    expect(valuesIn('cancel')).to.deep.equal(['cancer']);
    expect(valuesIn('cancel', ['cancel'])).to.deep.equal([]);
  });

  it('do not reach over the end of a sentence', () => {
    expect(valuesIn('I hurt my breast. Cancer?')).to.deep.equal(['cancer']);
  });

  it('may stand for several values, each given once', () => {
    const entries = [
      { phrase: 'blood cancer', value: 'leukaemia' },
      { phrase: 'Blood cancer', value: 'lymphoma' },
      { phrase: 'blood cancer', value: 'leukaemia' },
    ];
    expect(find('blood cancer', entries)[0]?.values).to.deep.equal(['leukaemia', 'lymphoma']);
  });

  it('prefer the spelling that is right', () => {
    const entries = [
      { phrase: 'colon', value: 'colon' },
      { phrase: 'colons', value: 'other' },
    ];
    expect(find('colons', entries)[0]?.values).to.deep.equal(['other']);
  });

  it('are none where nothing can be compared', () => {
    expect(find('cancer', [{ phrase: '…', value: 'nothing' }])).to.deep.equal([]);
    expect(find('', cancers)).to.deep.equal([]);
  });
});
