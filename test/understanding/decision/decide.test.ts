import { expect } from 'chai';
import { decide } from '../../../src/understanding/decision/decide.ts';
import { DANGER } from '../../../src/understanding/decision/decideSafety.ts';
import { THRESHOLDS } from '../../../src/understanding/decision/thresholds.ts';
import type { Intent } from '../../../src/understanding/intents/intents.ts';
import type { Classification } from '../../../src/understanding/intents/model.ts';
import { type Known, NOTHING_KNOWN, type Understanding } from '../../../src/understanding/understanding.ts';
import { guide } from '../../conversation.ts';

/** A classifier's answer: these scores, and full coverage. */
function classified(scores: Partial<Record<Intent, number>>, coverage = 1): Classification {
  const [best, second] = Object.entries(scores).sort(([, a], [, b]) => b - a) as [Intent, number][];
  return {
    intent: best![0],
    score: best![1],
    runnerUp: second?.[0] ?? 'help',
    runnerUpScore: second?.[1] ?? 0,
    coverage,
    scores,
  };
}

/** What the words mean where the classifier gives these scores. */
function meaning(
  text: string,
  scores: Partial<Record<Intent, number>>,
  fields: { known?: Partial<Known>; coverage?: number } = {},
): Understanding {
  const known = { ...NOTHING_KNOWN, ...fields.known };
  return decide(guide.reader.read(text), classified(scores, fields.coverage), known);
}
const afterHelp = { known: { intent: 'find_organisation', cancerTypes: ['prostate'] } } as const;

describe('the intent', () => {
  it('is the one that the classifier is sure of', () => {
    expect(meaning('we need money', { financial_practical: 0.8 })).to.include({
      intent: 'financial_practical',
      sure: true,
      topic: 'financial-practical',
    });
  });

  it('is not sure below the threshold', () => {
    expect(meaning('can somebody tell me', { help: THRESHOLDS.sure - 0.01, thanks: 0.2 }).sure).to.equal(false);
    expect(meaning('can somebody tell me', { help: THRESHOLDS.sure, thanks: 0.2 }).sure).to.equal(true);
  });

  it('is that of a command, whatever the classifier says', () => {
    expect(meaning('more', { goodbye: 0.9 })).to.include({ intent: 'browse_directory', command: 'more', score: 1 });
  });

  it('is for an organisation that stands alone', () => {
    expect(meaning('do you know macmillan', { greeting: 0.9 })).to.include({
      intent: 'find_organisation',
      organisationAlone: true,
    });
  });

  it('is for help where only a cancer, or a cancer and a country, are named', () => {
    expect(meaning('breast cancer', { information: 0.9 }).intent).to.equal('find_organisation');
    expect(meaning('breast cancer norway', { information: 0.9 }).intent).to.equal('country_organisations');
    expect(meaning('norway', { goodbye: 0.9 }).intent).to.equal('country_organisations');
  });

  it('is for help in a plain statement of an illness, not in a question', () => {
    expect(meaning('my dad has bowel cancer', { medical_advice: 0.9 }).intent).to.equal('find_organisation');
    expect(meaning('my dad has bowel cancer?', { medical_advice: 0.9 }).intent).to.equal('medical_advice');
  });

  it('is a guess of help where a cancer is named and the classifier is not sure', () => {
    const text = 'something about lung cancer perhaps';
    expect(meaning(text, { peer_support: 0.2, thanks: 0.1 })).to.include({ intent: 'peer_support', sure: true });
    expect(meaning(text, { thanks: 0.2, peer_support: 0.1 })).to.include({ intent: 'find_organisation', sure: true });
  });

  it('is off topic where nothing of ours is named and the words are strange', () => {
    expect(meaning('fix my bike', { help: 0.9 }, { coverage: 0.4 }).intent).to.equal('out_of_scope');
    expect(meaning('fix my bike', { help: 0.25, thanks: 0.2 }).intent).to.equal('out_of_scope');
    expect(meaning('fix my bike', { help: 0.5, out_of_scope: 0.35 }).intent).to.equal('out_of_scope');
  });

  it('is off topic beside a cancer only where the classifier is very sure', () => {
    const text = 'do I paint the house for lung cancer';
    expect(meaning(text, { out_of_scope: 0.6, research: 0.4 }).intent).to.equal('research');
    expect(meaning(text, { out_of_scope: 0.75, research: 0.2 }).intent).to.equal('out_of_scope');
  });
});

describe('safety', () => {
  it('comes from the rules where the classifier does not rule it out', () => {
    const scores = { greeting: 0.9, crisis: DANGER.unlikely };
    expect(meaning('I want to kill myself', scores)).to.deep.include({ intent: 'crisis', score: 1 });
  });

  it('is only possible where the classifier rules out what the rules found', () => {
    const { safety } = meaning('I want to kill myself', { greeting: 0.99 });
    expect(safety).to.include({ class: 'crisis', certain: false });
  });

  it('is certain where the classifier alone is sure', () => {
    const { safety, intent } = meaning('hello there from the two of us', { crisis: DANGER.certain, help: 0.3 });
    expect(safety).to.include({ class: 'crisis', certain: true, rule: 'classifier' });
    expect(intent).to.equal('crisis');
  });

  it('of the classifier alone interrupts nobody who writes five ordinary words or fewer, and still shows a number', () => {
    for (const text of ['not that one', 'how long does it take', '3', 'and in Norway']) {
      const { safety, intent } = meaning(text, { emergency: 0.99, crisis: 0.005, information: 0.005 });
      expect(safety, text).to.include({ class: 'emergency', certain: false, rule: 'classifier' });
      expect(intent, text).not.to.equal('emergency');
    }
  });

  it('is none where the classifier only supposes it of a few ordinary words', () => {
    const supposed = DANGER.possibleInCalm - 0.01;
    expect(meaning('not that one', { emergency: supposed, feedback: 0.5 }).safety.class).to.equal('none');
  });

  it('of the classifier alone interrupts where a word is rare', () => {
    expect(meaning('foaming and jerking', { emergency: 0.9 }).safety).to.include({ certain: true });
  });

  it('is possible where the classifier only supposes a danger, and the answer goes on', () => {
    const { safety, intent } = meaning('hello there from the two of us', { crisis: 0.29, greeting: 0.28 });
    expect(safety).to.include({ class: 'crisis', certain: false, rule: 'classifier' });
    expect(intent).not.to.equal('crisis');
  });

  it('is none where the classifier hardly thinks of it', () => {
    expect(
      meaning('hello there from the two of us', { greeting: 0.9, crisis: DANGER.possible - 0.01 }).safety.class,
    ).to.equal('none');
  });

  it('is a crisis, and urgent, where one is told with an emergency', () => {
    const text = 'he swallowed all his tablets by mistake, he says';
    const { safety } = meaning(text, { emergency: 0.6, crisis: DANGER.besideEmergency });
    expect(safety).to.include({ class: 'crisis', certain: true, urgent: true });
  });

  it('is the danger that the classifier is sure of where the rules only suppose another', () => {
    const text = 'black and sticky like tar, what is the point of the pads';
    expect(guide.reader.read(text).safety.every(({ certain }) => !certain)).to.equal(true);
    expect(meaning(text, { emergency: 0.9 }).safety).to.include({ class: 'emergency', certain: true });
  });

  it('is a wish for medical advice with that intent, and only possible by the rules alone', () => {
    expect(meaning('what now', { medical_advice: 0.9 }).safety).to.include({ class: 'medical-advice', certain: true });
    const { safety } = meaning('should I stop my chemo', { information: 0.9 });
    expect(safety).to.include({ class: 'medical-advice', certain: false });
  });
});

describe('a follow-up', () => {
  it('adds a country or a cancer to a question for help', () => {
    expect(meaning('and in norway?', { help: 0.5 }, afterHelp).followUp).to.equal(true);
    expect(meaning('norway', { help: 0.5 }, afterHelp).followUp).to.equal(true);
    expect(meaning('more', { help: 0.5 }, afterHelp).followUp).to.equal(true);
  });

  it('is none where nothing was asked for before, or something else', () => {
    expect(meaning('and in norway?', { help: 0.5 }).followUp).to.equal(false);
    expect(meaning('and in norway?', { help: 0.5 }, { known: { intent: 'thanks' } }).followUp).to.equal(false);
  });

  it('is no question of its own', () => {
    const text = 'who can help with breast cancer in norway';
    expect(meaning(text, { country_organisations: 0.9 }, afterHelp).followUp).to.equal(false);
  });

  it('is any answer to what the bot has just asked', () => {
    const asked = { known: { intent: 'find_organisation', asked: 'country' } } as const;
    expect(meaning('it is somewhere up north', { help: 0.5 }, asked).followUp).to.equal(true);
  });
});

describe('a wish', () => {
  it('for a phone line is seen within a question', () => {
    expect(meaning('only those with a phone line in spain', { human_contact: 0.9 }).onlyWithHelpline).to.equal(true);
    expect(meaning('groups in spain', { human_contact: 0.9 }).onlyWithHelpline).to.equal(false);
  });

  it('to delete counts as a command, or in a question of privacy', () => {
    expect(meaning('delete my words', { thanks: 0.9 }).wantsDeletion).to.equal(true);
    expect(meaning('I fear you must delete everything about me', { privacy: 0.9 }).wantsDeletion).to.equal(true);
    expect(meaning('I fear you must delete everything about me', { feedback: 0.9 }).wantsDeletion).to.equal(false);
  });
});
