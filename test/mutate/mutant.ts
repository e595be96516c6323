/** One place of the source, and what is put there instead. */
export interface Mutant {
  /** From the project's root, with the system's separators. */
  readonly file: string;
  /** Where the replaced text begins and ends, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Which kind of break this is, in words. */
  readonly kind: string;
}

/** The text of a file with a mutant in it. */
export function broken(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** The mutant in one line for people: where it is, what stood there, and what stands there instead. */
export function wordsOf(text: string, mutant: Mutant): string {
  const line = text.slice(0, mutant.start).split('\n').length;
  const oneLine = (part: string): string => {
    const flat = part.replace(/\s+/g, ' ');
    return flat.length > 70 ? `${flat.slice(0, 67)}...` : flat;
  };
  const was = oneLine(text.slice(mutant.start, mutant.end));
  return `${mutant.file}:${line}  ${mutant.kind}: ${was}  ->  ${oneLine(mutant.replacement) || '(nothing)'}`;
}
