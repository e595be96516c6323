import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { DataError, type Fault, faultLine, readAll, readJson, readLines, readText } from '../src/dataFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'data-'));
const write = (file: string, text: string): string => {
  writeFileSync(join(folder, file), text);
  return file;
};

/** The faults that a reader finds. */
function faultsOf(read: () => unknown): readonly Fault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof DataError) return error.faults;
    throw error;
  }
  return [];
}

const people = z.array(z.strictObject({ id: z.string(), age: z.number() }));

describe('a file of data', () => {
  it('that is missing is a fault that says what to do', () => {
    for (const read of [readText, readLines])
      expect(faultsOf(() => read(folder, 'none.txt'))).to.deep.equal([
        { file: 'none.txt', place: 'the file', message: 'cannot be read (ENOENT); restore it from the repository' },
      ]);
  });

  it('of lines is read without empty ones and comments', () => {
    expect(readLines(folder, write('lines.txt', '# a note\none\r\n\n  two # and this \n   \n#three'))).to.deep.equal([
      'one',
      'two # and this',
    ]);
  });

  it('of JSON is given back as its schema has it', () => {
    const file = write('good.json', '[{"id":"a","age":1}]');
    expect(readJson(folder, file, people)).to.deep.equal([{ id: 'a', age: 1 }]);
  });

  it('that is not JSON is one fault of the whole file', () => {
    const [fault, ...others] = faultsOf(() => readJson(folder, write('broken.json', '[{"id":'), people));
    expect(fault).to.include({ file: 'broken.json', place: 'the whole file' });
    expect(fault?.message).to.match(/^is not valid JSON: /);
    expect(others).to.deep.equal([]);
  });

  it('shows all its faults at once, each with its place', () => {
    const file = write('bad.json', '[{"id":1,"age":1},{"id":"b","age":"old"},{"id":"c","age":3,"more":1}]');
    expect(faultsOf(() => readJson(folder, file, people)).map(({ place }) => place)).to.deep.equal([
      '0.id',
      '1.age',
      '2',
    ]);
    expect(faultsOf(() => readJson(folder, write('no.json', '{}'), people))[0]?.place).to.equal('the whole file');
  });

  it('may name its places itself, from what it holds', () => {
    const file = write('named.json', '[{"id":"ann","age":"old"}]');
    const placeOf = (path: readonly PropertyKey[], content: unknown): string =>
      `${(content as { id: string }[])[Number(path[0])]!.id}, ${String(path[1])}`;
    expect(faultsOf(() => readJson(folder, file, people, placeOf))[0]?.place).to.equal('ann, age');
  });
});

describe('several files', () => {
  it('give back what each of them holds', () => {
    expect(readAll({ one: () => 1, two: () => 'b' })).to.deep.equal({ one: 1, two: 'b' });
  });

  it('show the faults of all at once', () => {
    const bad = write('two.json', '[{"id":1,"age":"x"}]');
    const faults = faultsOf(() =>
      readAll({
        missing: () => readText(folder, 'none.txt'),
        good: () => 1,
        bad: () => readJson(folder, bad, people),
        nested: () => readAll({ broken: () => readJson(folder, write('b.json', '{'), people) }),
      }),
    );
    expect(faults.map(({ file }) => file)).to.deep.equal(['none.txt', 'two.json', 'two.json', 'b.json']);
  });

  it('let an error that is no fault of the data through', () => {
    const readers = {
      bad: () => readText(folder, 'none.txt'),
      worse: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => readAll(readers)).to.throw(TypeError, 'a bug');
  });
});

describe('an error of the data', () => {
  const fault = { file: 'a.json', place: 'b', message: 'is wrong' };

  it('says how many faults there are, and each of them in a line', () => {
    expect(faultLine(fault)).to.equal('- a.json, b: is wrong');
    expect(new DataError([fault]).message).to.equal('data/ has a fault:\n- a.json, b: is wrong');
    expect(new DataError([fault, { ...fault, place: 'c' }]).message).to.equal(
      'data/ has 2 faults:\n- a.json, b: is wrong\n- a.json, c: is wrong',
    );
  });
});
