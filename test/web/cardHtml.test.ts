import { expect } from 'chai';
import { buildCard, heading, labelled, paragraph, remark } from '../../src/cards/adaptiveCard.ts';
import { linkPattern } from '../../src/web/browser/textParts.ts';
import { cardHtml } from '../../src/web/server/cardHtml.ts';

const STYLE = { newTab: 'opens in a new tab', pattern: linkPattern(['0800 420 30 40', '112']) };
const open = (url: string, title = 'View website') => ({ type: 'Action.OpenUrl', title, url }) as const;
const htmlOf = (...[body, actions = []]: [Parameters<typeof buildCard>[1], Parameters<typeof buildCard>[2]?]): string =>
  cardHtml(buildCard('en', body, actions, 'text').card, STYLE).toString();

describe('a card as plain HTML', () => {
  it('has its name as a heading, its lines as paragraphs and its actions as links', () => {
    const html = htmlOf(
      [heading('Lung Ireland'), paragraph('It helps.'), labelled('For', 'lung cancer'), remark('Not checked.')],
      [open('https://example.org/')],
    );
    expect(html).to.equal(`<article class="card">
<h3>Lung Ireland</h3>
<p>It helps.</p>
<p><strong>For: </strong>lung cancer</p>
<p><span class="remark">Not checked.</span></p>
<ul class="links"><li><a href="https://example.org/" rel="noopener noreferrer" target="_blank">View website <span class="new-tab">(opens in a new tab)</span></a></li></ul>
</article>`);
  });

  it('lets a known phone number be called', () => {
    expect(htmlOf([labelled('Phone', '0800 420 30 40 (Germany)')])).to.include(
      '<a href="tel:08004203040" rel="noopener noreferrer">0800 420 30 40</a> (Germany)',
    );
  });

  it('shows markup as text', () => {
    const html = htmlOf([paragraph('<script>x</script>"')], [open('https://example.org/"onclick="x', '<b>x</b>')]);
    expect(html).not.to.match(/<script|<b>|"onclick/);
  });

  for (const address of ['javascript:x', 'data:text/html,x', 'http://example.org/', '//example.org/', 'mailto:a@b.c'])
    it(`makes no link of ${address}`, () => {
      const { card } = buildCard('en', [heading('x')], [], 'x');
      const body = [{ type: 'ActionSet', actions: [open(address)] }] as const;
      expect(cardHtml({ ...card, body }, STYLE).toString()).not.to.include('<a ');
    });
});
