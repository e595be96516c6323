import { expect } from 'chai';
import { MOST_ASKED, readHello, readOrder } from '../../../src/web/embed/messages.ts';
import { readOptions } from '../../../src/web/embed/options.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';

const read = (data: Record<string, string>, tongues: string[] = ['en']) => readOptions(data, tongues, LANGUAGES);

describe('the options of the launcher', () => {
  it('are not needed', () => {
    expect(read({})).to.deep.equal({
      language: 'en',
      corner: 'right',
      title: null,
      wish: { scheme: null, colours: [] },
    });
  });

  it('take the language of the option, of the page, of the browser, and else English', () => {
    expect(read({ language: 'pl' }, ['de']).language).to.equal('pl');
    expect(read({}, ['de-CH', 'fr']).language).to.equal('de');
    expect(read({ language: 'da' }, ['', 'sv', 'pt_BR', 'es']).language).to.equal('pt');
    expect(read({ language: '../x' }, ['da']).language).to.equal('en');
    expect(read({ language: 'constructor' }, ['__proto__']).language).to.equal('en');
  });

  it('take colours, light and dark, and a corner, and nothing else', () => {
    expect(read({ theme: 'dark #0F5b5a, #fff #222222', corner: 'left' })).to.deep.include({
      corner: 'left',
      wish: { scheme: 'dark', colours: ['#0F5b5a', '#222222'] },
    });
    expect(read({ theme: 'red;}*{} url(x) #12345g', corner: 'top' })).to.deep.include({
      corner: 'right',
      wish: { scheme: null, colours: [] },
    });
    expect(read({ title: ` ${'x'.repeat(100)}` }).title).to.have.length(60);
  });
});

describe('a message to the chat', () => {
  it('is read where it has the right shape', () => {
    expect(readHello({ supportChat: 1, wish: { scheme: 'light', colours: ['#123456'] } })).to.deep.equal({
      scheme: 'light',
      colours: ['#123456'],
    });
    expect(readOrder({ kind: 'focus', more: 1 })).to.deep.equal({ kind: 'focus' });
    expect(readOrder({ kind: 'ask', text: 'a', to: 'b' })).to.deep.equal({ kind: 'ask', text: 'a' });
  });

  it('is left aside where it has not', () => {
    for (const wrong of [null, undefined, 1, 'x', [], {}, { supportChat: '1', wish: {} }, { supportChat: 1 }])
      expect(readHello(wrong)).to.equal(null);
    expect(readHello({ supportChat: 1, wish: { scheme: 'x', colours: ['red'] } })).to.deep.equal({
      scheme: null,
      colours: [],
    });
    for (const wrong of [null, 7, [], { kind: 'read' }, { kind: 'ask' }, { kind: 'ask', text: 7 }])
      expect(readOrder(wrong)).to.equal(null);
    for (const text of ['', '  ', 'a'.repeat(MOST_ASKED + 1)]) expect(readOrder({ kind: 'ask', text })).to.equal(null);
  });
});
