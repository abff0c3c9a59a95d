import ts from 'typescript';

/** Every identifier below a node but the names of members: more than what is meant, never less. */
export function* mentions(node: ts.Node): Generator<ts.Identifier> {
  const children: ts.Node[] = [node];
  for (let next = children.pop(); next; next = children.pop()) {
    if (ts.isIdentifier(next) && !isMemberName(next)) yield next;
    ts.forEachChild(next, (child) => {
      children.push(child);
    });
  }
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return hasMemberName(parent) && parent.name === node;
}

function hasMemberName(
  node: ts.Node,
): node is ts.PropertyAccessExpression | ts.PropertyAssignment | ts.MethodDeclaration {
  return ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node);
}
