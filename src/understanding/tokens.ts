import tokenizers from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';

/** One word of an utterance, as it is compared with the data. */
export interface Token {
  /** Folded form: lower case, no accents, no apostrophe ("Hodgkin's" is "hodgkins"). */
  readonly text: string;
  /** The word as it was typed, without its apostrophe. */
  readonly raw: string;
  /** Number of the sentence it stands in, from 0. */
  readonly sentence: number;
  /** True where a comma, a dash or the like stands between this word and the one before. */
  readonly afterPause: boolean;
}

// Natural's language tokenizers break words ("più" -> "pi"); its RegexpTokenizer splits where it is told:
// at everything that is no letter, mark or digit, but not at the point or comma inside a number ("38.4").
const words = new tokenizers.RegexpTokenizer({
  pattern: /(?:[^\p{L}\p{M}\p{N}.,]|[.,](?!\p{N})|(?<!\p{N})[.,])+/u,
});
const sentences = new tokenizers.RegexpTokenizer({ pattern: /[!?;\n\r]+|\.(?=\s|$|\.)/u });
const pauses = new tokenizers.RegexpTokenizer({ pattern: /,(?!\p{N})|\s[-–—]+\s|[():…"]|[–—]/u });

/** Signs without width, and the one that turns a character into a picture: they cut words where nobody sees it. */
const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufe0f|\ufeff/gu;
const APOSTROPHES = /(?<=[\p{L}\p{N}])['’ʼ`´](?=\p{L})/gu;
/** No word of the data is that long; what comes after is left out, so that a key that is held down costs no time. */
export const LONGEST_WORD = 60;
const PLAIN_WORD = /^[A-Za-z0-9]+$/;
const PLAIN_PHRASE = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const MARKS = /\p{M}+/gu;
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Folds one word to the form in which all words are compared: lower case, accents taken off, apostrophes dropped. */
export function fold(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  const lower = word.normalize('NFD').replace(MARKS, '').replace(APOSTROPHES, '').toLowerCase();
  return /[^\p{ASCII}]/u.test(lower)
    ? lower.replace(/[łøđßæœ]/gu, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    : lower;
}

/** Cut to the longest word, before and after it is folded: one sign may become many. */
function foldWord(raw: string): string {
  const folded = fold(raw.length > LONGEST_WORD ? raw.slice(0, LONGEST_WORD) : raw);
  return folded.length > LONGEST_WORD ? folded.slice(0, LONGEST_WORD) : folded;
}

/** A text in the form in which it is parted into words: one sign for each letter, none that nobody sees. */
export function normalize(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(APOSTROPHES, '').normalize('NFKC');
}

/**
 * Splits an utterance into words with Natural's RegexpTokenizer.
 *
 * @param utterance what a person typed, any text
 * @returns the words in their order; empty where the text has no letter and no digit
 */
export function tokenize(utterance: string): Token[] {
  return tokensOf(normalize(utterance));
}

/** The same for a text that is normalized already. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  for (const sentenceText of sentences.tokenize(text)) {
    const before = tokens.length;
    for (const [part, partText] of pauses.tokenize(sentenceText).entries()) {
      for (const [place, raw] of words.tokenize(partText).entries()) {
        const folded = foldWord(raw);
        if (folded === '') continue;
        tokens.push({ text: folded, raw, sentence, afterPause: part > 0 && place === 0 });
      }
    }
    if (tokens.length > before) sentence += 1;
  }
  return tokens;
}

/** The folded words of a phrase from the data files. */
export function foldPhrase(phrase: string): string[] {
  // Most phrases need no tokenizer, and there are many thousands of them at the start.
  if (PLAIN_PHRASE.test(phrase)) return phrase.split(' ');
  return tokenize(phrase).map((token) => token.text);
}
