import type { CardWithText } from '../src/cards/adaptiveCard.ts';
import type { Talk } from './talk.ts';

/** One answer of the bot, before it becomes an activity of a channel. */
export interface Reply {
  readonly text: string;
  readonly cards: readonly CardWithText[];
  /** Said after the cards, such as whom to call. */
  readonly note: string | null;
  /** Texts of the buttons; pressing one says its text. */
  readonly suggestions: readonly string[];
  /** Ids of the organisations that are shown, in their order. */
  readonly organisations: readonly string[];
  /** True where the reply carries an emergency number or a crisis line of `data/helplines.json`. */
  readonly help: boolean;
  /** What changes in the talk because of the answer. */
  readonly talk: Partial<Talk>;
}

/** A reply with defaults for what it does not have. What is answered was understood, unless the parts say otherwise. */
export function reply(parts: Partial<Reply> & Pick<Reply, 'text'>): Reply {
  return {
    cards: [],
    note: null,
    suggestions: [],
    organisations: [],
    help: false,
    ...parts,
    talk: { misses: 0, ...parts.talk },
  };
}

/** The reply with one more line after the cards. */
export function withNote(answer: Reply, note: string, help: boolean): Reply {
  return { ...answer, note: answer.note ? `${answer.note}\n\n${note}` : note, help: answer.help || help };
}

/** Joins the paragraphs that there are. */
export function paragraphs(...parts: readonly (string | null | false)[]): string {
  return parts.filter(Boolean).join('\n\n');
}
