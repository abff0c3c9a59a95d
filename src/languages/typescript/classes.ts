import type { ClassMetrics } from '../../model/metrics.ts';
import { indexByKind } from './by-kind.ts';
import { ts } from './compiler.ts';
import type { LineMap } from './lines.ts';
import { readMemberName } from './names.ts';
import { isPureAccess } from './pure-access.ts';
import type { ClassScope } from './scope.ts';
import { startOf } from './source-text.ts';

export function measureClass({ node, name }: ClassScope, file: ts.SourceFile, lines: LineMap): ClassMetrics {
  const functions = node.members.filter(isFunction);
  return {
    name,
    line: lines.lineAt(startOf(node, file)),
    endLine: lines.lineAt(node.end - 1),
    functions: functions.length,
    cohesionGroups: countCohesionGroups(node, functions, file),
  };
}

/** Methods, accessors and constructors with a body, and fields that hold a function. */
function isFunction(member: ts.ClassElement): boolean {
  if (ts.isPropertyDeclaration(member)) {
    return member.initializer !== undefined && ts.isFunctionLike(member.initializer);
  }
  return ts.isFunctionLike(member) && (member as ts.MethodDeclaration).body !== undefined;
}

/** A class of values has a function of its own for many of them: alone it makes no second subject. */
const fewestInGroup = 2;

/**
 * LCOM4 (Hitz and Montazeri, "Measuring coupling and cohesion in object-oriented systems"): groups of functions
 * that shared fields and calls hold together. The constructor touches every field, which would hide the groups:
 * it is in none. Neither are those that share no state of an object (static ones, and functions that use no member and
 * that none uses), and those that only give out or take in one field. A function by itself is no group.
 */
function countCohesionGroups(
  { name }: ts.ClassLikeDeclaration,
  functions: readonly ts.ClassElement[],
  file: ts.SourceFile,
): number {
  const groups: Groups = new Map();
  const members = new Set<string>();
  for (const member of functions) {
    if (!member.name || isStatic(member) || isPureAccess(member)) continue;
    const ownName = readMemberName(member.name, file);
    members.add(ownName);
    for (const used of findUses(member, name?.text)) joinGroups(groups, ownName, used);
  }
  const sizes = countEach([...members].map((member) => findGroup(groups, member)));
  return sizes.filter((size) => size >= fewestInGroup).length;
}

function isStatic(member: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

/** How often each of the names stands there. */
function countEach(names: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()];
}

/** For each name, another one of its group; a name without an entry stands for its group. */
type Groups = Map<string, string>;

function findGroup(groups: Groups, name: string): string {
  let group = name;
  for (let next = groups.get(group); next !== undefined; next = groups.get(group)) group = next;
  if (group !== name) groups.set(name, group);
  return group;
}

function joinGroups(groups: Groups, first: string, second: string): void {
  const [a, b] = [findGroup(groups, first), findGroup(groups, second)];
  if (a !== b) groups.set(a, b);
}

/** The names of a class's members that one of them uses. */
function findUses(member: ts.ClassElement, className: string | undefined): ReadonlySet<string> {
  const uses: Uses = { className, names: new Set() };
  const visit = (node: ts.Node): void => {
    collectors[node.kind]?.(node, uses);
    if (node.kind >= ts.SyntaxKind.FirstNode && !hasOwnThis(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(member, visit);
  return uses.names;
}

function hasOwnThis(node: ts.Node): boolean {
  return ts.isClassLike(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node);
}

interface Uses {
  readonly className: string | undefined;
  readonly names: Set<string>;
}

type Collector = (node: ts.Node, uses: Uses) => void;

/** `#name`, also in `#name in other`. */
function collectPrivateName(node: ts.Node, { names }: Uses): void {
  names.add((node as ts.PrivateIdentifier).text);
}

/** `this.name`, and `Class.name`. */
function collectProperty(node: ts.Node, { names, className }: Uses): void {
  const { expression, name } = node as ts.PropertyAccessExpression;
  if (isOwner(expression, className)) names.add(name.text);
}

/** `this['name']`. */
function collectElement(node: ts.Node, { names, className }: Uses): void {
  const { expression, argumentExpression } = node as ts.ElementAccessExpression;
  if (isOwner(expression, className) && ts.isStringLiteralLike(argumentExpression)) {
    names.add(argumentExpression.text);
  }
}

/** `const { name } = this`. */
function collectDestructured(node: ts.Node, { names }: Uses): void {
  const { initializer, name } = node as ts.VariableDeclaration;
  if (initializer?.kind !== ts.SyntaxKind.ThisKeyword || !ts.isObjectBindingPattern(name)) return;
  for (const { propertyName, name: local } of name.elements) {
    const read = propertyName ?? local;
    if (ts.isIdentifier(read)) names.add(read.text);
  }
}

function isOwner(node: ts.Expression, className: string | undefined): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  return ts.isIdentifier(node) && node.text === className;
}

const collectors = indexByKind<Collector>([
  [ts.SyntaxKind.PrivateIdentifier, collectPrivateName],
  [ts.SyntaxKind.PropertyAccessExpression, collectProperty],
  [ts.SyntaxKind.ElementAccessExpression, collectElement],
  [ts.SyntaxKind.VariableDeclaration, collectDestructured],
]);
