import { indexByKind } from './by-kind.ts';
import { ts } from './compiler.ts';
import type { Scope } from './scope.ts';

/**
 * Cyclomatic complexity: 1, and 1 more for each branch.
 *
 * Branches are `if`, each loop, `case`, `? :`, `&&`, `||`, `?.`, `throw`, `catch` with a binding and each
 * `.catch(` call. Not counted: `??`, the assignments `??=` `||=` `&&=`, `catch` without a binding, `try`,
 * `finally`, `default`, default values, types, and whatever stands in a template literal.
 * Evidence: CodeScene's reports on real functions. A textbook would leave out `throw`, `?.` and `.catch(`.
 *
 * @param from branches before this offset are left out
 * @param to branches from this offset on are left out
 */
export function countComplexity(scope: Scope, from: number, to: number): number {
  const isCounted = (offset: number) => offset >= from && offset < to;
  return 1 + scope.branches.filter(isCounted).length + scope.logicalOperators.filter(isCounted).length;
}

/** Notes the branch that a node makes by itself, its children left aside. */
export function collectBranch(node: ts.Node, scope: Scope): void {
  collectors[node.kind]?.(node, scope);
}

type Collector = (node: ts.Node, scope: Scope) => void;

const collectStatement: Collector = (node, { branches }) => {
  branches.push(node.pos);
};

function collectConditional(node: ts.Node, { branches }: Scope): void {
  branches.push((node as ts.ConditionalExpression).questionToken.pos);
}

/** `catch {` without a binding is not counted. */
function collectCatchClause(node: ts.Node, { branches }: Scope): void {
  const { variableDeclaration } = node as ts.CatchClause;
  if (variableDeclaration) branches.push(variableDeclaration.pos);
}

function collectOptionalChain(node: ts.Node, { branches }: Scope): void {
  const { questionDotToken } = node as ts.PropertyAccessExpression | ts.CallExpression;
  if (questionDotToken) branches.push(questionDotToken.pos);
}

/** `promise.catch(…)` handles an error as a `catch` clause does, and is counted like one. */
function collectCall(node: ts.Node, scope: Scope): void {
  collectOptionalChain(node, scope);
  const { expression } = node as ts.CallExpression;
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'catch') {
    scope.branches.push(expression.end);
  }
}

function collectLogicalOperator(node: ts.Node, { logicalOperators }: Scope): void {
  const { kind, pos } = (node as ts.BinaryExpression).operatorToken;
  const isLogical = kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
  if (isLogical) logicalOperators.push(pos);
}

const collectors = indexByKind<Collector>([
  [ts.SyntaxKind.IfStatement, collectStatement],
  [ts.SyntaxKind.ForStatement, collectStatement],
  [ts.SyntaxKind.ForInStatement, collectStatement],
  [ts.SyntaxKind.ForOfStatement, collectStatement],
  [ts.SyntaxKind.WhileStatement, collectStatement],
  [ts.SyntaxKind.DoStatement, collectStatement],
  [ts.SyntaxKind.CaseClause, collectStatement],
  [ts.SyntaxKind.ThrowStatement, collectStatement],
  [ts.SyntaxKind.ConditionalExpression, collectConditional],
  [ts.SyntaxKind.CatchClause, collectCatchClause],
  [ts.SyntaxKind.PropertyAccessExpression, collectOptionalChain],
  [ts.SyntaxKind.ElementAccessExpression, collectOptionalChain],
  [ts.SyntaxKind.CallExpression, collectCall],
  [ts.SyntaxKind.BinaryExpression, collectLogicalOperator],
]);
