import { ts } from './compiler.ts';
import { collectBranch } from './complexity.ts';
import { giveName, unwrap } from './given-names.ts';
import { readTargetName } from './names.ts';
import { startOf } from './source-text.ts';
import type { Visitor, Walk } from './visitor.ts';

const visitBinary: Visitor<ts.BinaryExpression> = (node, walk) => {
  for (const link of collectChain(node, ts.isBinaryExpression, ({ left }) => left, walk)) {
    nameAssigned(link, walk);
    walk.visit(link.right);
  }
};

/** An assignment names what stands on its right side. */
function nameAssigned({ left, operatorToken, right }: ts.BinaryExpression, walk: Walk): void {
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
  const name = readTargetName(left);
  const by = name === 'module.exports' ? 'export' : 'assignment';
  if (name) giveName(right, { name, by, start: startOf(left, walk.file) }, walk);
}

type AccessExpression = ts.CallExpression | ts.PropertyAccessExpression | ts.ElementAccessExpression;

function isAccess(node: ts.Node): node is AccessExpression {
  return (
    ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
  );
}

/** What a link is taken of; a function there runs where it stands: `(() => { … })()`. */
function leftOfAccess(link: AccessExpression, { calledAtOnce }: Walk): ts.Expression {
  const callee = ts.isCallExpression(link) ? unwrap(link.expression) : undefined;
  if (callee && ts.isFunctionLike(callee)) calledAtOnce.add(callee);
  return link.expression;
}

/** `a.b(c).d[e]`: each link is a name, arguments or an index. */
const visitAccess: Visitor<AccessExpression> = (node, walk) => {
  for (const link of collectChain(node, isAccess, (link) => leftOfAccess(link, walk), walk)) {
    if (ts.isCallExpression(link)) link.arguments.forEach(walk.visit);
    if (ts.isElementAccessExpression(link)) walk.visit(link.argumentExpression);
  }
};

/**
 * `a && b && c` and `a.b().c()` are trees as deep as they have links, and generated code joins thousands: the left
 * side is descended in a loop. Visits what the chain begins with; gives its links in source order.
 */
function collectChain<Link extends ts.Expression>(
  last: Link,
  isLink: (node: ts.Node) => node is Link,
  leftOf: (link: Link) => ts.Expression,
  walk: Walk,
): readonly Link[] {
  const chain = [last];
  let first = leftOf(last);
  while (isLink(first)) {
    collectBranch(first, walk.scope);
    chain.push(first);
    first = leftOf(first);
  }
  walk.visit(first);
  return chain.reverse();
}

export const expressionVisitors = new Map<ts.SyntaxKind, Visitor>([
  [ts.SyntaxKind.BinaryExpression, visitBinary as Visitor],
  [ts.SyntaxKind.CallExpression, visitAccess as Visitor],
  [ts.SyntaxKind.PropertyAccessExpression, visitAccess as Visitor],
  [ts.SyntaxKind.ElementAccessExpression, visitAccess as Visitor],
]);
