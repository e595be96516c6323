import { expect } from 'chai';
import type { Model } from '../../src/understanding/intents/model.ts';
import { ModelFileError, parseModel, writeModel } from '../../src/understanding/intents/modelFile.ts';

const model: Model = {
  trainedOn: { utterances: 'abc' },
  intents: ['greeting', 'thanks', 'crisis'],
  features: ['w żona', 'w hello', 'w help', 'bias', 'w źle'],
  lexicon: new Map([
    ['hello', 9],
    ['źle', 2],
  ]),
  step: 0.1234567,
  weights: Int8Array.from([1, -2, 3, 0, 0, 7, 127, -127, 0, 4, 5, 6, 0, 0, 9]),
};
const file = writeModel(model);
const parse = (bytes: Buffer): Model => parseModel(bytes).unpack();
/** The weights of each feature, whatever the order. */
const rows = ({ features, weights, intents: { length } }: Model) =>
  Object.fromEntries(features.map((name, place) => [name, [...weights.slice(place * length, (place + 1) * length)]]));
/** The file with another first line. */
const withHeader = (fields: object): Buffer => {
  const end = file.indexOf('\n');
  const header = JSON.parse(file.toString('utf8', 0, end)) as object;
  return Buffer.concat([Buffer.from(JSON.stringify({ ...header, ...fields })), file.subarray(end)]);
};

describe('the file of a model', () => {
  it('gives back what was written, to the last step', () => {
    const read = parse(file);
    expect(rows(read)).to.deep.equal(rows(model));
    expect(read.lexicon).to.deep.equal(model.lexicon);
    expect([read.step, read.intents, read.trainedOn]).to.deep.equal([model.step, model.intents, model.trainedOn]);
  });

  it('is the same each time, whatever the order of the features, and written again as it was', () => {
    const [first, ...rest] = model.features;
    const turned = Int8Array.from([...model.weights.slice(3), ...model.weights.slice(0, 3)]);
    expect(writeModel({ ...model, features: [...rest, first!], weights: turned }).equals(file)).to.equal(true);
    expect(writeModel(parse(file)).equals(file)).to.equal(true);
  });

  it('begins with a line that people can read', () => {
    expect(JSON.parse(file.toString('utf8', 0, file.indexOf('\n')))).to.include({ features: 5, format: 1 });
  });

  it('is refused wherever one of its bytes is another, or one is missing', () => {
    for (let place = file.indexOf('\n') + 1; place < file.length; place += 1) {
      const other = Buffer.from(file);
      other[place]! ^= 1;
      expect(() => parseModel(other), `byte ${place}`).to.throw(ModelFileError);
      expect(() => parseModel(file.subarray(0, place)), `cut at ${place}`).to.throw(ModelFileError);
    }
  });

  it('is refused with an intent that does not exist, another format or parts that do not fit', () => {
    expect(() => parseModel(withHeader({ intents: ['greeting', 'nonsense'] }))).to.throw('is not an intent');
    expect(() => parseModel(withHeader({ format: 2 }))).to.throw('is not one that this program reads');
    expect(() => parse(withHeader({ features: 4 }))).to.throw('are 15 and must be 12');
    expect(() => parse(withHeader({ intents: ['greeting', 'thanks'] }))).to.throw('are 15 and must be 10');
    expect(() => parse(withHeader({ nameBytes: 3 }))).to.throw(ModelFileError);
  });
});
