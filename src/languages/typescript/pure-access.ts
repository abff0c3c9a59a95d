import { ts } from './compiler.ts';

/** Whether a member of a class is `return this.name;`, `this.name = value;` or `() => this.name`, and nothing else. */
export function isPureAccess(member: ts.ClassElement): boolean {
  const { body } = (ts.isPropertyDeclaration(member) ? member.initializer : member) as ts.MethodDeclaration;
  if (!body) return false;
  if (!ts.isBlock(body)) return isOwnField(body);
  const [statement, ...others] = body.statements;
  return statement !== undefined && others.length === 0 && accessesOwnField(statement);
}

function accessesOwnField(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return isOwnField(statement.expression);
  return ts.isExpressionStatement(statement) && setsOwnField(statement.expression);
}

function setsOwnField(node: ts.Expression): boolean {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  return isOwnField(node.left) && ts.isIdentifier(node.right);
}

function isOwnField(node: ts.Node | undefined): boolean {
  if (!node || !ts.isPropertyAccessExpression(node)) return false;
  return node.expression.kind === ts.SyntaxKind.ThisKeyword;
}
