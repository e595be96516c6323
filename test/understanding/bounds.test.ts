import { expect } from 'chai';
import { hear } from '../../dialogs/hear.ts';
import { NEW_TALK } from '../../dialogs/talk.ts';
import { wordsOf } from '../../src/channels/teams/words.ts';
import { isReadWhole, readablePart, readWords } from '../../src/understanding/reading.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { guide } from '../conversation.ts';

/** One character that normalising makes 18 of. */
const EXPANDING = '\ufdfa';
const filled = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const prose = filled('My mother was told last week that she has cancer and we do not know whom to ask… ', 4000);

describe('what is read of a message', () => {
  it('is no more than 4,000 characters and 900 words after normalising', () => {
    for (const text of [EXPANDING, `${EXPANDING} `, '㎖ ', 'i ', '１ ', 'x']) {
      expect(readablePart(filled(text, 4000)).normalize('NFKC').length, text).to.be.at.most(4500);
      expect(readWords(filled(text, 20_000)).length, text).to.be.at.most(900);
    }
  });

  it('is all of 4,000 characters of prose', () => {
    expect(readablePart(prose)).to.equal(prose);
    expect(isReadWhole(prose)).to.equal(true);
  });

  it('is told not to be all where the words or the characters are too many', () => {
    expect(isReadWhole(filled(EXPANDING, 4000))).to.equal(false);
    expect(isReadWhole(filled('i ', 4000))).to.equal(false);
    expect(isReadWhole(`${prose}x`)).to.equal(false);
  });

  it('holds a danger at the very end, whatever stands before it', () => {
    for (const before of [EXPANDING, `${EXPANDING} `, 'i ', 'x '])
      expect(guide.understand(`${filled(before, 3900)}. I want to kill myself`).safety.class, before).to.equal(
        'crisis',
      );
  });

  it('joins no phrase over what is left out', () => {
    const words = readWords(`${filled('i ', 900)}want to ${filled('i ', 2000)}die ${filled('i ', 900)}`);
    expect(words[450]!.sentence).to.be.greaterThan(words[449]!.sentence);
  });

  it('throws in no language', () => {
    for (const locale of LANGUAGES)
      for (const text of [EXPANDING, 'i ', '\u0301', '\ud83d', '<at>', '\u200b'])
        expect(() => hear(filled(text, 20_000), NEW_TALK, locale, guide)).not.to.throw();
  });
});

describe('the text of a message of Teams', () => {
  it('costs less than four times as much where it is twice as long, whatever mentions stay open', () => {
    const time = (length: number): number => {
      const taken = Array.from({ length: 9 }, () => {
        const start = performance.now();
        wordsOf({ text: filled('<at ', length) });
        wordsOf({ text: filled('<at>', length) });
        return performance.now() - start;
      });
      return Math.min(...taken);
    };
    time(13_000);
    expect(time(26_000)).to.be.below(4 * time(13_000) + 1);
  });

  it('loses each mention, and what stands between stays', () => {
    expect(wordsOf({ text: '<at>Ann</at> breast <at id="1">Bo <b>C</b></at>cancer' })).to.equal('breast cancer');
  });

  it('holds a danger at the end of 20,000 characters', () => {
    const text = wordsOf({ text: `<at>Guide</at> ${filled('the list is here and ', 20_000)}. I want to kill myself` });
    expect(hear(text, NEW_TALK, 'en', guide).understanding.safety.class).to.equal('crisis');
  });
});
