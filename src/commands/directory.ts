import { dataNotes, dataValidators } from '../start/dataValidators.ts';
import { runDirectoryCommand } from './directoryCommand.ts';

/**
 * `npm run --silent directory -- check`: all of `data/`, what the directory reads and what the understanding reads;
 * `-- schemas`: what editors and their tools read of its schemas.
 */
process.exitCode = runDirectoryCommand(
  process.argv.slice(2),
  (line) => {
    process.stdout.write(`${line}\n`);
  },
  dataValidators,
  dataNotes,
);
