import { expect } from 'chai';
import { linkPattern, textParts } from '../../src/web/browser/textParts.ts';
import { phoneNumbers } from '../../src/web/server/phoneNumbers.ts';
import { guide } from '../conversation.ts';

const pattern = linkPattern(phoneNumbers(guide.directory));
const linksOf = (text: string): (string | null)[] =>
  textParts(text, pattern).flatMap(({ href }) => (href === null ? [] : [href]));

describe('the links in a text', () => {
  const texts: [string, string[]][] = [
    ['In an emergency, call 112.', ['tel:112']],
    ['999 is the number in the United Kingdom.', ['tel:999']],
    ['Samaritans: 116 123 (day and night)', ['tel:116123']],
    ['Phone: 1-800-227-2345 (the United States)', ['tel:18002272345']],
    ['Write here: https://chat.example.org/a?b=1.', ['https://chat.example.org/a?b=1']],
    ['(https://example.org/)', ['https://example.org/']],
    ['Text HOME to 741741.', []],
    ['It began in 1121, on 2019-112 and in room x112.', []],
    ['112.5 and 1,112', []],
    ['http://example.org/ javascript:alert(1) data:text/html,x', []],
    ['xhttps://example.org/', []],
    ['', []],
  ];
  for (const [text, links] of texts)
    it(`of "${text}" are ${links.join(', ') || 'none'}`, () => {
      expect(linksOf(text)).to.deep.equal(links);
      expect(
        textParts(text, pattern)
          .map((part) => part.text)
          .join(''),
      ).to.equal(text);
    });

  it('know every number that the bot may name, save those that are texted', () => {
    const known = phoneNumbers(guide.directory);
    expect(known).to.include.members(['112', '116 123', '0800 420 30 40']);
    for (const number of known) expect(number).to.match(/^\+?[\d ()/-]+$/);
  });
});
