import { expect } from 'chai';
import {
  buildCard,
  heading,
  isSafeAddress,
  labelled,
  MOST_ACTIONS,
  type OpenUrl,
  paragraph,
  plainLine,
  remark,
} from '../../src/cards/adaptiveCard.ts';

const open = (url: string): OpenUrl => ({ type: 'Action.OpenUrl', title: 'Go', url });

/** The addresses that the card built of these opens. */
function opened(...addresses: string[]): string[] {
  const { card } = buildCard('en', [], addresses.map(open), '');
  return card.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions.map(({ url }) => url) : []));
}

describe('an address that a card opens', () => {
  it('is https or tel', () => {
    for (const address of ['https://a.example/', 'HTTPS://A.example', 'tel:+498004203040'])
      expect(isSafeAddress(address), address).to.equal(true);
  });

  it('is nothing else', () => {
    for (const address of [
      'http://a.example/',
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'mailto:a@b.example',
      'vbscript:x',
      'msteams://x',
      '//a.example',
      '/relative',
      'https',
      '',
    ])
      expect(isSafeAddress(address), address).to.equal(false);
  });
});

describe('a card', () => {
  it('is version 1.5 in its language, and falls back to its text', () => {
    const { card, text } = buildCard('en', [paragraph('Hello')], [], 'Hello');
    expect(card).to.deep.equal({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Hello',
      body: [paragraph('Hello')],
    });
    expect(text).to.equal('Hello');
  });

  it('leaves out actions that lead nowhere safe', () => {
    expect(opened('https://a.example/', 'javascript:alert(1)', 'http://b.example/')).to.deep.equal([
      'https://a.example/',
    ]);
  });

  it('has no empty row of actions', () => {
    expect(buildCard('en', [], [open('javascript:alert(1)')], '').card.body).to.deep.equal([]);
  });

  it('has no more than six actions, counted without those left out', () => {
    const addresses = Array.from({ length: 9 }, (_, place) => `https://a.example/${place}`);
    expect(MOST_ACTIONS).to.equal(6);
    expect(opened('javascript:alert(1)', ...addresses)).to.deep.equal(addresses.slice(0, 6));
  });
});

describe('the text of a heading', () => {
  it('cannot become a link, a style or a second line', () => {
    for (const text of [
      '[Click](javascript:alert(1))',
      '**bold** _it_ `code`',
      '# Big\n## Bigger',
      '<b>tag</b>',
      '![](https://a.example/x.png)',
      'a | b\n---|---',
      '~~gone~~ \\*',
    ])
      expect(JSON.stringify(heading(text)), text).not.to.match(/\[Click\]|[*_`#<>|~]|\\n|\\\\|\]\(/);
  });

  it('keeps the letters of a name', () => {
    expect(plainLine('  Österreichische\n Krebshilfe – Group (AT) & friends ')).to.equal(
      'Österreichische Krebshilfe – Group (AT) & friends',
    );
  });
});

describe('other texts', () => {
  it('are runs, in which nothing is markdown', () => {
    const wild = '**[x](https://evil.example)**';
    for (const element of [paragraph(wild), remark(wild), labelled('For', wild), labelled(wild, 'x')]) {
      expect(element.type).to.equal('RichTextBlock');
      if (element.type === 'RichTextBlock') for (const run of element.inlines) expect(run.type).to.equal('TextRun');
    }
  });
});
