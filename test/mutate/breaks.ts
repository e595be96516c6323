import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isArrayLiteralExpression,
  isArrowFunction,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isConditionalExpression,
  isContinueStatement,
  isExpressionStatement,
  isIfStatement,
  isNoSubstitutionTemplateLiteral,
  isNumericLiteral,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';

/** A break of one node: the text that is replaced, and by what. */
export interface Break {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Each operator with those that are put in its place: the neighbour at its border, and its opposite. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
};

/** Each method with the one that is called in its place. */
const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  pop: 'shift',
  shift: 'pop',
  find: 'findLast',
  findLast: 'find',
  union: 'intersection',
};

/** Methods without which a list is still a list. */
const DROPPED = ['filter', 'sort', 'toSorted', 'slice', 'reverse', 'toReversed', 'trim', 'toLowerCase'];

const instead = (kind: string, node: Node, replacement: string): Break => ({
  kind,
  start: node.getStart(),
  end: node.end,
  replacement,
});

/** What is returned in place of a value: nothing, of the same shape where the text shows it. */
function nothingLike(node: Node): string {
  if (isArrayLiteralExpression(node)) return '[]';
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isTemplateExpression(node)) return "''";
  if (isCallExpression(node) && /\.(?:map|filter|flatMap|toSorted|slice)$/.test(node.expression.getText())) return '[]';
  return 'null';
}

function returned(node: Node): Break[] {
  const nothing = nothingLike(node);
  return node.getText() === nothing ? [] : [instead('a returned value is nothing', node, nothing)];
}

function ofNumber(node: Node): Break[] {
  const number = Number(node.getText().replaceAll('_', ''));
  if (!Number.isFinite(number)) return [];
  return [number + 1, number - 1].map((other) => instead('a number is another', node, `(${other})`));
}

function ofCall(node: Node): Break[] {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return [];
  const { expression: list, name } = node.expression;
  const method = name.getText();
  const other = METHODS[method];
  return [
    ...(other ? [instead('a method is another', name, other)] : []),
    ...(DROPPED.includes(method) ? [{ ...instead('a call is left out', node, ''), start: list.end }] : []),
  ];
}

/** All the ways in which one node is broken; its children are not looked at. */
export function breaksOf(node: Node): Break[] {
  if (isBinaryExpression(node)) {
    const others = OPERATORS[node.operatorToken.getText()] ?? [];
    return others.map((other) => instead('an operator is another', node.operatorToken, other));
  }
  if (isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
    return [{ ...instead('"not" is left out', node, ''), end: node.operand.getStart() }];
  if (isNumericLiteral(node)) return ofNumber(node);
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node))
    return node.text === '' || /\s/.test(node.text) ? [] : [instead('a constant is empty', node, "''")];
  if (node.kind === SyntaxKind.TrueKeyword) return [instead('true is false', node, 'false')];
  if (node.kind === SyntaxKind.FalseKeyword) return [instead('false is true', node, 'true')];
  if (isIfStatement(node))
    return ['true', 'false'].map((fixed) => instead('a condition is fixed', node.expression, fixed));
  if (isConditionalExpression(node))
    return ['true', 'false'].map((fixed) => instead('a condition is fixed', node.condition, fixed));
  if (isReturnStatement(node)) return node.expression ? returned(node.expression) : [];
  if (isArrowFunction(node)) return isBlock(node.body) ? [] : returned(node.body);
  if (isExpressionStatement(node) || isContinueStatement(node)) return [instead('a statement is left out', node, ';')];
  return ofCall(node);
}
