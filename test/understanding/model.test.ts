import { expect } from 'chai';
import { INTENTS, type Intent } from '../../src/understanding/intents/intents.ts';
import { createClassifier, quantise } from '../../src/understanding/intents/model.ts';
import { DEFAULT_TRAINING, softmax, trainSoftmax } from '../../src/understanding/intents/softmax.ts';

const UTTERANCES: readonly (readonly [string, Intent])[] = [
  ['hello there', 'greeting'],
  ['hello friend', 'greeting'],
  ['good morning hello', 'greeting'],
  ['thank you', 'thanks'],
  ['many thank you', 'thanks'],
  ['thank you friend', 'thanks'],
  ['goodbye there', 'goodbye'],
  ['goodbye then', 'goodbye'],
  ['goodbye you', 'goodbye'],
];
const featuresOf = (text: string) => new Map(text.split(' ').map((word) => [`w ${word}`, 1]));
const examples = UTTERANCES.map(([text, intent]) => ({ features: featuresOf(text), label: INTENTS.indexOf(intent) }));
const train = () => trainSoftmax(examples, INTENTS.length, { ...DEFAULT_TRAINING, least: 2 });
const lexicon = new Map([
  ['hello', 3],
  ['thank', 12],
]);

describe('a small training set', () => {
  const classifier = createClassifier(quantise(train(), INTENTS, lexicon, {}));

  it('is learnt', () => {
    for (const [text, intent] of UTTERANCES)
      expect(classifier.classify(featuresOf(text)).intent, text).to.equal(intent);
  });

  it('gives the same model each time', () => {
    expect(quantise(train(), INTENTS, lexicon, {})).to.deep.equal(quantise(train(), INTENTS, lexicon, {}));
  });

  it('gives another model with another seed', () => {
    const other = trainSoftmax(examples, INTENTS.length, { ...DEFAULT_TRAINING, least: 2, seed: 8 });
    expect([...other.values]).not.to.deep.equal([...train().values]);
  });

  it('leaves out features that are seen less often than asked for', () => {
    expect(train().features.has('w hello')).to.equal(true);
    expect(train().features.has('w morning')).to.equal(false);
  });
});

describe('a model of a byte a weight', () => {
  const classifier = createClassifier(quantise(train(), INTENTS, lexicon, {}));

  it('gives nearly the scores of the weights that it was made of', () => {
    const { features, labels, values } = train();
    for (const [text] of UTTERANCES) {
      const exact = new Float64Array(labels);
      for (const [name, value] of featuresOf(text)) {
        const place = features.get(name);
        if (place === undefined) continue;
        for (let label = 0; label < labels; label += 1) exact[label]! += values[place * labels + label]! * value;
      }
      softmax(exact);
      const { scores } = classifier.classify(featuresOf(text));
      for (const [label, intent] of INTENTS.entries()) expect(scores[intent], text).to.be.closeTo(exact[label]!, 0.02);
    }
  });

  it('keeps the lexicon, with counts up to nine', () => {
    expect([...classifier.lexicon]).to.deep.equal([
      ['hello', 3],
      ['thank', 9],
    ]);
  });
});

describe('a classification', () => {
  const classifier = createClassifier(quantise(train(), INTENTS, lexicon, {}));

  it('gives the two best intents, the best first, and scores that add up to 1', () => {
    const { intent, score, runnerUp, runnerUpScore, scores } = classifier.classify(featuresOf('hello thank thank'));
    const sorted = Object.values(scores).sort((a, b) => b - a);
    expect([score, runnerUpScore]).to.deep.equal(sorted.slice(0, 2));
    expect([scores[intent], scores[runnerUp]]).to.deep.equal([score, runnerUpScore]);
    expect(sorted.reduce((sum, each) => sum + each, 0)).to.be.closeTo(1, 1e-9);
  });

  it('tells which share of the words is known', () => {
    expect(classifier.classify(featuresOf('hello zorp')).coverage).to.equal(0.5);
    expect(classifier.classify(new Map()).coverage).to.equal(0);
  });

  it('is explained by the features that speak most for it', () => {
    const [first, ...rest] = classifier.explain(featuresOf('hello zorp you'), 'greeting', 2);
    expect(first?.feature).to.equal('w hello');
    expect(first?.adds).to.be.greaterThan(0);
    expect(rest).to.have.length(1);
  });
});

describe('softmax', () => {
  it('keeps the order, adds up to 1 and stands large scores', () => {
    const [a, b, c] = softmax(Float64Array.from([1000, 1001, -1000]));
    expect(b).to.be.greaterThan(a!);
    expect(a! + b! + c!).to.be.closeTo(1, 1e-9);
    expect(c).to.equal(0);
  });
});
