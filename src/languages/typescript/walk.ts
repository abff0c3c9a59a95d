import { indexByKind } from './by-kind.ts';
import { ts } from './compiler.ts';
import { collectBranch } from './complexity.ts';
import { controlFlowVisitors } from './control-flow.ts';
import { declarationVisitors } from './declarations.ts';
import { expressionVisitors } from './expressions.ts';
import { functionVisitors } from './functions.ts';
import { literalVisitors } from './literals.ts';
import { createScope, type Outline, ownPart } from './scope.ts';
import type { Visitor, Walk } from './visitor.ts';

/** Where no code stands: types, and the names that come and go over a file's border. */
const skippedKinds = [
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
];

const visitors = indexByKind<Visitor>([
  ...controlFlowVisitors,
  ...declarationVisitors,
  ...expressionVisitors,
  ...functionVisitors,
  ...literalVisitors,
  ...skippedKinds.map((kind) => [kind, () => {}] as const),
]);

/** Walks a syntax tree once, in source order, and collects what every metric is made of. */
export function outlineFile(file: ts.SourceFile): Outline {
  const [global, callbacks] = [createScope(), createScope()];
  const outline: Outline = { functions: [], classes: [], global, callbacks, opaque: [] };
  const walk: Walk = {
    file,
    outline,
    scope: global,
    enclosing: undefined,
    depth: 0,
    part: ownPart,
    owner: '',
    lead: file,
    names: new Map(),
    calledAtOnce: new Set(),
    visit: (node) => visitNode(node, walk),
    visitChildren: (node) => ts.forEachChild(node, walk.visit),
  };
  walk.visitChildren(file);
  return outline;
}

function isType(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstTypeNode && kind <= ts.SyntaxKind.LastTypeNode;
}

function visitNode(node: ts.Node, walk: Walk): void {
  const { kind } = node;
  if (isType(kind)) return;
  collectBranch(node, walk.scope);
  const visitor = visitors[kind];
  if (visitor) visitor(node, walk);
  else if (kind >= ts.SyntaxKind.FirstNode) walk.visitChildren(node);
}
