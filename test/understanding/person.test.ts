import { expect } from 'chai';
import { createPerson } from '../../src/understanding/person.ts';
import { tokenize } from '../../src/understanding/tokens.ts';

const person = createPerson({
  relatives: ['mum', 'mother', 'best friend', 'sister'],
  patients: ['patient'],
  possessives: ['my', 'his'],
  self: ['i have', 'my cancer'],
  statement: ['has', 'is', 'what', 'about'],
});
const about = (text: string): string => person(tokenize(text), new Set()).about;

describe('whom a question is about', () => {
  it('is a relative who stands after "my", with up to two words between', () => {
    expect(about('I am writing for my mother')).to.equal('relative');
    expect(about('the group of my poor old mother')).to.equal('relative');
    expect(about('I write since my very poor and old mother asks')).to.equal('nobody');
  });

  it('is a relative at the beginning without "my"', () => {
    expect(about('mum has lung cancer')).to.equal('relative');
    expect(about('is there a charity called mother and baby')).to.equal('nobody');
  });

  it('is a patient of somebody at work, which is not the same as a relative', () => {
    expect(person(tokenize('groups for my patient with lymphoma'), new Set())).to.include({
      about: 'relative',
      ofPatient: true,
    });
    expect(person(tokenize('my mother is a patient'), new Set())).to.include({ about: 'relative', ofPatient: false });
  });

  it('is the person who writes, where they say so', () => {
    expect(about('i have lung cancer')).to.equal('self');
  });

  it('is the relative where both are told of', () => {
    expect(about('I have no time, my mother is ill')).to.equal('relative');
  });

  it('is nobody where nobody is told of', () => {
    expect(about('lung cancer groups')).to.equal('nobody');
    expect(about('')).to.equal('nobody');
  });

  it('is found in names of several words, and never in misspelt ones', () => {
    expect(about('my best friend')).to.equal('relative');
    expect(about('my sisster')).to.equal('nobody');
  });
});

describe('a plain statement', () => {
  const plain = (text: string, ...named: number[]): boolean => person(tokenize(text), new Set(named)).plainStatement;

  it('holds people, names and small words only', () => {
    expect(plain('my mum has myeloma', 3)).to.equal(true);
    expect(plain('what about my sister')).to.equal(true);
  });

  it('holds no other word', () => {
    expect(plain('my mum has myeloma')).to.equal(false);
    expect(plain('my mum has myeloma money', 3)).to.equal(false);
  });
});
