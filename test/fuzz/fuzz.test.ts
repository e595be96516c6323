import { expect } from 'chai';
import { killUnderLoad } from './kill.ts';
import { type Folders, makeFolders, startProgram } from './program.ts';
import { createRandom } from './random.ts';
import { faultsOf, tableOf } from './report.ts';
import { nextRequest } from './requests.ts';
import { fuzz } from './run.ts';
import { createTokens } from './tokens.ts';

const SEED = 13;
const REQUESTS = 3000;
const KILLS = 3;

describe('the whole program, as a process of its own', function () {
  this.timeout(180_000);
  let folders: Folders;
  beforeEach(() => {
    folders = makeFolders();
  });
  afterEach(() => folders.remove());

  it(`answers ${REQUESTS} generated requests without a fault, and writes nothing outside DATA_DIR`, async () => {
    const program = await startProgram(folders);
    const report = await fuzz({ seed: SEED, requests: REQUESTS, held: 0 }, program, folders);
    await program.stop();
    expect(faultsOf(report), tableOf(report)).to.deep.equal([]);
  });

  it(`goes on with every talk that it had answered when it is killed under load, ${KILLS} times`, async () => {
    const report = await killUnderLoad(folders, KILLS, SEED);
    expect(report.lost).to.deep.equal([]);
    expect(Math.min(report.teamsTalks, report.websiteTalks)).to.be.greaterThan(0);
  });
});

describe('the generated requests', () => {
  it('are the same for the same seed, and others for another', () => {
    const written = (seed: number): string[] => {
      const [random, tokens] = [createRandom(seed), createTokens()];
      return Array.from({ length: 200 }, () => nextRequest(random, tokens).bytes.toString('latin1'));
    };
    expect(written(1)).to.deep.equal(written(1));
    expect(written(1)).not.to.deep.equal(written(2));
  });
});
