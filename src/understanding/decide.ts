import type { Command } from './commands.ts';
import { decideSafety } from './decideSafety.ts';
import { asksForHelp, type Intent, topicOf } from './intents/intents.ts';
import type { Classification } from './intents/model.ts';
import type { Reading } from './reading.ts';
import { isDanger, type Known, type ScoredIntent, type Understanding } from './understanding.ts';

/** Thresholds between 0 and 1, chosen by cross-validation and on off-topic questions (docs/decisions.md). */
export const THRESHOLDS = {
  /** Below this score the bot asks back. */
  sure: 0.4,
  /** Below this score, with nothing of cancer in it, an utterance is none of ours. */
  inScope: 0.3,
  /** Below this share of known words, with nothing of cancer in it, an utterance is none of ours. */
  coverage: 0.5,
  /** An utterance that names a cancer is off topic only where the classifier is that sure. */
  offTopicWithCancer: 0.7,
  /** After an answer with organisations, an utterance that names a place is off topic from this score on. */
  offTopicInTalk: 0.4,
  /** An utterance that names nothing of ours is off topic from this score of "off topic" on. */
  offTopic: 0.15,
  /** A danger that only the classifier supposes is the intent from this score on; below, the next best intent is. */
  dangerIntent: 0.3,
  /** A certain wish for medical advice of the rules is the intent where the classifier holds it at least that likely. */
  advice: 0.15,
} as const;

const INTENT_OF_COMMAND: Readonly<Record<Command, Intent>> = {
  more: 'browse_directory',
  'another-country': 'country_organisations',
  'another-need': 'find_organisation',
  'another-cancer': 'find_organisation',
  'only-helpline': 'find_organisation',
  delete: 'privacy',
  skip: 'find_organisation',
  back: 'browse_directory',
  nod: 'thanks',
  'section-international': 'browse_directory',
  'section-european': 'browse_directory',
  'section-other': 'browse_directory',
  'section-wider': 'browse_directory',
};

const DANGERS: ReadonlySet<Intent> = new Set<Intent>(['crisis', 'emergency']);

function scored(classification: Classification, intent: Intent): ScoredIntent {
  return { intent, score: classification.scores[intent] ?? 0 };
}

/** So many ordinary words tell too little for the classifier to hold them for a danger on its own. */
const MOST_SLIGHT_WORDS = 5;

/** True for a few ordinary words, such as "not that one" or "how long does it take". */
function isSlight({ tokens, facts }: Reading): boolean {
  return (
    tokens.length <= MOST_SLIGHT_WORDS &&
    tokens.every(({ text }, place) => facts.named.has(place) || /^\p{N}/u.test(text) || facts.isOrdinary(text))
  );
}

/** The best intents without the dangers: what is left where a danger is only supposed. */
function besideDanger({ scores }: Classification): [ScoredIntent, ScoredIntent] {
  const [first, second] = (Object.entries(scores) as [Intent, number][])
    .filter(([intent]) => !DANGERS.has(intent))
    .sort(([, a], [, b]) => b - a);
  const none: ScoredIntent = { intent: 'out_of_scope', score: 0 };
  const of = (entry: [Intent, number] | undefined): ScoredIntent =>
    entry ? { intent: entry[0], score: entry[1] } : none;
  return [of(first), of(second)];
}

/** The intent, before danger is looked at. */
function intentOf(reading: Reading, classification: Classification): ScoredIntent {
  const { cancer, countries, organisations, commands, tokens } = reading;
  if (commands.command) return { intent: INTENT_OF_COMMAND[commands.command], score: 1 };
  if (organisations.alone) return { intent: 'find_organisation', score: 1 };
  const named = reading.facts.named.size;
  // Nothing but a cancer, or nothing but a country: the words say it, the classifier need not guess.
  if (named === tokens.length && cancer.types.length > 0) {
    return { intent: countries.country ? 'country_organisations' : 'find_organisation', score: 1 };
  }
  if (named === tokens.length && countries.country && organisations.ids.length === 0)
    return { intent: 'country_organisations', score: 1 };

  // "My dad has bowel cancer": no wish is told, so it is for help in general.
  if (reading.person.plainStatement && cancer.types.length > 0 && !reading.facts.question) {
    return { intent: countries.country ? 'country_organisations' : 'find_organisation', score: 1 };
  }
  // "Not the UK, Ireland please": only a place is told.
  if (reading.person.plainStatement && countries.country && organisations.ids.length === 0) {
    return { intent: 'country_organisations', score: 1 };
  }
  // "And for my sister?"
  if (reading.person.plainStatement && reading.person.about === 'relative' && commands.followUp) {
    return { intent: 'find_organisation', score: 1 };
  }

  const ours = cancer.types.length > 0 || organisations.ids.length > 0;
  // A danger that the classifier alone only supposes is no intent: the next best one is.
  const supposed =
    DANGERS.has(classification.intent) && (classification.score < THRESHOLDS.dangerIntent || isSlight(reading));
  const [top, next] = supposed
    ? besideDanger(classification)
    : [scored(classification, classification.intent), scored(classification, classification.runnerUp)];
  // "Breast cancer in the UK, only with a phone line": who is to be called is a group, not the society.
  const byPhone = commands.within.includes('only-helpline') && (ours || countries.country !== null);
  if (top.intent === 'human_contact' && byPhone) {
    return { intent: countries.country ? 'country_organisations' : 'find_organisation', score: THRESHOLDS.sure };
  }
  // Whoever names one of our organisations is not off topic.
  if (top.intent === 'out_of_scope' && organisations.ids.length > 0) {
    return { intent: 'find_organisation', score: THRESHOLDS.sure };
  }
  if (top.intent === 'out_of_scope') return ours && top.score < THRESHOLDS.offTopicWithCancer ? next : top;
  const offTopic = classification.scores.out_of_scope ?? 0;
  const strange =
    !ours &&
    (top.score < THRESHOLDS.inScope ||
      offTopic >= THRESHOLDS.offTopic ||
      classification.coverage < THRESHOLDS.coverage);
  // Who names a cancer wants help with it: a guess of what kind of help is better than asking back.
  if (cancer.types.length > 0 && top.score < THRESHOLDS.sure) {
    return { intent: asksForHelp(top.intent) ? top.intent : 'find_organisation', score: THRESHOLDS.sure };
  }
  return strange ? { intent: 'out_of_scope', score: 1 - top.score } : top;
}

/** The intent of an utterance within a talk: what was asked for before may still hold. */
function intentInTalk(reading: Reading, classification: Classification, known: Known): ScoredIntent {
  const told = intentOf(reading, classification);
  const { cancer, countries, facts, safety } = reading;
  if (asksForHelp(known.intent)) {
    // "No, not the lung, the prostate": the same is wanted, for the cancer that is meant.
    if (cancer.negated.length > 0 && cancer.types.length > 0 && !facts.question)
      return { intent: known.intent, score: 1 };
    // "She is moving to Germany next month, who is there?": a place asks for the same there.
    const offTopic = classification.scores.out_of_scope ?? 0;
    if (told.intent === 'out_of_scope' && countries.country && offTopic < THRESHOLDS.offTopicInTalk)
      return { intent: 'country_organisations', score: THRESHOLDS.sure };
  }
  const advice = classification.scores.medical_advice ?? 0;
  if (advice >= THRESHOLDS.advice && safety.some((each) => each.class === 'medical-advice' && each.certain))
    return { intent: 'medical_advice', score: Math.max(advice, THRESHOLDS.sure) };
  return told;
}

/**
 * Decides what an utterance means from what was read of it.
 *
 * @param known what was said before: a short utterance that only adds to it is a follow-up
 */
export function decide(reading: Reading, classification: Classification, known: Known): Understanding {
  const wasHelp = asksForHelp(known.intent);
  let { intent, score } = intentInTalk(reading, classification, known);
  const safety = decideSafety(reading.safety, classification, intent, score === 1, isSlight(reading));
  if (isDanger(safety)) {
    if (safety.certain) ({ intent, score } = { intent: safety.class, score: 1 });
    else if (
      safety.rule === 'classifier' &&
      !isSlight(reading) &&
      classification.intent === safety.class &&
      classification.score >= THRESHOLDS.dangerIntent
    )
      intent = safety.class;
  }
  const { cancer, countries, commands, organisations } = reading;
  const onlyAdds =
    cancer.types.length > 0 || countries.country !== null || commands.command !== null || commands.within.length > 0;
  const followUp =
    wasHelp &&
    (known.asked !== null ||
      commands.command !== null ||
      commands.followUp ||
      (onlyAdds && reading.facts.named.size === reading.tokens.length));
  const runnerUp =
    classification.runnerUp === intent
      ? scored(classification, classification.intent)
      : scored(classification, classification.runnerUp);
  return {
    safety,
    language: reading.language,
    intent,
    score,
    runnerUp,
    sure: score >= THRESHOLDS.sure,
    // A cancer in a film or in a street's name is none that the talk should go on with.
    cancerTypes: intent === 'out_of_scope' ? [] : cancer.types,
    negatedTypes: cancer.negated,
    country: intent === 'out_of_scope' ? null : countries.country,
    organisations: organisations.ids,
    organisationAlone: organisations.alone,
    topic: topicOf(intent),
    about: reading.person.about,
    ofPatient: reading.person.ofPatient,
    tellsIllness: reading.person.plainStatement && reading.person.about !== 'nobody' && cancer.types.length > 0,
    followUp,
    command: commands.command,
    onlyWithHelpline: commands.command === 'only-helpline' || commands.within.includes('only-helpline'),
    wantsDeletion: commands.command === 'delete' || (intent === 'privacy' && commands.within.includes('delete')),
  };
}
