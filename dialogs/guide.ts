import type { CardWords } from '../src/cards/organisationCard.ts';
import type { Directory } from '../src/directory/directory.ts';
import type { Search } from '../src/directory/search.ts';
import type { Messages } from '../src/messages.ts';
import type { Understand } from '../src/understanding/understand.ts';
import type { Understanding } from '../src/understanding/understanding.ts';
import type { Talk } from './talk.ts';

/** How people reach the society that runs the guide; null where nothing is set. */
export interface Society {
  readonly name: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Everything that the conversation needs from the rest of the program. */
export interface Guide {
  readonly understand: Understand;
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
}

/** Makes the guide of its parts. */
export function createGuide(parts: Omit<Guide, 'cardWords'>): Guide {
  const { directory, messages } = parts;
  return {
    ...parts,
    cardWords: {
      messages,
      typeName: (id) => {
        const words = directory.cancerType(id)?.words;
        return (words?.[messages.language] ?? words?.en)?.name ?? id;
      },
      organisationName: (id) => directory.organisation(id)?.name,
    },
  };
}
