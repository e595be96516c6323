import type { CardWords } from '../src/cards/organisationCard.ts';
import type { Directory } from '../src/directory/directory.ts';
import type { Search } from '../src/directory/search.ts';
import type { CancerTypeWords } from '../src/understanding/cancer/vocabulary.ts';
import type { LanguagesFile, TellLanguage } from '../src/understanding/tellLanguage.ts';
import type { Understand } from '../src/understanding/understand.ts';
import type { Understanding } from '../src/understanding/understanding.ts';
import { DEFAULT_LANGUAGE, type Language } from '../src/words/languages.ts';
import type { Messages } from '../src/words/messages.ts';
import type { Place } from './place.ts';
import type { Talk } from './talk.ts';

/** How people reach the society that runs the guide; null where nothing is set. */
export interface Society {
  readonly name: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The guide in all its languages. */
export interface Languages {
  /** Each language by its own name for itself. */
  readonly names: LanguagesFile['languages'];
  /** What is said to somebody in a language that the guide does not speak, by that language. */
  readonly foreign: LanguagesFile['foreign'];
  readonly tell: TellLanguage;
  /** The guide in a language: made when it is first asked for, which takes about half a second. */
  guide(language: Language): Guide;
}

/** Everything that the conversation needs from the rest of the program, in one language. */
export interface Guide {
  readonly language: Language;
  readonly languages: Languages;
  readonly understand: Understand;
  /** True where the rules find a danger in a message, whatever else it tells. */
  readonly tellsDanger: (utterance: string) => boolean;
  readonly directory: Directory;
  readonly search: Search;
  readonly messages: Messages;
  readonly cardWords: CardWords;
  readonly society: Society;
}

/** One message of a person, understood. */
export interface Turn {
  readonly understanding: Understanding;
  /** What is known of the talk, this message included. */
  readonly talk: Talk;
  /** Locale of the channel, such as `de-AT`; null where it gives none. */
  readonly locale: string | null;
  readonly place: Place;
}

/**
 * Makes the guide in one language of its parts.
 *
 * @param cancerTypes the types with their names in that language
 * @param descriptions what organisations do, in that language, by id; English where one is missing
 * @param notes further texts of the data in that language, by the English text
 */
export function createGuide(
  parts: Omit<Guide, 'cardWords'> & {
    readonly cancerTypes: readonly CancerTypeWords[];
    readonly descriptions: Readonly<Record<string, string>>;
    readonly notes: Readonly<Record<string, string>>;
  },
): Guide {
  const { cancerTypes, descriptions, notes, ...guide } = parts;
  const { directory, messages, language } = guide;
  const typeNames = new Map(cancerTypes.map(({ id, words }) => [id, (words[language] ?? words.en)?.name ?? id]));
  return {
    ...guide,
    cardWords: {
      messages,
      typeName: (id) => typeNames.get(id) ?? id,
      organisationName: (id) => directory.organisation(id)?.name,
      note: (text) => notes[text] ?? text,
      description: ({ id, descriptions: own }) => {
        const text = own[language] ?? descriptions[id];
        return text ? { text, language } : { text: own.en!, language: DEFAULT_LANGUAGE };
      },
    },
  };
}
