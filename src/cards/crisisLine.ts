import type { CrisisLine } from '../directory/helpline.ts';
import type { CardWords } from './organisationCard.ts';

/** The name of a line, and its number where the name does not hold it: "the 988 Lifeline" needs no second 988. */
function nameAndNumber({ name, number }: CrisisLine, { note }: CardWords) {
  return { name: note(name), number, hasNumber: name.includes(number) ? 'yes' : 'no' };
}

/** A crisis line on a line of its own, with its hours. */
export function crisisLineText(line: CrisisLine, words: CardWords): string {
  return words.messages.say('crisis.line', { ...nameAndNumber(line, words), hours: words.note(line.hours) });
}

/** A crisis line within a sentence. */
export function crisisLineInSentence(line: CrisisLine, words: CardWords): string {
  return words.messages.say('lines.one', nameAndNumber(line, words));
}
