import type { Language } from '../words/languages.ts';
import type { CancerFinding, FindCancerTypes } from './cancer/cancerTypes.ts';
import type { CommandFinding } from './commands.ts';
import type { CountryFinding, FindCountry } from './countries.ts';
import type { ConceptsOf, Facts, NamedAs } from './intents/features.ts';
import type { OrganisationFinding } from './organisationNames.ts';
import type { FindPerson, PersonFinding } from './person.ts';
import { readText } from './readText.ts';
import type { AfterDanger } from './safety/afterDanger.ts';
import type { AssessSafety, SafetyFinding } from './safety/safety.ts';
import type { Stem } from './stemmers.ts';
import type { Token } from './tokens.ts';

/** The parts that each read one thing from the words of an utterance. */
export interface Readers {
  readonly safety: AssessSafety;
  readonly afterDanger: (tokens: readonly Token[]) => AfterDanger | null;
  /** The language that they read (ISO 639-1). */
  readonly language: Language;
  readonly cancerTypes: FindCancerTypes;
  readonly countries: FindCountry;
  readonly organisations: (tokens: readonly Token[]) => OrganisationFinding;
  readonly person: FindPerson;
  readonly commands: (tokens: readonly Token[]) => CommandFinding;
  readonly isOrdinary: (word: string) => boolean;
  readonly stem: Stem;
  readonly conceptsOf: ConceptsOf;
}

/** Everything that was read from an utterance, before it is decided what it means. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly safety: readonly SafetyFinding[];
  readonly language: Language;
  readonly cancer: CancerFinding;
  readonly countries: CountryFinding;
  readonly organisations: OrganisationFinding;
  readonly person: PersonFinding;
  readonly commands: CommandFinding;
  readonly facts: Facts;
}

/** Reads an utterance with all readers; no classifier is needed, so that training uses it, too. */
export function readUtterance(readers: Readers, utterance: string): Reading {
  const { text, tokens } = readText(utterance);
  const safety = readers.safety(tokens);
  const cancer = readers.cancerTypes(tokens);
  const organisations = readers.organisations(tokens);
  const named = new Map<number, NamedAs>();
  const mark = (mention: { start: number; end: number }, name: NamedAs): void => {
    for (let place = mention.start; place < mention.end; place += 1) if (!named.has(place)) named.set(place, name);
  };
  for (const mention of organisations.mentions) mark(mention, 'organisation');
  for (const mention of cancer.mentions) mark(mention, mention.types.length > 0 ? 'type' : 'cancer');
  const countries = readers.countries(tokens, new Set(named.keys()));
  for (const mention of countries.mentions) mark(mention, mention.kind === 'nationality' ? 'nationality' : 'country');
  const person = readers.person(tokens, new Set(named.keys()));
  return {
    tokens,
    safety,
    language: readers.language,
    cancer,
    countries,
    organisations,
    person,
    commands: readers.commands(tokens),
    facts: {
      tokens,
      question: /[?？]/.test(text),
      named,
      person: person.about,
      danger: safety[0] ? `${safety[0].class} ${safety[0].certain ? 'certain' : 'possible'}` : null,
      isOrdinary: readers.isOrdinary,
      stem: readers.stem,
      conceptsOf: readers.conceptsOf,
    },
  };
}
