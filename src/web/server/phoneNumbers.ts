import type { Directory } from '../../directory/directory.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Others are texted ("HOME to 741741"): a link would call the wrong place. */
const CALLABLE = /^\+?[0-9][0-9 ()/-]*$/;

/** Every number of the directory that can be called: emergency numbers, crisis lines, the organisations' own lines. */
export function phoneNumbers(directory: Directory): string[] {
  // The directory is asked country by country: most codes give the numbers of Europe, and repeat.
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const countries = codes.map((code) => directory.helplines(code));
  const numbers = [
    ...countries.flatMap(({ emergency }) => [emergency.number, ...emergency.alsoWorks]),
    ...countries.flatMap(({ crisisLines }) => crisisLines.map(({ number }) => number)),
    ...directory.organisations.flatMap(({ helplines }) => helplines.map(({ number }) => number)),
  ];
  return [...new Set(numbers)].filter((number) => CALLABLE.test(number));
}
