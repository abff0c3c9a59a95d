import type { FunctionKind } from '../../model/metrics.ts';
import { ts } from './compiler.ts';
import { qualifyName, readMemberName } from './names.ts';
import { splitsOffInner } from './parameters.ts';
import { createScope, type FunctionNode, type FunctionScope, ownPart, type Range } from './scope.ts';
import { startOf } from './source-text.ts';
import { startOfMember } from './starts.ts';
import type { GivenName, Visitor, Walk } from './visitor.ts';

/** A function that is measured by itself. */
interface Recognised {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly start: number;
}

type Recognise<N extends FunctionNode> = (node: N, walk: Walk) => Recognised | undefined;

/** Overloads, and declarations of functions that stand elsewhere, have no body and are none. */
const recogniseDeclaration: Recognise<ts.FunctionDeclaration> = (node, { file, owner }) => {
  if (!node.body) return undefined;
  const name = qualifyName(owner, node.name?.text ?? 'default');
  return { name, kind: 'function', start: startOf(node, file) };
};

type Member = ts.MethodDeclaration | ts.ConstructorDeclaration | ts.AccessorDeclaration;

/** Members of classes and object literals alike; abstract ones and overloads have no body and are none. */
const recogniseMember: Recognise<Member> = (node, { file, owner }) => {
  if (!node.body) return undefined;
  const name = ts.isConstructorDeclaration(node) ? 'constructor' : readMemberName(node.name, file);
  return { name: qualifyName(owner, name), kind: kindOfMember(node), start: startOfMember(node, file) };
};

function kindOfMember(node: Member): FunctionKind {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  return ts.isMethodDeclaration(node) ? 'method' : 'accessor';
}

/**
 * An arrow function or function expression is measured by itself where it has a name: its own (`memo(function
 * List() …)`), a class field's, or, outside of all functions, a variable's or property's. Any other belongs to
 * what encloses it: so do callbacks, and `const handle = () => …` inside a function.
 * Evidence: the functions, and the ends of functions, that CodeScene reports.
 */
const recogniseExpression: Recognise<ts.ArrowFunction | ts.FunctionExpression> = (node, walk) => {
  const given = walk.names.get(node);
  if (given && takesName(node, given, walk)) {
    return { name: given.name, kind: isMember(given) ? 'method' : 'function', start: given.start };
  }
  return node.name && { name: node.name.text, kind: 'function', start: startOf(node, walk.file) };
};

function isMember({ by }: GivenName): boolean {
  return by === 'field' || by === 'property';
}

/** A name of its own goes before that of a variable which holds the wrapped function. */
function takesName(node: ts.ArrowFunction | ts.FunctionExpression, given: GivenName, walk: Walk): boolean {
  return node.name ? given.by !== 'wrapper' : standsAlone(node, given, walk);
}

function standsAlone(node: ts.ArrowFunction | ts.FunctionExpression, { by }: GivenName, walk: Walk): boolean {
  if (by === 'field' || isOutside(walk)) return true;
  return by === 'variable' && isSplitOff(node, walk);
}

/** Whether the node stands in no function that is measured by itself. */
function isOutside({ scope, outline }: Walk): boolean {
  return scope === outline.global || scope === outline.callbacks;
}

/**
 * Where a function spells out an object or literal type among its parameters (`({ a }: { a: T }) => …`), each
 * `const name = (…) => { … }` directly in it, and not in a callback, is a function of its own.
 * Evidence: ends of functions that CodeScene reports; without it the mean error of the score doubles.
 */
function isSplitOff(node: ts.ArrowFunction | ts.FunctionExpression, { enclosing }: Walk): boolean {
  if (!ts.isArrowFunction(node) || !ts.isBlock(node.body) || !enclosing) return false;
  return splitsOffInner(enclosing);
}

/** Measures a function by itself, or as a part of what encloses it. */
function visitFunction<N extends FunctionNode>(recognise: Recognise<N>): Visitor<N> {
  return (node, walk) => {
    const { owner, lead, enclosing } = walk;
    if (isLead(node)) walk.lead = node;
    const recognised = recognise(node, walk);
    walk.owner = '';
    walk.enclosing = node;
    if (recognised) enterFunction(node, recognised, walk);
    else visitUnnamed(node, walk);
    walk.owner = owner;
    walk.lead = lead;
    walk.enclosing = enclosing;
  };
}

/** A callback is a part of what encloses it; outside of functions it is none of what runs on loading. */
function visitUnnamed(node: FunctionNode, walk: Walk): void {
  const { scope, part, outline, calledAtOnce } = walk;
  if (scope === outline.global && node.body && !calledAtOnce.has(node)) walk.scope = outline.callbacks;
  if (walk.names.has(node)) walk.part = node.pos;
  walk.visitChildren(node);
  walk.scope = scope;
  walk.part = part;
}

function isLead({ kind }: FunctionNode): boolean {
  return kind !== ts.SyntaxKind.ArrowFunction && kind !== ts.SyntaxKind.FunctionExpression;
}

function enterFunction(node: FunctionNode, recognised: Recognised, walk: Walk): void {
  const { scope, depth, part, outline, lead } = walk;
  const range: Range = { start: recognised.start, end: node.end };
  const inside: FunctionScope = Object.assign(createScope(), {
    node,
    name: recognised.name,
    kind: recognised.kind,
    range,
    lead,
  });
  scope.inner.push(range);
  outline.functions.push(inside);
  walk.scope = inside;
  walk.depth = 0;
  walk.part = ownPart;
  node.parameters.forEach(walk.visit);
  if (node.body) walk.visit(node.body);
  walk.scope = scope;
  walk.depth = depth;
  walk.part = part;
}

export const functionVisitors = new Map<ts.SyntaxKind, Visitor>([
  [ts.SyntaxKind.FunctionDeclaration, visitFunction(recogniseDeclaration) as Visitor],
  [ts.SyntaxKind.MethodDeclaration, visitFunction(recogniseMember) as Visitor],
  [ts.SyntaxKind.Constructor, visitFunction(recogniseMember) as Visitor],
  [ts.SyntaxKind.GetAccessor, visitFunction(recogniseMember) as Visitor],
  [ts.SyntaxKind.SetAccessor, visitFunction(recogniseMember) as Visitor],
  [ts.SyntaxKind.ArrowFunction, visitFunction(recogniseExpression) as Visitor],
  [ts.SyntaxKind.FunctionExpression, visitFunction(recogniseExpression) as Visitor],
]);
