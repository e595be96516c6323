import { asksForHelp, type Intent } from '../src/understanding/intents/intents.ts';
import type { Person } from '../src/understanding/person.ts';
import type { Known, Understanding } from '../src/understanding/understanding.ts';
import type { Language } from '../src/words/languages.ts';

/** What is remembered of one person's talk in one conversation. Their words are not. */
export interface Talk {
  /** The language of the last answer; null before the first. */
  readonly language: Language | null;
  readonly cancerTypes: readonly string[];
  readonly country: string | null;
  readonly about: Person;
  /** The last intent that was answered with organisations, or with the list. */
  readonly intent: Intent | null;
  readonly onlyWithHelpline: boolean;
  /** How many organisations of the last answer have been shown. */
  readonly shown: number;
  /** The part of the list that is being looked at. */
  readonly section: Section | null;
  /** What the bot has just asked. */
  readonly asked: Known['asked'];
  /** True once the bot has asked for the kind of cancer: it does so only once. */
  readonly askedType: boolean;
  /** A danger that was told: each later answer of the talk carries its number. A crisis outweighs an emergency. */
  readonly danger: 'crisis' | 'emergency' | null;
  /** True once it was said of an emergency that help is called, or that the signs are gone: one line is left, until a doubt. */
  readonly calmed: boolean;
  /** Messages in a row that were not understood. */
  readonly misses: number;
  /** Milliseconds since 1970, of the last message. */
  readonly at: number;
}

export type Section = 'international' | 'european' | 'other' | 'wider';

export const NEW_TALK: Talk = {
  language: null,
  cancerTypes: [],
  country: null,
  about: 'nobody',
  intent: null,
  onlyWithHelpline: false,
  shown: 0,
  section: null,
  asked: null,
  askedType: false,
  danger: null,
  calmed: false,
  misses: 0,
  at: 0,
};

/** A talk is forgotten after so many minutes without a message. */
export const TALK_MINUTES = 30;

/** The talk as it stands at a moment: a new one where the last message is too long ago. */
export function talkAt(talk: Talk | undefined, now: number): Talk {
  if (!talk || now - talk.at > TALK_MINUTES * 60_000) return { ...NEW_TALK, at: now };
  return { ...talk, at: now };
}

/** True where an emergency was told, and not yet that help is called or that the signs are gone. */
export function hasUrgentEmergency({ danger, calmed }: Talk): boolean {
  return danger === 'emergency' && !calmed;
}

/** What the understanding needs to know of a talk. */
export function knownOf(talk: Talk): Known {
  return {
    cancerTypes: talk.cancerTypes,
    country: talk.country,
    intent: talk.intent,
    asked: talk.asked,
    danger: talk.danger,
  };
}

/**
 * Adds what a message says to what is known: what it does not name still holds, what it denies no longer does.
 */
export function remember(talk: Talk, understanding: Understanding): Talk {
  // The cancer or country in an organisation's name tells nothing of the person.
  if (understanding.organisationAlone) return talk;
  const kept = talk.cancerTypes.filter((type) => !understanding.negatedTypes.includes(type));
  const named = understanding.cancerTypes;
  // "Cancer" in general takes nothing back: "is there help with money for people with cancer?"
  const onlyGeneral = named.length === 1 && named[0] === 'any-cancer' && kept.length > 0;
  const helps = asksForHelp(understanding.intent);
  // A new wish ends the filter of the last one.
  const sameWish = (understanding.followUp && understanding.topic === null) || understanding.command !== null;
  return {
    ...talk,
    cancerTypes: named.length > 0 && !onlyGeneral ? named : kept,
    country: understanding.country ?? talk.country,
    about: understanding.about === 'nobody' ? talk.about : understanding.about,
    onlyWithHelpline: understanding.onlyWithHelpline || (talk.onlyWithHelpline && helps && sameWish),
  };
}
