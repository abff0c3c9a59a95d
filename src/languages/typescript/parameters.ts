import type { ParameterType } from '../../model/metrics.ts';
import { ts } from './compiler.ts';
import type { FunctionNode } from './scope.ts';

/** The parameters that a caller fills in: `this` in front only has a type. A destructured object is one. */
export function listParameters(node: FunctionNode): readonly ts.ParameterDeclaration[] {
  return node.parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === 'this'));
}

/**
 * What a parameter's declared type is, `null` and `undefined` in a union left aside. Arrays, literals, `any`
 * and named types are structured: the primitive share counts string, number, boolean and bigint only.
 */
export function classifyParameter({ type }: ts.ParameterDeclaration): ParameterType {
  if (!type) return 'untyped';
  const members = listMembers(type);
  if (members.length === 0 || !members.every(({ kind }) => primitiveKinds.has(kind))) return 'structured';
  return members.every(({ kind }) => kind === ts.SyntaxKind.StringKeyword) ? 'string' : 'other-primitive';
}

/** Whether a parameter's type spells out the members of an object, at any place of it. */
export function hasInlineObjectType({ type }: ts.ParameterDeclaration): boolean {
  return type !== undefined && holdsTypeLiteral(type);
}

function holdsTypeLiteral(node: ts.Node): boolean {
  return ts.isTypeLiteralNode(node) || ts.forEachChild(node, holdsTypeLiteral) === true;
}

const primitiveKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.BooleanKeyword,
  ts.SyntaxKind.BigIntKeyword,
]);

/** The members of a union, or the type itself, without parentheses, `null` and `undefined`. */
function listMembers(type: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(type)) return listMembers(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(listMembers);
  return isNullish(type) ? [] : [type];
}

function isNullish(type: ts.TypeNode): boolean {
  if (type.kind === ts.SyntaxKind.UndefinedKeyword) return true;
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}
