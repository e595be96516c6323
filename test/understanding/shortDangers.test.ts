// A short sentence of danger interrupts by a rule with a reason; a short harmless one never does.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Safety } from '../../src/understanding/understanding.ts';
import { LANGUAGES, type Language } from '../../src/words/languages.ts';
import { guide } from '../conversation.ts';

type Kind = 'crisis' | 'emergency' | 'harmless';

const sentences: Readonly<Record<Language, Readonly<Record<Kind, readonly string[]>>>> = JSON.parse(
  readFileSync(new URL('shortDangers.json', import.meta.url), 'utf8'),
);

/** So much of the short sentences of danger must be certain in each language, the rest at least possible. */
const LEAST_CERTAIN = 0.85;
/** So many of the harmless ones of a language may be held for a possible danger by a rule. */
const MOST_POSSIBLE = 1;

const isDanger = (safety: Safety): boolean => safety.class === 'crisis' || safety.class === 'emergency';
const isInterruption = (safety: Safety): boolean => isDanger(safety) && safety.certain;

for (const language of LANGUAGES) {
  describe(`short sentences in ${language}`, () => {
    const those = (kind: Kind, fits: (safety: Safety) => boolean): string[] =>
      sentences[language][kind].filter((text) => fits(guide.languages.guide(language).understand(text).safety));

    for (const kind of ['crisis', 'emergency'] as const) {
      it(`of ${kind}: each is at least a possible danger`, () => {
        expect(those(kind, (safety) => !isDanger(safety))).to.deep.equal([]);
      });

      it(`of ${kind}: nearly all interrupt`, () => {
        const calm = those(kind, (safety) => !isInterruption(safety));
        const most = sentences[language][kind].length * (1 - LEAST_CERTAIN);
        expect(calm.length, calm.join(' | ')).to.be.at.most(most);
      });
    }

    it('that are harmless never interrupt', () => {
      expect(those('harmless', isInterruption)).to.deep.equal([]);
    });

    // What the classifier alone believes of them only adds a number beside the answer.
    it('that are harmless are hardly ever held for a danger by a rule', () => {
      const held = those('harmless', (safety) => isDanger(safety) && safety.rule !== 'classifier');
      expect(held.length, held.join(' | ')).to.be.at.most(MOST_POSSIBLE);
    });
  });
}
