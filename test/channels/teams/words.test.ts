import { expect } from 'chai';
import { wordsOf } from '../../../src/channels/teams/words.ts';
import { TeamsApp } from './teams.ts';

const app = new TeamsApp();
const MOST = 20_000;
const filled = (unit: string): string => unit.repeat(Math.ceil(MOST / unit.length)).slice(0, MOST);

describe('the words of a message of Teams', () => {
  const cases: [string, string][] = [
    ['<at>Guide</at> bowel cancer', 'bowel cancer'],
    ['bowel <at id="1">Anna <b>Nowak</b></at> cancer', 'bowel cancer'],
    ['<AT>Anna</AT><at>Ben</at>lung', 'lung'],
    ['<at>Anna <at>Ben</at> lung</at>', 'lung'],
    ['a < b and <3, <at no end', 'a < b and <3, <at no end'],
    ['<at>Anna is in no mention', 'Anna is in no mention'],
    ['</at> lung <at>Anna</at>', 'lung'],
    ['<p>lung&nbsp;cancer &amp; help</p>', 'lung cancer & help'],
    ['<attachment id="1"></attachment> lung', 'lung'],
  ];
  for (const [text, words] of cases) it(`"${text}" are "${words}"`, () => expect(wordsOf({ text })).to.equal(words));

  it('of many half-open mentions are read in one pass', () => {
    for (const sign of ['<at ', '<at', '<at>', '<at>a', '</at>', '<', '<a ', '&', '&#', '<at></at', 'a<at>\n']) {
      const start = performance.now();
      wordsOf({ text: sign.repeat(200_000 / sign.length) });
      expect(performance.now() - start, sign).to.be.lessThan(500);
    }
  });

  it('have no more than so many bare names taken out', () => {
    const mention = (text: string) => ({ type: 'mention', text, mentioned: { id: '1', name: text } });
    const entities = [mention('Anna Nowak'), ...Array.from({ length: 20_000 }, (_, place) => mention(`Name ${place}`))];
    const start = performance.now();
    expect(wordsOf({ text: `Anna Nowak ${filled('lung ')}`, entities })).to.match(/^lung lung/);
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});

describe('a message of 20,000 characters in Teams', () => {
  it('is answered with the danger at its end, and says that it was not read whole', async () => {
    for (const between of ['i am very tired and sad ', '<at ', '&amp;', '\ufdfa ', '7 ']) {
      const answer = await app.say('personal', `${filled(between)}. I want to kill myself`);
      expect(answer, between).to.include('only the start and the end');
      expect(answer, between).to.match(/116 123|112/);
    }
  });

  it('of hardly any words is answered without a word about its length', async () => {
    expect(await app.say('personal', `bowel cancer ${filled('<at>Anna</at>')}`)).not.to.include('only the start');
  });

  it('may have any value beside it', async () => {
    let deep: unknown = { say: 'lung cancer' };
    for (let level = 0; level < 3000; level += 1) deep = { deep, level };
    for (const value of [deep, { say: filled('i want to die ') }, Array.from({ length: 5000 }, () => ({ say: 1 }))])
      expect(await app.say('personal', '', { value })).to.be.a('string');
  });
});
