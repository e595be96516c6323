import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const lastNet = fileURLToPath(new URL('../../src/http/lastNet.ts', import.meta.url));

/** Runs a piece of code under the last net. */
function run(code: string): Promise<{ code: number; errors: string }> {
  const text = `import { catchTheRest } from ${JSON.stringify(lastNet)};
    catchTheRest(async () => process.stderr.write('goodbye\\n'), (line) => process.stderr.write(line + '\\n'));
    setTimeout(() => process.stderr.write('still here'), 5000);
    ${code}`;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--input-type=module-typescript', '--no-warnings', '-e', text],
      (error, _out, errors) => {
        resolve({ code: Number(error?.code ?? 0), errors });
      },
    );
  });
}

describe('the last net', () => {
  for (const [what, code] of [
    ['an exception that nobody caught', "setTimeout(() => { throw new RangeError('my secret words'); }, 10);"],
    ['a promise that nobody waited for', "void Promise.reject(new RangeError('my secret words'));"],
  ] as const) {
    it(`tells ${what} with a reference and without its words, says goodbye and ends with 1`, async () => {
      const { code: exit, errors } = await run(code);
      expect(exit).to.equal(1);
      expect(errors).to.match(/The program failed and ends, reference [0-9A-Z]{6}: RangeError\n\s+at /);
      expect(errors).to.include('goodbye').and.not.to.include('secret').and.not.to.include('still here');
    });
  }
});
