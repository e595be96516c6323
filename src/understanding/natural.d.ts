// Natural types only its groups of modules; a group takes 0.1 s more to load than the one file that is needed of it.
declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  import type { RegexpTokenizer } from 'natural/lib/natural/tokenizers/index.js';

  const tokenizers: { RegexpTokenizer: typeof RegexpTokenizer };
  export default tokenizers;
}

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
