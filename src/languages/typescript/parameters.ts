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

/**
 * Whether CodeScene's counter takes it for a function. It passes over one with a literal type among its parameters
 * (`mode: 'run' | 'check'`, `step: 1 | -1`, `kind: Item['kind']`), and one that spells out an object type before the
 * last parameter (`refs: { key: string }[], key: string`, `<T extends { key: string }>(items: T[])`).
 * Evidence: the scores of 15 versions of 7 files, among them init.ts, review.ts and runner.ts of agent-validator and
 * InspectorPanels.tsx and NoteList.tsx of tolaria, and 1,238 lines that it reports where all functions have 1,316.
 */
export function isCounted({ parameters, typeParameters }: FunctionNode): boolean {
  const isHidden =
    parameters.some(hasLiteralType) ||
    parameters.slice(0, -1).some(hasInlineObjectType) ||
    typeParameters?.some(({ constraint }) => holds(constraint, ts.isTypeLiteralNode)) === true;
  return !isHidden;
}

/** Whether CodeScene's counter takes named arrow functions in the body for functions of their own. */
export function splitsOffInner({ parameters }: FunctionNode): boolean {
  return parameters.some((parameter) => hasInlineObjectType(parameter) || hasLiteralType(parameter));
}

type Test = (node: ts.Node) => boolean;

function holds(type: ts.TypeNode | undefined, test: Test): boolean {
  const isInside: Test = (node) => test(node) || ts.forEachChild(node, isInside) === true;
  return type !== undefined && isInside(type);
}

/** Whether a parameter's type spells out the members of an object, at any place of it. */
function hasInlineObjectType({ type }: ts.ParameterDeclaration): boolean {
  return holds(type, ts.isTypeLiteralNode);
}

/** A text, number or truth value as a type, at any place of it; `null` is none. */
function hasLiteralType({ type }: ts.ParameterDeclaration): boolean {
  return holds(type, (node) => ts.isLiteralTypeNode(node) && !isNullish(node));
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

function isNullish(type: ts.Node): boolean {
  if (type.kind === ts.SyntaxKind.UndefinedKeyword) return true;
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}
