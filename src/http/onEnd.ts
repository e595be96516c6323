const LOOK_EVERY_MS = 250;

/**
 * Tells when the process is to end: by SIGTERM or SIGINT, or because the npm that started it has gone. npm gives a signal to
 * its shell only, which does not pass it on.
 *
 * @param isNpmScript whether npm started this process
 */
export function onEnd(isNpmScript: boolean, end: () => void): void {
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (!isNpmScript) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, LOOK_EVERY_MS).unref();
}
