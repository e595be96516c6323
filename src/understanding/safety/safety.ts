import type { Token } from '../tokens.ts';
import { PhraseMatcher, type SafetyWord } from './matcher.ts';
import { parsePhrase, parseSets } from './phrase.ts';
import { SAFETY_CLASSES, type SafetyClass, type SafetyRules } from './rules.ts';

/** What was found of danger, or of a wish for medical advice, in one message. */
export interface SafetyFinding {
  readonly class: SafetyClass;
  readonly certain: boolean;
  /** True where it is the danger of somebody else. */
  readonly ofOther: boolean;
  /** True where something has been done already, such as an overdose. */
  readonly urgent: boolean;
  /** Id of the rule, and the words of the message that it matched: for `ask --explain`, never shown to a visitor. */
  readonly rule: string;
  readonly words: string;
}

export type AssessSafety = (tokens: readonly Token[]) => SafetyFinding[];

// A certain danger first, crisis before emergency; a mere wish for advice comes after any danger.
const ORDER = [
  'crisis certain',
  'emergency certain',
  'crisis possible',
  'emergency possible',
  'medical-advice certain',
];

function rank(finding: SafetyFinding): number {
  const place = ORDER.indexOf(`${finding.class} ${finding.certain ? 'certain' : 'possible'}`);
  return place === -1 ? ORDER.length : place;
}

/**
 * Folds long forms into short ones ("do not" into "dont"), as the phrases are written.
 *
 * @param shortForms long form to short form, both folded
 */
export function foldLongForms(tokens: readonly Token[], shortForms: ReadonlyMap<string, string>): SafetyWord[] {
  const folded: SafetyWord[] = [];
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place]!;
    const next = tokens[place + 1];
    const pair = next ? shortForms.get(`${token.text} ${next.text}`) : undefined;
    folded.push({ word: pair ?? shortForms.get(token.text) ?? token.text, sentence: token.sentence });
    if (pair !== undefined) place += 1;
  }
  return folded;
}

/**
 * Makes the function that looks for danger. It runs before anything else is understood, and depends on nothing else.
 *
 * @param rules the rules of one language
 * @param shortForms see `foldLongForms`
 * @param isOrdinary tells a common word, which is never taken for a misspelt other one
 * @returns a function from the words of a message to the findings, the gravest first; none: nothing found
 * @throws PhraseError where a phrase cannot be read
 */
export function createSafety(
  rules: SafetyRules,
  shortForms: ReadonlyMap<string, string>,
  isOrdinary: (word: string) => boolean,
): AssessSafety {
  type Use = { readonly finding: Omit<SafetyFinding, 'words'>; readonly excuse: boolean };
  const phrases = SAFETY_CLASSES.flatMap((safetyClass) => {
    const sets = parseSets(rules[safetyClass].sets);
    return rules[safetyClass].rules.flatMap((rule) => {
      const finding = {
        class: safetyClass,
        certain: rule.level === 'certain',
        ofOther: rule.about === 'other',
        urgent: rule.urgent ?? false,
        rule: rule.id,
      };
      const read = (text: string, excuse: boolean) => ({
        sequence: parsePhrase(text, sets),
        value: { finding, excuse } satisfies Use,
      });
      return [...rule.phrases.map((text) => read(text, false)), ...rule.unless.map((text) => read(text, true))];
    });
  });
  const matcher = new PhraseMatcher<Use>(phrases, isOrdinary);

  return (tokens) => {
    const matches = matcher.match(foldLongForms(tokens, shortForms));
    const excused = new Set(matches.filter(({ value }) => value.excuse).map(({ value }) => value.finding.rule));
    const findings = new Map<string, SafetyFinding>();
    for (const { value, words } of matches) {
      if (value.excuse || excused.has(value.finding.rule)) continue;
      findings.set(value.finding.rule, { ...value.finding, words });
    }
    return [...findings.values()].sort((a, b) => rank(a) - rank(b));
  };
}
