import { expect } from 'chai';
import type { CancerType } from '../../src/directory/cancerType.ts';
import { checkCancerTypes } from '../../src/directory/cancerTypeChecks.ts';
import { makeCancerType } from './factories.ts';

/** The place and the problem, without the remedy behind the semicolon. */
const problemsOfTypes = (...types: CancerType[]) =>
  checkCancerTypes(
    types,
    types.map(({ id }) => id),
  ).map(({ place, message }) => `${place}: ${message.split('; ')[0]}`);

describe('the checks between cancer types', () => {
  it('find a parent that does not exist', () => {
    expect(problemsOfTypes(makeCancerType({ id: 'a', alsoUnder: ['b'] }))[0]).to.contain(
      'no cancer type has the id "b"',
    );
  });

  it('find a type that stands below itself', () => {
    const problems = problemsOfTypes(
      makeCancerType({ id: 'a', parent: 'b' }),
      makeCancerType({ id: 'b', alsoUnder: ['a'] }),
    );
    expect(problems).to.deep.equal([
      'a, parent or alsoUnder: stands below itself',
      'b, parent or alsoUnder: stands below itself',
    ]);
  });

  it('find a type that is listed as one outside the short list', () => {
    const problems = problemsOfTypes(
      makeCancerType({ id: 'a' }),
      makeCancerType({ id: 'b', listedAs: 'a' }),
      makeCancerType({ id: 'c', listedAs: 'b' }),
    );
    expect(problems).to.deep.equal(['c, listedAs: "b" is not on the short list']);
  });
});
