import { expect } from 'chai';
import { DataError } from '../../src/dataFiles/dataFile.ts';
import { loadDirectory } from '../../src/directory/loadDirectory.ts';
import type { List } from '../../src/directory/organisation.ts';
import { makeCancerType, makeHelplines, makeOrganisation, someCancerTypes, writeDataFolder } from './factories.ts';

const WORLDWIDE = 'organisations/worldwide.json';
const bothLists: readonly List[] = ['society', 'wider'];

function faultsOf(dataFolder: string): DataError {
  try {
    loadDirectory({ dataFolder, lists: bothLists });
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('the data were accepted');
}

describe('loadDirectory', () => {
  it('gives the organisations in the order of the file', () => {
    const dataFolder = writeDataFolder({
      organisations: [makeOrganisation({ id: 'b' }), makeOrganisation({ id: 'a' })],
    });
    const directory = loadDirectory({ dataFolder, lists: bothLists });
    expect(directory.organisations.map(({ id }) => id)).to.deep.equal(['b', 'a']);
    expect(directory.organisation('a')?.name).to.equal('A');
    expect(directory.organisation('c')).to.equal(undefined);
  });

  it('drops alternatives that are on a list which is not loaded', () => {
    const dataFolder = writeDataFolder({
      organisations: [
        makeOrganisation({ id: 'a', list: 'society', section: 'other', nameOnPage: 'A', alternatives: ['b', 'c'] }),
        makeOrganisation({ id: 'b' }),
        makeOrganisation({ id: 'c', list: 'society', section: 'european', nameOnPage: 'C' }),
      ],
    });
    const directory = loadDirectory({ dataFolder, lists: ['society'] });
    expect(directory.organisations.map(({ id }) => id)).to.deep.equal(['a', 'c']);
    expect(directory.organisation('a')?.alternatives).to.deep.equal(['c']);
    expect(directory.bySection().european.map(({ id }) => id)).to.deep.equal(['c']);
  });

  it('gives the numbers of a country, and those for Europe where it knows none', () => {
    const dataFolder = writeDataFolder({ helplines: [makeHelplines('EU', '112'), makeHelplines('US', '911')] });
    const directory = loadDirectory({ dataFolder, lists: bothLists });
    expect(directory.helplines('US').emergency.number).to.equal('911');
    expect(directory.helplines('BR').country).to.equal('EU');
    expect(directory.helplines(null).country).to.equal('EU');
  });

  it('counts as served only the countries of organisations that still work', () => {
    const dataFolder = writeDataFolder({
      organisations: [
        makeOrganisation({ id: 'a', countries: ['PT', 'ES'] }),
        makeOrganisation({ id: 'b', countries: ['FR'], linkAdvice: 'do-not-link' }),
      ],
    });
    expect(loadDirectory({ dataFolder, lists: bothLists }).countriesServed).to.deep.equal(['ES', 'PT']);
  });

  it('lists every fault of all files in one error', () => {
    const error = faultsOf(
      writeDataFolder({
        organisations: [
          { ...makeOrganisation({ id: 'a', alternatives: ['nobody'] }) },
          { ...makeOrganisation({ id: 'b', cancerTypes: ['brest'] }) },
          { ...makeOrganisation({ id: 'c' }), url: 'a.example', colour: 'red' },
        ],
        cancerTypes: [...someCancerTypes, makeCancerType({ id: 'x', parent: 'y' })],
        helplines: [makeHelplines('GB')],
      }),
    );
    expect(error.faults.map(({ file, place }) => `${file}: ${place}`)).to.deep.equal([
      `${WORLDWIDE}: c, url`,
      `${WORLDWIDE}: c`,
      `${WORLDWIDE}: a, alternatives[0]`,
      `${WORLDWIDE}: b, cancerTypes[0]`,
      'cancer-types.json: x, parent or alsoUnder',
      'helplines.json: EU',
    ]);
    expect(error.message).to.contain('6 faults').and.to.contain('no organisation has the id "nobody"');
    expect(error.faults.every(({ message }) => message.includes('; '))).to.equal(true);
  });

  it('does not blame an entry for pointing to one that is faulty itself', () => {
    const error = faultsOf(
      writeDataFolder({
        organisations: [
          makeOrganisation({ id: 'a', alternatives: ['b'] }),
          { ...makeOrganisation({ id: 'b' }), topics: ['singing'] },
        ],
      }),
    );
    expect(error.faults.map(({ place }) => place)).to.deep.equal(['b, topics[0]']);
  });

  it('names the file that is missing or is not JSON, and says no more about it', () => {
    const organisations = [makeOrganisation({ id: 'a', cancerTypes: ['breast'] })];
    const broken = faultsOf(writeDataFolder({ organisations, cancerTypes: '[{' }));
    expect(broken.faults.map(({ file }) => file)).to.deep.equal(['cancer-types.json']);
    expect(broken.message).to.contain('is not valid JSON');
    expect(faultsOf('/nowhere').faults.map(({ file }) => file)).to.deep.equal([
      'organisations/europe.json',
      'organisations/society.json',
      WORLDWIDE,
      'cancer-types.json',
      'helplines.json',
    ]);
    expect(faultsOf(writeDataFolder({ organisations: { a: 1 } })).message).to.contain('is not a list');
  });

  it('finds a country whose numbers stand twice', () => {
    const helplines = [makeHelplines('EU'), makeHelplines('GB'), makeHelplines('GB')];
    expect(faultsOf(writeDataFolder({ helplines })).faults.map(({ place }) => place)).to.deep.equal(['GB']);
  });

  it('names an entry without an id by its number', () => {
    const { id: _, ...nameless } = makeOrganisation({ id: 'a' });
    expect(faultsOf(writeDataFolder({ organisations: [nameless] })).faults[0]?.place).to.equal('entry 1, id');
  });
});
