// Each threshold is held between two scores that are written here as numbers: a test that reads the thresholds
// themselves goes along with whatever they are changed to. The classifier's answers are made up, so that a new model
// changes nothing here; the words are read for real.

import { expect } from 'chai';
import { decide } from '../../../src/understanding/decision/decide.ts';
import type { DANGER } from '../../../src/understanding/decision/decideSafety.ts';
import type { THRESHOLDS } from '../../../src/understanding/decision/thresholds.ts';
import type { Intent } from '../../../src/understanding/intents/intents.ts';
import { type Known, NOTHING_KNOWN, type Understanding } from '../../../src/understanding/understanding.ts';
import { guide } from '../../conversation.ts';

type Scores = Partial<Record<Intent, number>>;

/** What the words mean where the classifier gives these scores, and knows this share of the words. */
function meaning(text: string, scores: Scores, known: Partial<Known> = {}, coverage = 1): Understanding {
  const [best, second] = Object.entries(scores).sort(([, a], [, b]) => b - a) as [Intent, number][];
  const classification = {
    intent: best![0],
    score: best![1],
    runnerUp: second?.[0] ?? 'restart',
    runnerUpScore: second?.[1] ?? 0,
    coverage,
    scores,
  };
  return decide(guide.reader.read(text), classification, { ...NOTHING_KNOWN, ...known });
}

interface Held {
  readonly below: number;
  readonly above: number;
  /** What is seen of the decision with a score. */
  readonly seen: (score: number) => unknown;
  readonly tells: { readonly below: unknown; readonly above: unknown };
}

const CALM = 'how long does it take';
const STORY = 'since last week my husband behaves so strangely in the evening';

const THRESHOLDS_HELD: Readonly<Record<keyof typeof THRESHOLDS, Held>> = {
  sure: {
    below: 0.35,
    above: 0.45,
    seen: (score) => meaning('can somebody tell me about the money for the trips', { financial_practical: score }).sure,
    tells: { below: false, above: true },
  },
  inScope: {
    below: 0.25,
    above: 0.34,
    seen: (score) => meaning('can somebody look after the children', { financial_practical: score }).intent,
    tells: { below: 'out_of_scope', above: 'financial_practical' },
  },
  coverage: {
    below: 0.45,
    above: 0.55,
    seen: (share) => meaning('can somebody look after the children', { financial_practical: 0.9 }, {}, share).intent,
    tells: { below: 'out_of_scope', above: 'financial_practical' },
  },
  offTopicWithCancer: {
    below: 0.65,
    above: 0.75,
    seen: (score) => meaning('do I paint the house for lung cancer', { out_of_scope: score, research: 0.2 }).intent,
    tells: { below: 'research', above: 'out_of_scope' },
  },
  offTopicInTalk: {
    below: 0.36,
    above: 0.44,
    seen: (score) =>
      meaning(
        'she is moving to Germany next month',
        { feedback: 0.25, out_of_scope: score },
        { intent: 'find_organisation', cancerTypes: ['lung'] },
      ).intent,
    tells: { below: 'country_organisations', above: 'out_of_scope' },
  },
  offTopic: {
    below: 0.12,
    above: 0.19,
    seen: (score) => meaning('who can repair my bike', { information: 0.6, out_of_scope: score }).intent,
    tells: { below: 'information', above: 'out_of_scope' },
  },
  dangerIntent: {
    below: 0.26,
    above: 0.34,
    seen: (score) => meaning(STORY, { emergency: score, caregiver_support: 0.2 }).intent === 'emergency',
    tells: { below: false, above: true },
  },
  advice: {
    below: 0.12,
    above: 0.18,
    seen: (score) =>
      meaning('my result says CA125 is 60, is that bad', { side_effects: 0.6, medical_advice: score }).intent,
    tells: { below: 'side_effects', above: 'medical_advice' },
  },
};

/** The danger, and whether it is certain. */
const danger = (text: string, scores: Scores): string => {
  const { safety } = meaning(text, scores);
  return `${safety.class} ${safety.certain ? 'certain' : 'possible'}`;
};

const DANGER_HELD: Readonly<Record<keyof typeof DANGER, Held>> = {
  possible: {
    below: 0.04,
    above: 0.07,
    seen: (score) => meaning(STORY, { caregiver_support: 0.9, emergency: score }).safety.class,
    tells: { below: 'none', above: 'emergency' },
  },
  possibleInCalm: {
    below: 0.26,
    above: 0.34,
    seen: (score) => meaning(CALM, { information: 0.6, emergency: score }).safety.class,
    tells: { below: 'none', above: 'emergency' },
  },
  certain: {
    below: 0.76,
    above: 0.84,
    seen: (score) => danger(STORY, { crisis: score }),
    tells: { below: 'crisis possible', above: 'crisis certain' },
  },
  unlikely: {
    below: 0.015,
    above: 0.025,
    seen: (score) => danger('I want to kill myself', { greeting: 0.9, crisis: score }),
    tells: { below: 'crisis possible', above: 'crisis certain' },
  },
  agreed: {
    below: 0.45,
    above: 0.55,
    seen: (score) => danger("no reason to get up now she's dead, I want to go after her", { crisis: score }),
    tells: { below: 'crisis possible', above: 'crisis certain' },
  },
  besideEmergency: {
    below: 0.26,
    above: 0.34,
    seen: (score) =>
      meaning('he swallowed all his tablets by mistake, he says', { emergency: 0.6, crisis: score }).safety.class,
    tells: { below: 'emergency', above: 'crisis' },
  },
};

for (const [what, held] of [
  ['the threshold', THRESHOLDS_HELD],
  ['the threshold of danger', DANGER_HELD],
] as const)
  describe(what, () => {
    for (const [name, { below, above, seen, tells }] of Object.entries(held) as [string, Held][])
      it(`${name} lies between ${below} and ${above}`, () => {
        expect({ below: seen(below), above: seen(above) }).to.deep.equal(tells);
      });
  });
