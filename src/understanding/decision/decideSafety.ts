import type { Intent } from '../intents/intents.ts';
import type { Classification } from '../intents/model.ts';
import type { SafetyFinding } from '../safety/safety.ts';
import type { Safety } from '../understanding.ts';

/** Between 0 and 1; chosen on questions that the classifier has not seen (docs/decisions/understanding.md). */
export const DANGER = {
  /** The classifier alone makes a danger possible, from this score on. */
  possible: 0.05,
  /** The same in a calm message: one that only names or corrects an illness, asks for advice, or is a few ordinary words. */
  possibleInCalm: 0.3,
  /** The classifier alone makes a danger certain, from this score on. */
  certain: 0.8,
  /** A certain danger of the rules is only possible where the classifier, which has seen it, holds it that unlikely. */
  unlikely: 0.02,
  /** A possible danger of the rules becomes certain where the classifier is that sure of it, too. */
  agreed: 0.5,
  /** Told with an emergency, a crisis that is that likely comes first. */
  besideEmergency: 0.3,
} as const;

const NO_DANGER: Safety = { class: 'none', certain: true, ofOther: false, urgent: false, rule: null };

type Chance = (intent: Intent) => number;

/** The danger that the rules found, put right by the classifier. */
function byRules(finding: SafetyFinding, dangers: readonly SafetyFinding[], chance: Chance): Safety {
  const isCrisis = finding.class === 'crisis';
  // Words that may tell of one danger in a message that is clearly about the other.
  const outweighed = !finding.certain && chance(isCrisis ? 'emergency' : 'crisis') >= DANGER.certain;
  // An overdose "because she did not want to live": a crisis told together with an emergency comes before it.
  const both = !isCrisis && chance('crisis') >= DANGER.besideEmergency;
  const isOther = outweighed || both;
  const safetyClass = isCrisis !== isOther ? 'crisis' : 'emergency';
  const alike = dangers.filter((each) => each.class === safetyClass);
  const certain = dangers.filter((each) => each.certain);
  return {
    class: safetyClass,
    certain:
      (finding.certain && Math.max(chance('crisis'), chance('emergency')) >= DANGER.unlikely) ||
      chance(safetyClass) >= DANGER.agreed,
    ofOther: alike.some((each) => each.ofOther),
    // A crisis told together with an emergency has gone beyond words.
    urgent:
      alike.some((each) => each.urgent) ||
      new Set(certain.map((each) => each.class)).size > 1 ||
      (both && finding.certain),
    rule: isOther ? 'classifier' : finding.rule,
  };
}

/**
 * What of danger is known from the rules and the classifier together.
 *
 * @param intent the intent, before danger is looked at
 * @param isPlain true where the message only names or corrects an illness, so that its intent is beyond doubt
 * @param isSlight true where the message is a few ordinary words: what the classifier alone believes of it is never certain
 */
export function decideSafety(
  findings: readonly SafetyFinding[],
  classification: Classification,
  intent: Intent,
  isPlain: boolean,
  isSlight: boolean,
): Safety {
  const chance: Chance = (each) => classification.scores[each] ?? 0;
  const dangers = findings.filter((each) => each.class !== 'medical-advice');
  if (dangers[0]) return byRules(dangers[0], dangers, chance);
  const danger = chance('crisis') >= chance('emergency') ? 'crisis' : 'emergency';
  const isCalm = isPlain || isSlight || intent === 'medical_advice';
  if (chance(danger) >= (isCalm ? DANGER.possibleInCalm : DANGER.possible))
    return { ...NO_DANGER, class: danger, certain: !isSlight && chance(danger) >= DANGER.certain, rule: 'classifier' };
  const advice = findings[0]?.rule;
  if (intent === 'medical_advice') return { ...NO_DANGER, class: 'medical-advice', rule: advice ?? 'classifier' };
  return advice ? { ...NO_DANGER, class: 'medical-advice', certain: false, rule: advice } : NO_DANGER;
}
