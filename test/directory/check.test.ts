import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runDirectoryCommand } from '../../src/commands/directoryCommand.ts';
import { check } from '../../src/directory/check.ts';
import { makeOrganisation, writeDataFolder } from './factories.ts';

const run = (...args: string[]) => {
  const lines: string[] = [];
  return { code: runDirectoryCommand(args, (line) => lines.push(line)), text: lines.join('\n') };
};

describe('the check of the data', () => {
  it('gives the faults of the validators that others add', () => {
    const dataFolder = writeDataFolder({});
    const fault = { file: 'en/messages.json', place: 'hello', message: 'is too long; shorten it' };
    const seen: string[] = [];
    const { faults } = check({
      dataFolder,
      validators: [
        (folder) => {
          seen.push(folder);
          return [fault];
        },
      ],
    });
    expect(faults).to.deep.equal([fault]);
    expect(seen).to.deep.equal([dataFolder]);
  });

  it('finds any other file of the folder that is not JSON', () => {
    const dataFolder = writeDataFolder({});
    writeFileSync(join(dataFolder, 'messages.json'), '{');
    expect(check({ dataFolder }).faults.map(({ file }) => file)).to.deep.equal(['messages.json']);
  });

  it('tells which cancer types and countries have no organisation of their own', () => {
    const dataFolder = writeDataFolder({
      organisations: [
        makeOrganisation({ id: 'a', cancerTypes: ['lung'], countries: ['FR'] }),
        makeOrganisation({ id: 'b', cancerTypes: ['male-breast'] }),
        makeOrganisation({ id: 'c', cancerTypes: ['eye'], countries: ['DE'], linkAdvice: 'do-not-link' }),
      ],
    });
    const { coverage } = check({ dataFolder });
    const served = (how: string) => coverage?.cancerTypes.filter((type) => type.served === how).map(({ id }) => id);
    expect(served('by its kinds')).to.deep.equal(['breast']);
    expect(served('by its parent')).to.deep.equal(['nsclc', 'alk-positive']);
    expect(served('only by organisations for all cancers'))
      .to.include.members(['eye', 'leukaemia'])
      .and.not.to.include('any-cancer');
    expect(coverage?.countries).to.include('DE').and.not.to.include('FR');
  });
});

describe('the directory command', () => {
  it('ends with 0 and the coverage where all is well', () => {
    const { code, text } = run('check', '--data', writeDataFolder({}));
    expect(code).to.equal(0);
    expect(text)
      .to.contain('Countries without an organisation of their own: Austria (AT),')
      .and.to.contain('without faults');
  });

  it('ends with 1 and prints every fault with its place and remedy', () => {
    const dataFolder = writeDataFolder({ organisations: [makeOrganisation({ id: 'a', alternatives: ['b', 'c'] })] });
    const { code, text } = run('check', '--data', dataFolder);
    expect(code).to.equal(1);
    expect(text.split('\n')).to.deep.equal([
      '- organisations/worldwide.json, a, alternatives[0]: no organisation has the id "b"; correct the id, or remove it',
      '- organisations/worldwide.json, a, alternatives[1]: no organisation has the id "c"; correct the id, or remove it',
      '2 to put right.',
    ]);
  });

  it('ends with 2 and says how it is used where it is not understood', () => {
    for (const args of [[], ['chekc'], ['check', '--colour'], ['check', 'twice'], ['schemas', '--data', 'x']]) {
      expect(run(...args)).to.deep.equal({
        code: 2,
        text: 'usage: npm run --silent directory -- check|schemas [--data FOLDER]',
      });
    }
  });
});
