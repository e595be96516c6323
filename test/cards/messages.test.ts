import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { DataError } from '../../src/dataFiles/dataFile.ts';
import { loadMessages, type MessageKey } from '../../src/words/messages.ts';

const PLACE = '{code, select, NL {the {name}} other {{name}}}';

function messagesOf(texts: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'messages-'));
  mkdirSync(join(folder, 'en'));
  writeFileSync(join(folder, 'en/messages.json'), JSON.stringify(texts));
  return loadMessages(folder, 'en');
}
const key = (text: string): MessageKey => text as MessageKey;

describe('a sentence of the bot', () => {
  it('is said with its places filled in', () => {
    const { say } = messagesOf({ hello: 'Hello {name}, {count, plural, one {# group} other {# groups}}.' });
    expect(say(key('hello'), { name: 'Ann', count: 1 })).to.equal('Hello Ann, 1 group.');
    expect(say(key('hello'), { name: 'Bob', count: 3 })).to.equal('Hello Bob, 3 groups.');
  });

  it('leaves tags and markdown as they are', () => {
    expect(messagesOf({ a: 'See <b>{x}</b>' }).say(key('a'), { x: '<i>' })).to.equal('See <b><i></b>');
  });

  it('that is missing is named, with its file', () => {
    expect(() => messagesOf({}).say(key('nothing'))).to.throw(RangeError, 'data/en/messages.json has no "nothing".');
  });

  it('is text: anything else in the file is a fault with its place', () => {
    expect(() => messagesOf({ good: 'x', bad: 1 })).to.throw(DataError, /en\/messages\.json, bad/);
    expect(() => loadMessages(mkdtempSync(join(tmpdir(), 'messages-')), 'en')).to.throw(
      DataError,
      /messages.json.*is missing/,
    );
  });
});

describe('a name within a sentence', () => {
  const { countryName, languageName, list } = messagesOf({ place: PLACE });

  it('is that of a country, with its article, each time', () => {
    for (const _ of [1, 2]) {
      expect(countryName('DE')).to.equal('Germany');
      expect(countryName('NL')).to.equal('the Netherlands');
    }
  });

  it('is that of a language', () => {
    for (const _ of [1, 2]) expect(languageName('de')).to.equal('German');
  });

  it('stands in a list', () => {
    expect(list(['a', 'b', 'c'])).to.match(/^a, b,? and c$/);
    expect(list([])).to.equal('');
  });
});
