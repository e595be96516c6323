import { expect } from 'chai';
import { PhraseError } from '../../src/understanding/safety/phrase.ts';
import type { SafetyClass, SafetyFile } from '../../src/understanding/safety/rules.ts';
import { createSafety, foldLongForms } from '../../src/understanding/safety/safety.ts';
import { tokenize } from '../../src/understanding/tokens.ts';

type Rule = SafetyFile['rules'][number];

function rule(id: string, phrases: string[], fields: Partial<Rule> = {}): Rule {
  return { id, level: 'certain', reason: 'It is a test.', phrases, unless: [], ...fields };
}

const SHORT_FORMS = new Map([
  ['do not', 'dont'],
  ['cannot', 'cant'],
]);

/** The ids of the rules that find something, the gravest first. */
function assess(text: string, rules: Partial<Record<SafetyClass, Rule[]>>, sets: SafetyFile['sets'] = {}) {
  const file = (safetyClass: SafetyClass): SafetyFile => ({ sets, rules: rules[safetyClass] ?? [] });
  const safety = createSafety(
    { crisis: file('crisis'), emergency: file('emergency'), 'medical-advice': file('medical-advice') },
    SHORT_FORMS,
    () => false,
  );
  return safety(tokenize(text));
}
const idsIn = (...input: Parameters<typeof assess>): string[] => assess(...input).map((finding) => finding.rule);

describe('what is found of danger', () => {
  it('tells its class, its rule, whether it is certain, and the words', () => {
    expect(assess('I have pain now', { emergency: [rule('pain', ['pain ... now'])] })[0]).to.include({
      class: 'emergency',
      certain: true,
      rule: 'pain',
      words: 'pain now',
    });
    expect(assess('pain', { crisis: [rule('pain', ['pain'], { level: 'possible' })] })[0]).to.include({
      certain: false,
    });
  });

  it('is nothing where no phrase matches', () => {
    expect(idsIn('hello', { crisis: [rule('pain', ['pain'])] })).to.deep.equal([]);
    expect(idsIn('', { crisis: [rule('pain', ['pain'])] })).to.deep.equal([]);
  });

  it('is told once for each rule', () => {
    expect(idsIn('pain and ache', { crisis: [rule('pain', ['pain', 'ache'])] })).to.deep.equal(['pain']);
  });

  it('comes in the order of how grave it is', () => {
    const possible = { level: 'possible' } as const;
    expect(
      idsIn('pain', {
        'medical-advice': [rule('advice', ['pain'])],
        emergency: [rule('emergency-possible', ['pain'], possible), rule('emergency', ['pain'])],
        crisis: [rule('crisis-possible', ['pain'], possible), rule('crisis', ['pain'])],
      }),
    ).to.deep.equal(['crisis', 'emergency', 'crisis-possible', 'emergency-possible', 'advice']);
  });

  it('tells whether it is the danger of somebody else', () => {
    const rules = { crisis: [rule('his', ['he'], { about: 'other' }), rule('mine', ['me'])] };
    expect(assess('he', rules)[0]?.ofOther).to.equal(true);
    expect(assess('me', rules)[0]?.ofOther).to.equal(false);
  });
});

describe('an excuse ("unless")', () => {
  const rules = {
    emergency: [rule('fever', ['fever'], { unless: ['hay ... fever'] }), rule('heat', ['fever'])],
  };

  it('takes its rule out, and no other', () => {
    expect(idsIn('I have fever', rules)).to.have.members(['fever', 'heat']);
    expect(idsIn('I have hay fever', rules)).to.deep.equal(['heat']);
  });

  it('counts anywhere in the message', () => {
    expect(idsIn('I have fever. It is only hay fever.', rules)).to.deep.equal(['heat']);
  });

  it('is no finding by itself', () => {
    expect(idsIn('hay', { crisis: [rule('pain', ['pain'], { unless: ['hay'] })] })).to.deep.equal([]);
  });
});

describe('the phrases of a file', () => {
  it('use the sets of words of that file', () => {
    const sets = { who: ['my mum', 'my dad'] };
    expect(idsIn('my dad is blue', { emergency: [rule('blue', ['<who> is blue'])] }, sets)).to.deep.equal(['blue']);
  });

  it('match long forms as short ones', () => {
    const rules = { crisis: [rule('breathe', ['i (cant|dont) breathe'])] };
    for (const text of ["I can't breathe", 'I cannot breathe', 'I do not breathe'])
      expect(idsIn(text, rules), text).to.deep.equal(['breathe']);
  });

  it('are refused where they cannot be read', () => {
    expect(() => idsIn('', { crisis: [rule('a', ['(a'])] })).to.throw(PhraseError, /"\(a"/);
  });
});

describe('long forms', () => {
  it('are folded, with the sentence of their first word', () => {
    expect(foldLongForms(tokenize('Help! I do not and cannot'), SHORT_FORMS)).to.deep.equal([
      { word: 'help', sentence: 0 },
      { word: 'i', sentence: 1 },
      { word: 'dont', sentence: 1 },
      { word: 'and', sentence: 1 },
      { word: 'cant', sentence: 1 },
    ]);
  });
});
