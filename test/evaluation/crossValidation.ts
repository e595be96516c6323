import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { readCancerTypes, withNames } from '../../src/understanding/cancer/names.ts';
import { decide } from '../../src/understanding/decision/decide.ts';
import { featuresOf } from '../../src/understanding/intents/features.ts';
import { crossValidate } from '../../src/understanding/intents/train.ts';
import { readUtterances, readVariations } from '../../src/understanding/languageFiles.ts';
import { loadReaders } from '../../src/understanding/loadUnderstanding.ts';
import { readUtterance } from '../../src/understanding/reading.ts';
import { NOTHING_KNOWN } from '../../src/understanding/understanding.ts';
import type { Language } from '../../src/words/languages.ts';
import { confusions, isSameAnswer } from './score.ts';

const FOLDS = 5;

/**
 * Cross-validates the intents on the training utterances: what `decide` makes of each by a classifier that has not seen
 * it. An utterance has one label only here, so that an answer as good counts as wrong.
 *
 * @param onFold told before each fold, which takes about a minute
 * @returns lines of text
 */
export function crossValidationLines(language: Language, onFold: (fold: number, of: number) => void): string[] {
  const types = withNames(DATA_FOLDER, language, readCancerTypes(DATA_FOLDER));
  const readers = loadReaders(DATA_FOLDER, language, types, () => []);
  const held = crossValidate(
    readers,
    readUtterances(DATA_FOLDER, language),
    readVariations(DATA_FOLDER, language),
    FOLDS,
    (fold) => onFold(fold + 1, FOLDS),
  );
  const scored = held.map(({ utterance, intent, classifier }, place) => {
    const reading = readUtterance(readers, utterance);
    const classification = classifier.classify(featuresOf(reading.facts, classifier.lexicon, false));
    return {
      row: { id: `${place}`, text: utterance, intent, cancerTypes: [] },
      understanding: decide(reading, classification, NOTHING_KNOWN),
    };
  });
  const same = (100 * scored.filter(isSameAnswer).length) / scored.length;
  return [`intents, same answer ${same.toFixed(1)} % of ${scored.length} utterances`, ...confusions(scored)];
}
