import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { expect } from 'chai';
import { bundle } from '../../src/web/server/browserCode.ts';

function filesOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return join(folder, 'entry.ts');
}

describe('TypeScript for the browser', () => {
  it('becomes one module, each file once and before those that need it', () => {
    const entry = filesOf({
      'entry.ts':
        "import { two } from './two.ts';\nimport {\n  one,\n} from './one.ts';\nexport const three: number = one + two;\n",
      'two.ts':
        "import { one } from './one.ts';\nimport type { Shape } from './shape.ts';\n/** Says\n * more. */\nexport const two: number = one * 2;\n",
      'one.ts': '// First.\nexport const one = 1 as const;\n',
      'shape.ts': 'export interface Shape { a: string }\n',
    });
    const code = bundle(entry);
    expect(code.split('\n').map((line) => line.replace(/\s+/g, ' '))).to.deep.equal([
      'const one = 1 ;',
      'const two = one * 2;',
      'const three = one + two;',
      '',
    ]);
  });

  it('is refused where it cannot be joined', () => {
    expect(() => bundle(filesOf({ 'entry.ts': "import { x } from 'zod';\n" }))).to.throw(SyntaxError, /zod/);
    expect(() => bundle(filesOf({ 'entry.ts': 'export default 1;\n' }))).to.throw(SyntaxError, /export default/);
    expect(() => bundle(filesOf({ 'entry.ts': "import * as all from './entry.ts';\n" }))).to.throw(SyntaxError);
    expect(() =>
      bundle(filesOf({ 'entry.ts': "import { a as b } from './a.ts';\n", 'a.ts': 'export const a = 1;\n' })),
    ).to.throw(SyntaxError);
  });

  it('of the chat is one script in which no name stands twice', () => {
    const code = bundle(fileURLToPath(new URL('../../src/web/browser/chat.ts', import.meta.url)));
    expect(() => new Script(`'use strict';(async () => {${code}})`)).not.to.throw();
    expect(code).not.to.match(/^(?:import|export)\b/m);
  });
});
