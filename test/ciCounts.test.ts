// The last line of .ci/run is believed: it must be true also where the tests did not come to their end.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const script = fileURLToPath(new URL('../.ci/run', import.meta.url));
const mocha = fileURLToPath(new URL('../node_modules/mocha/bin/mocha.js', import.meta.url));
const hasBash = spawnSync('bash', ['--version']).status === 0;

/** Runs .ci/run on a repository whose only test file is this one; `npm` does nothing but run it. */
function runWith(test: string): { status: number | null; last: string | undefined } {
  const folder = mkdtempSync(join(tmpdir(), 'ci run '));
  try {
    for (const name of ['.ci', 'bin']) mkdirSync(join(folder, name));
    cpSync(script, join(folder, '.ci/run'));
    writeFileSync(join(folder, 'one.test.js'), test);
    const command = `"${process.execPath}" "${mocha}" --no-package --no-config one.test.js`;
    writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\nif [ "$1" = test ]; then exec ${command}; fi\n`, {
      mode: 0o755,
    });
    writeFileSync(join(folder, 'bin/chromium'), '#!/bin/sh\n', { mode: 0o755 });
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, FORCE_COLOR: '1' };
    const { status, stdout } = spawnSync('bash', [join(folder, '.ci/run')], { env, encoding: 'utf8' });
    return { status, last: stdout.trimEnd().split('\n').at(-1) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the last line of .ci/run', function () {
  this.timeout(60_000);
  before(function () {
    if (!hasBash) this.skip();
  });

  it('counts what passed, failed and was skipped', () => {
    expect(runWith("it('a', () => {}); it('b', () => {}); it.skip('c');")).to.deep.equal({
      status: 0,
      last: '2 passed, 0 failed, 1 skipped',
    });
    const fails = "it('a', () => {}); it('b', () => { throw new Error('7 failing'); });";
    expect(runWith(fails)).to.deep.equal({ status: 1, last: '1 passed, 1 failed' });
  });

  it('counts a hook that fails', () => {
    const hook =
      "describe('x', () => { before(() => { throw new Error('x'); }); it('a', () => {}); }); it('b', () => {});";
    expect(runWith(hook)).to.deep.equal({ status: 1, last: '1 passed, 1 failed' });
  });

  it('is red where the process ends early, even with exit code 0, is killed, or does not start', () => {
    for (const [end, passed] of [
      ["it('a', () => {}); it('b', () => process.exit(0));", 1],
      ["it('a', () => {}); it('b', () => process.kill(process.pid, 'SIGKILL'));", 1],
      ['this is no program', 0],
    ] as const) {
      expect(runWith(end), end).to.deep.equal({ status: 1, last: `${passed} passed, 1 failed` });
    }
  });
});
