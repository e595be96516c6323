import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';

/** What became of a message of the visitor. */
export type Sent = 'waiting' | 'sent' | 'failed';

/** One message of the talk, as the tab remembers it. */
export type Entry =
  | { readonly from: 'you'; readonly id: string; readonly text: string; readonly at: number; sent: Sent }
  | {
      readonly from: 'bot';
      readonly id: string;
      readonly text: string;
      readonly at: number;
      readonly cards: readonly AdaptiveCard[];
      readonly suggestions: readonly string[];
    }
  | { readonly from: 'note'; readonly id: string; readonly text: string; readonly at: number };

/** All that this tab knows of the talk. */
export interface Transcript {
  entries: Entry[];
  /** What the server sealed of the talk; null for a new one. */
  token: string | null;
  /** What stands in the box and is not sent yet. */
  draft: string;
  /** Milliseconds since 1970: then the words must go, unless something is heard of the visitor before. */
  until: number;
}

/** The place where the transcript is kept: `sessionStorage`, of this tab only. */
export interface Keeper {
  /** The transcript; one that is too old is deleted, and an empty one given. */
  load(now: number): Transcript;
  save(transcript: Transcript): void;
  clear(): void;
  /** False where the browser keeps nothing: then the talk ends with the page. */
  lasts(): boolean;
}

const KEY = 'talk';
const TRIAL = 'trial';
/** More than anybody reads; keeps far below what a browser gives a page. */
const MOST_ENTRIES = 100;

/** A talk in which nothing was said: there is nothing that could be too old. */
export function emptyTranscript(): Transcript {
  return { entries: [], token: null, draft: '', until: Number.POSITIVE_INFINITY };
}

function isTranscript(value: unknown): value is Transcript {
  const { entries, draft, until } = (value ?? {}) as Partial<Transcript>;
  return Array.isArray(entries) && typeof draft === 'string' && typeof until === 'number';
}

/** Keeps the transcript in the storage of the tab. Where a browser forbids it, the talk lives as long as the page. */
export function createKeeper(storage: () => Storage): Keeper {
  const attempt = <Result>(action: (storage: Storage) => Result): Result | null => {
    try {
      return action(storage());
    } catch {
      return null;
    }
  };
  const clear = (): void => {
    attempt((kept) => kept.removeItem(KEY));
  };
  return {
    clear,
    lasts: () =>
      attempt((kept) => {
        kept.setItem(TRIAL, '');
        kept.removeItem(TRIAL);
        return true;
      }) ?? false,
    load(now) {
      const found = attempt((kept): unknown => JSON.parse(kept.getItem(KEY) ?? 'null'));
      if (isTranscript(found) && now < found.until) return found;
      clear();
      return emptyTranscript();
    },
    save(transcript) {
      const { entries, token, draft } = transcript;
      if (entries.length === 0 && token === null && draft === '') return clear();
      const kept = { ...transcript, entries: entries.slice(-MOST_ENTRIES) };
      attempt((place) => place.setItem(KEY, JSON.stringify(kept)));
    },
  };
}
