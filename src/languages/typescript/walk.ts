import { indexByKind } from './by-kind.ts';
import { ts } from './compiler.ts';
import { collectBranch } from './complexity.ts';
import { controlFlowVisitors } from './control-flow.ts';
import { declarationVisitors } from './declarations.ts';
import { expressionVisitors } from './expressions.ts';
import { functionVisitors } from './functions.ts';
import { literalVisitors } from './literals.ts';
import { createScope, type FunctionNode, type Outline, type Scope } from './scope.ts';

/** Where the walk stands, and what it has found so far. */
export interface Walk {
  readonly file: ts.SourceFile;
  readonly outline: Outline;
  /** The function that encloses the node, or the global code. */
  scope: Scope;
  /** The innermost function around the node, also one that is no function of its own. */
  enclosing: FunctionNode | undefined;
  /** Control statements around the node, within `scope`. */
  depth: number;
  /** Dotted path of the class, namespace or object that owns the members around the node; may be empty. */
  owner: string;
  /** The innermost statement or member around the node. */
  lead: ts.Node;
  /** Names that variables, properties and assignments give to functions, classes and objects. */
  readonly names: Map<ts.Node, GivenName>;
  readonly visit: (node: ts.Node) => void;
  readonly visitChildren: (node: ts.Node) => void;
}

/** A name, and where the declaration that gives it begins. */
export interface GivenName {
  readonly name: string;
  readonly by: 'variable' | 'property' | 'field' | 'assignment' | 'export' | 'wrapper';
  readonly start: number;
}

export type Visitor<N extends ts.Node = ts.Node> = (node: N, walk: Walk) => void;

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
  const outline: Outline = { functions: [], classes: [], global: createScope(), opaque: [] };
  const walk: Walk = {
    file,
    outline,
    scope: outline.global,
    enclosing: undefined,
    depth: 0,
    owner: '',
    lead: file,
    names: new Map(),
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
