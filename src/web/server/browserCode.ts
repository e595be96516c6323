// TypeScript for the browser -> one JavaScript module, at start: there is no build step to remember.

import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

/** `import { a, b } from './file.ts';`, on one line or on several. */
const IMPORT = /^import\s+(?:\{([^}]*)\}\s+from\s+)?['"]([^'"]+)['"];?$/gm;
const EXPORT = /^export (?=(?:async )?(?:function|const|let|class)\b)/gm;
/** Comments on lines of their own: they say nothing to a browser, and weigh. */
const COMMENT = /^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/.*)[ \t]*\n/gm;

// Node calls stripping experimental and says so at each start; it is what runs this file, too.
function withoutTypes(code: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/**
 * Puts a file and everything that it imports into one module, those it needs before it. The names at the top of all
 * files must differ, since they meet in one scope; test/web/browserCode.test.ts sees to it.
 *
 * @param entry path of the file that begins
 * @throws SyntaxError for what cannot be joined by taking the words `import` and `export` away
 */
export function bundle(entry: string): string {
  const done = new Set<string>();
  const parts: string[] = [];
  const add = (file: string): void => {
    if (done.has(file)) return;
    done.add(file);
    const code = withoutTypes(readFileSync(file, 'utf8'));
    for (const [line, names = '', target = ''] of code.matchAll(IMPORT)) {
      if (!target.startsWith('.') || / as /.test(names))
        throw new SyntaxError(`${relative(process.cwd(), file)} cannot be sent to a browser: ${line}`);
      add(resolve(dirname(file), target));
    }
    const joined = code
      .replace(IMPORT, '')
      .replace(EXPORT, '')
      .replace(COMMENT, '')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{2,}/g, '\n');
    const left = /^(?:import|export)\b.*/m.exec(joined);
    if (left) throw new SyntaxError(`${relative(process.cwd(), file)} cannot be sent to a browser: ${left[0]}`);
    parts.push(joined.trim());
  };
  add(resolve(entry));
  return `${parts.join('\n')}\n`;
}
