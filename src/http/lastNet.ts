import { describeError, newReference } from '../faults/describeError.ts';

/**
 * The last net under the whole program: what nobody has caught is told to the operator, the connections are said goodbye to,
 * and the process ends with 1, since nobody knows what state it is in. A supervisor starts it again (docs/operating.md).
 *
 * @param goodbye stops the server
 * @param log takes lines for the operator
 */
export function catchTheRest(goodbye: () => Promise<void>, log: (line: string) => void): void {
  let isEnding = false;
  const end = (error: unknown): void => {
    log(`The program failed and ends, reference ${newReference()}: ${describeError(error)}`);
    if (isEnding) return;
    isEnding = true;
    process.exitCode = 1;
    void goodbye().finally(() => process.exit(1));
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
