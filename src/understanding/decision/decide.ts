import { asksForHelp, INTENT, topicOf } from '../intents/intents.ts';
import type { Classification } from '../intents/model.ts';
import type { Reading } from '../reading.ts';
import type { AfterDanger } from '../safety/afterDanger.ts';
import { isDanger, type Known, type Safety, type Understanding } from '../understanding.ts';
import { decideSafety } from './decideSafety.ts';
import { guessOf, scored } from './guess.ts';
import { INTENT_RULES } from './intentRules/index.ts';
import { firstTold, type ToldIntent } from './intentRules/intentRule.ts';
import { isSlight } from './slight.ts';
import { THRESHOLDS } from './thresholds.ts';

/** The intent where a danger is told: the danger itself where it is certain, or where the classifier guesses it in more than a few words. */
function withDanger(told: ToldIntent, safety: Safety, reading: Reading, classification: Classification): ToldIntent {
  if (!isDanger(safety)) return told;
  if (safety.certain) return { intent: safety.class, score: 1, rule: 'danger' };
  const isGuessed =
    safety.rule === 'classifier' &&
    !isSlight(reading) &&
    classification.intent === safety.class &&
    classification.score >= THRESHOLDS.dangerIntent;
  return isGuessed ? { ...told, intent: safety.class, rule: 'danger' } : told;
}

/** True where the utterance only adds to what was asked for before. */
function isFollowUp({ cancer, countries, commands, facts, tokens }: Reading, known: Known): boolean {
  const adds =
    cancer.types.length > 0 || countries.country !== null || commands.command !== null || commands.within.length > 0;
  const onlyAdds = adds && facts.named.size === tokens.length;
  return (
    asksForHelp(known.intent) && (known.asked !== null || commands.command !== null || commands.followUp || onlyAdds)
  );
}

/**
 * Decides what an utterance means from what was read of it.
 *
 * @param known what was said before: a short utterance that only adds to it is a follow-up
 */
export function decide(
  reading: Reading & { readonly afterDanger?: AfterDanger | null },
  classification: Classification,
  known: Known,
): Understanding {
  const { cancer, countries, commands, organisations, person } = reading;
  const evidence = { reading, classification, known, guess: guessOf(reading, classification) };
  const told = firstTold(evidence, INTENT_RULES);
  const safety = decideSafety(reading.safety, classification, told.intent, told.score === 1, isSlight(reading));
  const { intent, score, rule } = withDanger(told, safety, reading, classification);
  const isOurs = INTENT[intent].reply !== 'not-understood';
  return {
    safety,
    afterDanger: reading.afterDanger ?? null,
    language: reading.language,
    intent,
    rule,
    score,
    runnerUp: scored(
      classification,
      classification.runnerUp === intent ? classification.intent : classification.runnerUp,
    ),
    sure: score >= THRESHOLDS.sure,
    // A cancer in a film or in a street's name is none that the talk should go on with.
    cancerTypes: isOurs ? cancer.types : [],
    negatedTypes: cancer.negated,
    country: isOurs ? countries.country : null,
    organisations: organisations.ids,
    organisationAlone: organisations.alone,
    topic: topicOf(intent),
    about: person.about,
    ofPatient: person.ofPatient,
    tellsIllness: person.plainStatement && person.about !== 'nobody' && cancer.types.length > 0,
    followUp: isFollowUp(reading, known),
    command: commands.command,
    onlyWithHelpline: commands.command === 'only-helpline' || commands.within.includes('only-helpline'),
    wantsDeletion: commands.command === 'delete' || (intent === 'privacy' && commands.within.includes('delete')),
  };
}
