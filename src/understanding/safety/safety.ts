import type { Token } from '../tokens.ts';
import { PhraseMatcher, type SafetyWord } from './matcher.ts';
import { parsePhrase, parseSets } from './phrase.ts';
import { SAFETY_CLASSES, type SafetyClass, type SafetyFile, type SafetyRule, type SafetyRules } from './rules.ts';

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
  const matcherOf = (texts: (rule: SafetyRule) => readonly string[]): PhraseMatcher<Omit<SafetyFinding, 'words'>> =>
    new PhraseMatcher(
      SAFETY_CLASSES.flatMap((safetyClass) => {
        const sets = parseSets(rules[safetyClass].sets);
        return rules[safetyClass].rules.flatMap((rule) => {
          const value = {
            class: safetyClass,
            certain: rule.level === 'certain',
            ofOther: rule.about === 'other',
            urgent: rule.urgent ?? false,
            rule: rule.id,
          };
          return texts(rule).map((text) => ({ sequence: parsePhrase(text, sets), value }));
        });
      }),
      isOrdinary,
    );
  const dangers = matcherOf((rule) => rule.phrases);
  // Most messages tell of no danger: what would excuse one is read when the first is told.
  let excuses: PhraseMatcher<Omit<SafetyFinding, 'words'>> | undefined;

  return (tokens) => {
    const message = foldLongForms(tokens, shortForms);
    const matches = dangers.match(message);
    if (matches.length === 0) return [];
    excuses ??= matcherOf((rule) => rule.unless);
    const excused = new Set(excuses.match(message).map(({ value }) => value.rule));
    const findings = new Map<string, SafetyFinding>();
    for (const match of matches) {
      const { value } = match;
      if (excused.has(value.rule)) continue;
      findings.set(value.rule, {
        ...value,
        get words() {
          return match.words;
        },
      });
    }
    return [...findings.values()].sort((a, b) => rank(a) - rank(b));
  };
}

/** Every fault in the phrases of some rules, with its rule; empty where all can be read. */
export function faultsOfRules(rules: SafetyFile): { rule: string; message: string }[] {
  const sets = parseSets(rules.sets);
  return rules.rules.flatMap((rule) =>
    [...rule.phrases, ...rule.unless].flatMap((text) => {
      try {
        parsePhrase(text, sets);
        return [];
      } catch (error) {
        return [{ rule: rule.id, message: (error as Error).message }];
      }
    }),
  );
}
