// npm run fuzz -- [--seed N] [--requests N] [--held N] [--kill N] [--json]

import { parseArgs } from 'node:util';
import { killUnderLoad } from './kill.ts';
import { makeFolders, startProgram } from './program.ts';
import { faultsOf, tableOf } from './report.ts';
import { fuzz } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    requests: { type: 'string', default: '50000' },
    held: { type: 'string', default: '8' },
    kill: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const seed = Number(values.seed);
const folders = makeFolders();
try {
  if (values.kill !== undefined) {
    const report = await killUnderLoad(folders, Number(values.kill), seed);
    print(values.json ? JSON.stringify(report, null, 2) : tableOf(report));
    if (report.lost.length > 0) process.exitCode = 1;
  } else {
    if (!values.json) print(`seed ${seed}`);
    const program = await startProgram(folders);
    const report = await fuzz({ seed, requests: Number(values.requests), held: Number(values.held) }, program, folders);
    await program.stop();
    print(values.json ? JSON.stringify(report, null, 2) : tableOf(report));
    const faults = faultsOf(report);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  folders.remove();
}
