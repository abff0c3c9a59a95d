import { ts } from './compiler.ts';
import { startOf } from './source-text.ts';
import type { Visitor, Walk } from './visitor.ts';

function isBraced(body: ts.Statement): boolean {
  return body.kind === ts.SyntaxKind.Block;
}

function addBlock(node: ts.Node, { scope, depth, part }: Walk): void {
  scope.blocks.push({ position: node.pos, depth: depth + 1, part });
}

function visitDeeper(body: ts.Node, walk: Walk): void {
  walk.depth += 1;
  walk.visit(body);
  walk.depth -= 1;
}

/** Visits the condition of a control statement; one with a braced body may be a complex conditional. */
function visitCondition(condition: ts.Expression, body: ts.Statement, walk: Walk, start: number): void {
  const { scope } = walk;
  const before = scope.logicalOperators.length;
  walk.visit(condition);
  const operators = scope.logicalOperators.length - before;
  if (operators > 0 && isBraced(body)) scope.conditions.push({ position: start, operators });
}

const visitIf: Visitor<ts.IfStatement> = (node, walk) => {
  const { expression, thenStatement, elseStatement } = node;
  addBlock(node, walk);
  visitCondition(expression, thenStatement, walk, startOf(node, walk.file));
  visitDeeper(thenStatement, walk);
  if (elseStatement) visitElse(elseStatement, walk);
};

/** `else if` stays on the level of its `if`, and an `else` stands there with it. */
function visitElse(node: ts.Statement, walk: Walk): void {
  if (ts.isIfStatement(node)) {
    walk.visit(node);
    return;
  }
  addBlock(node, walk);
  visitDeeper(node, walk);
}

const visitFor: Visitor<ts.ForStatement> = (node, walk) => {
  addBlock(node, walk);
  if (node.initializer) walk.visit(node.initializer);
  if (node.condition) visitCondition(node.condition, node.statement, walk, startOf(node, walk.file));
  if (node.incrementor) walk.visit(node.incrementor);
  visitDeeper(node.statement, walk);
};

const visitForEach: Visitor<ts.ForInStatement | ts.ForOfStatement> = (node, walk) => {
  addBlock(node, walk);
  walk.visit(node.initializer);
  walk.visit(node.expression);
  visitDeeper(node.statement, walk);
};

const visitWhile: Visitor<ts.WhileStatement> = (node, walk) => {
  addBlock(node, walk);
  visitCondition(node.expression, node.statement, walk, startOf(node, walk.file));
  visitDeeper(node.statement, walk);
};

const visitDo: Visitor<ts.DoStatement> = (node, walk) => {
  addBlock(node, walk);
  visitDeeper(node.statement, walk);
  walk.visit(node.expression);
};

const visitSwitch: Visitor<ts.SwitchStatement> = (node, walk) => {
  addBlock(node, walk);
  walk.visit(node.expression);
  visitDeeper(node.caseBlock, walk);
};

export const controlFlowVisitors = new Map<ts.SyntaxKind, Visitor>([
  [ts.SyntaxKind.IfStatement, visitIf as Visitor],
  [ts.SyntaxKind.ForStatement, visitFor as Visitor],
  [ts.SyntaxKind.ForInStatement, visitForEach as Visitor],
  [ts.SyntaxKind.ForOfStatement, visitForEach as Visitor],
  [ts.SyntaxKind.WhileStatement, visitWhile as Visitor],
  [ts.SyntaxKind.DoStatement, visitDo as Visitor],
  [ts.SyntaxKind.SwitchStatement, visitSwitch as Visitor],
]);
