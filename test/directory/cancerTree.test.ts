import { expect } from 'chai';
import { plantTree } from '../../src/directory/cancerTree.ts';
import { makeCancerType, someCancerTypes } from './factories.ts';

describe('the tree of cancer types', () => {
  const tree = plantTree(someCancerTypes);

  it('gives the types above, nearest first, the parent before the further ones', () => {
    expect(tree.ancestorsOf('alk-positive')).to.deep.equal(['nsclc', 'lung']);
    expect(tree.ancestorsOf('retinoblastoma')).to.deep.equal(['eye', 'childhood']);
  });

  it('gives the types below, those of a further parent as well', () => {
    expect(tree.kindsOf('lung')).to.deep.equal(['nsclc', 'alk-positive']);
    expect(tree.kindsOf('childhood')).to.deep.equal(['retinoblastoma']);
  });

  it('gives nothing for a type that it does not know', () => {
    expect(tree.ancestorsOf('toe')).to.deep.equal([]);
    expect(tree.kindsOf('toe')).to.deep.equal([]);
  });

  it('comes to an end where types stand in a circle', () => {
    const circle = plantTree([makeCancerType({ id: 'a', parent: 'b' }), makeCancerType({ id: 'b', parent: 'a' })]);
    expect(circle.ancestorsOf('a')).to.deep.equal(['b']);
  });
});
