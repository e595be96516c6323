import type { Command } from './commands.ts';
import type { Intent, IntentTopic } from './intents/intents.ts';
import type { Person } from './person.ts';
import type { AfterDanger } from './safety/afterDanger.ts';
import type { SafetyClass } from './safety/rules.ts';

/** What is known of a talk before an utterance; everything that an answer may follow on from. */
export interface Known {
  readonly cancerTypes: readonly string[];
  readonly country: string | null;
  /** The intent of the last answer, null before the first. */
  readonly intent: Intent | null;
  /** What the bot has just asked, null where it asked nothing. */
  readonly asked: 'cancer-type' | 'country' | 'need' | null;
  /** The danger that was told in the talk. */
  readonly danger: 'crisis' | 'emergency' | null;
}

export const NOTHING_KNOWN: Known = { cancerTypes: [], country: null, intent: null, asked: null, danger: null };

export interface Safety {
  readonly class: SafetyClass | 'none';
  /** False where the danger is only possible: the bot answers, and adds whom to call. */
  readonly certain: boolean;
  /** True where somebody else is in danger, not the person who writes. */
  readonly ofOther: boolean;
  /** True where help must come at once: the emergency number is said first. */
  readonly urgent: boolean;
  /** Id of the rule that found it, or `classifier`; null where nothing was found. */
  readonly rule: string | null;
}

/** True for what cannot wait: a crisis or an emergency. */
export function isDanger(safety: Safety | null): safety is Safety & { readonly class: 'crisis' | 'emergency' } {
  return safety?.class === 'crisis' || safety?.class === 'emergency';
}

/** An intent with how sure the classifier is of it, between 0 and 1. */
export interface ScoredIntent {
  readonly intent: Intent;
  readonly score: number;
}

/** What an utterance means. */
export interface Understanding {
  readonly safety: Safety;
  /** What is asked or said about a danger that was told before; null where none was, or nothing is. */
  readonly afterDanger: AfterDanger | null;
  /** ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
  readonly intent: Intent;
  /** Name of the rule that told the intent (decision/intentRules), or `danger`. */
  readonly rule: string;
  readonly score: number;
  readonly runnerUp: ScoredIntent;
  /** False where the intent is only the best of bad guesses: the bot asks back. */
  readonly sure: boolean;
  /** Ids of `data/cancer-types.json`, the most specific that were named. */
  readonly cancerTypes: readonly string[];
  /** Named and denied in the same utterance: "it is not breast cancer". */
  readonly negatedTypes: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Ids of the organisations that the utterance names, in the order of the directory. */
  readonly organisations: readonly string[];
  /** True where it asks for those and for nothing else: "do you know Macmillan?" */
  readonly organisationAlone: boolean;
  /** What is needed, as topics of the directory: "peer-support". */
  readonly topic: IntentTopic | null;
  readonly about: Person;
  /** True where it is about a patient of somebody at work: a nurse or a doctor asks. */
  readonly ofPatient: boolean;
  /** True for a plain statement of an illness, with no wish in it: "my dad has bowel cancer". */
  readonly tellsIllness: boolean;
  /** True where the utterance adds to what was said before ("and in Norway?"), so that the rest of it still holds. */
  readonly followUp: boolean;
  /** True for "only those with a phone line". */
  readonly onlyWithHelpline: boolean;
  /** The short command that the utterance is, such as "more". */
  readonly command: Command | null;
  /** True where the person asks to have their words deleted. */
  readonly wantsDeletion: boolean;
}
