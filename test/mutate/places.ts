import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isInterfaceDeclaration,
  isNewExpression,
  isPropertyAssignment,
  isThrowStatement,
  isTypeAliasDeclaration,
  isTypeNode,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { breaksOf } from './breaks.ts';
import type { Mutant } from './mutant.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is called to tell people something: its text is no behaviour. */
const TELLING = /^(?:log|console|print)\b|\.(?:describe|meta)$/;

/** Nodes in which nothing is broken: types, what is brought from elsewhere, and words for the operator. */
function isLeftAlone(node: Node): boolean {
  if (isTypeNode(node) || isInterfaceDeclaration(node) || isTypeAliasDeclaration(node)) return true;
  if (isImportDeclaration(node) || isExportDeclaration(node) || isThrowStatement(node)) return true;
  if (isNewExpression(node)) return /Error$/.test(node.expression.getText());
  return isCallExpression(node) && TELLING.test(node.expression.getText());
}

function collect(node: Node, file: string, into: Mutant[]): void {
  if (isLeftAlone(node)) return;
  into.push(...breaksOf(node).map((each) => ({ file, ...each })));
  node.forEachChild((child) => {
    // The name of a property, even in quotes, is no constant: it is a name that the types check.
    if (isPropertyAssignment(node) && child === node.name) return;
    collect(child, file, into);
  });
}

/**
 * All mutants of some files, in the order of the files and of the places in them.
 *
 * @param isWanted which files of the project are broken, by their paths from the root with "/"
 */
export function mutantsOf(isWanted: (path: string) => boolean): Mutant[] {
  const api = new API({ cwd: ROOT });
  try {
    const project = api.updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.json')] }).getProjects()[0]!;
    const mutants: Mutant[] = [];
    for (const name of project.program.getSourceFileNames().toSorted()) {
      const file = relative(ROOT, name);
      if (!isWanted(file.replaceAll('\\', '/')) || name.endsWith('.d.ts')) continue;
      const source = project.program.getSourceFile(name);
      if (source) collect(source, file, mutants);
    }
    return mutants;
  } finally {
    api.close();
  }
}
