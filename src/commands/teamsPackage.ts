import { fileURLToPath } from 'node:url';
import { runPackageCommand } from '../teamsPackage/packageCommand.ts';

try {
  process.loadEnvFile();
} catch {
  // There is no .env: the environment is enough.
}

/** `npm run teams:package`: dist/teams-app.zip from data/teams/. */
process.exitCode = runPackageCommand(
  process.env,
  {
    dataFolder: fileURLToPath(new URL('../../data', import.meta.url)),
    zipFile: fileURLToPath(new URL('../../dist/teams-app.zip', import.meta.url)),
  },
  (line) => {
    process.stdout.write(`${line}\n`);
  },
);
