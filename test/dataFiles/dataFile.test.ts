import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import {
  DataError,
  type Fault,
  faultLine,
  readAll,
  readJson,
  readLines,
  readText,
} from '../../src/dataFiles/dataFile.ts';

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
        {
          file: 'none.txt',
          place: 'the file',
          message: 'is missing; restore it from the repository or, for a new language, write it (docs/translating.md)',
        },
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
    expect(fault).to.include({ file: 'broken.json', place: 'line 1' });
    expect(fault?.message).to.match(/^is not valid JSON: Unexpected end of JSON input; look there/);
    expect(others).to.deep.equal([]);
    const [comma] = faultsOf(() => readJson(folder, write('comma.json', '[\n{"id":"somebody"},\n]\n'), people));
    expect(comma?.place).to.equal('line 3');
    expect(comma?.message).to.contain('a comma, quote or bracket that is missing or too many');
  });

  it('that is a folder, is empty, has only comments or is in another encoding is a fault that says so', () => {
    mkdirSync(join(folder, 'folder.txt'));
    write('empty.txt', ' \n');
    write('comments.txt', '# one\n#two\n');
    write('mark.txt', '\uFEFFone');
    writeFileSync(join(folder, 'latin.txt'), Buffer.from('é', 'latin1'));
    const said = (file: string): string | undefined => faultsOf(() => readLines(folder, file))[0]?.message;
    expect(said('folder.txt')).to.match(/^is a folder and should be a file; /);
    expect(said('empty.txt/more.txt')).to.match(/^is missing, since a file stands where its folder should be; /);
    expect(said('empty.txt')).to.match(/^is empty; /);
    expect(said('comments.txt')).to.match(/^holds only comments; /);
    expect(said('mark.txt')).to.match(/^begins with a byte order mark; /);
    expect(said('latin.txt')).to.match(/^is not written in UTF-8; /);
  });

  it('says what is wrong in the words of an editor', () => {
    const schema = z.strictObject({
      languages: z.array(z.string()).min(1).describe('which languages does its website have?'),
      name: z.string(),
      kind: z.enum(['a', 'b']),
    });
    const said = (content: unknown): string[] =>
      faultsOf(() => readJson(folder, write('words.json', JSON.stringify(content)), schema)).map(
        ({ place, message }) => `${place} ${message}`,
      );
    expect(said({ kind: 'c', name: 7, more: 1 })).to.deep.equal([
      'languages is missing: which languages does its website have?',
      'name is a number; write a text in quotes here',
      'kind is a text in quotes that cannot stand here; use one of: "a", "b"',
      'the whole file has "more", which nothing reads; remove it, or correct the spelling',
    ]);
    expect(said(null)).to.deep.equal(['the whole file is null; write entries in { } here']);
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
