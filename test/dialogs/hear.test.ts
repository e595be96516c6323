import { expect } from 'chai';
import type { Guide } from '../../dialogs/guide.ts';
import { hear } from '../../dialogs/hear.ts';
import { NEW_TALK } from '../../dialogs/talk.ts';
import type { Safety } from '../../src/understanding/understanding.ts';
import { guide } from '../conversation.ts';

const SPANISH = { ...NEW_TALK, language: 'es' as const };

/** The guide in English, which hears this danger in every text. */
const hearing = (safety: Safety): Guide => ({
  ...guide,
  tellsDanger: () => true,
  understand: (...told) => ({ ...guide.understand(...told), safety }),
});

describe('a message in a talk in Spanish', () => {
  it('is heard in English where an English phrase of the rules tells a danger', () => {
    const heard = hear('i want to die', SPANISH, null, guide);
    expect(heard.guide.language).to.equal('en');
    expect(heard.understanding.safety).to.include({ class: 'crisis', certain: true });
  });

  it('stays Spanish where only the English classifier takes it for a danger', () => {
    const byClassifier = { class: 'crisis', certain: true, ofOther: false, urgent: false, rule: 'classifier' } as const;
    expect(hear('Noruega', SPANISH, null, hearing(byClassifier)).guide.language).to.equal('es');
    expect(hear('Noruega', SPANISH, null, hearing({ ...byClassifier, rule: 'phrase' })).guide.language).to.equal('en');
  });

  it('stays Spanish where the English danger is not certain', () => {
    const possible = { class: 'crisis', certain: false, ofOther: false, urgent: false, rule: 'phrase' } as const;
    expect(hear('Noruega', SPANISH, null, hearing(possible)).guide.language).to.equal('es');
  });

  it('that tells a danger in Spanish is answered in Spanish', () => {
    const heard = hear('quiero morir', SPANISH, null, guide);
    expect(heard.guide.language).to.equal('es');
    expect(heard.understanding.safety.class).to.equal('crisis');
  });
});
