import { ConfigError, readConfig } from './config.ts';
import { DataError } from './dataFiles/dataFile.ts';
import { catchTheRest } from './http/lastNet.ts';
import { createServer } from './server.ts';
import { loadGuide } from './start/loadGuide.ts';
import { warmUp } from './start/warmUp.ts';
import { StoreError } from './storage/store.ts';

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

try {
  process.loadEnvFile();
} catch {
  // There is no .env: the defaults and the environment are enough.
}

try {
  const config = readConfig(process.env);
  const guide = loadGuide(config);
  const server = createServer(config, guide, log);
  server.on('error', (error: NodeJS.ErrnoException) => {
    log(
      error.code === 'EADDRINUSE'
        ? `Port ${config.PORT} is taken: stop the other program, or set PORT.`
        : `The server failed: ${error.message}`,
    );
    process.exitCode = 1;
  });
  server.listen(config.PORT, config.HOST, () => {
    process.stdout.write(
      `Ready: http://${config.HOST}:${server.address().port}/ (the list), /api/messages (the bot).\nAsk in the terminal: npm run ask\n`,
    );
    // Whoever asks in the first moment goes first.
    setTimeout(
      () => warmUp(guide).catch((error: Error) => log(`The first questions failed: ${error.message}`)),
      500,
    ).unref();
  });
  catchTheRest(() => server.stop(), log);
  const end = (): void => {
    void server.stop().then(() => process.exit());
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof DataError) && !(error instanceof StoreError)) throw error;
  log(error.message);
  process.exitCode = 1;
}
