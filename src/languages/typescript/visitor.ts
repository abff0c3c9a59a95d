import type { ts } from './compiler.ts';
import type { FunctionNode, Outline, Scope } from './scope.ts';

/** Where the walk stands, and what it has found so far. */
export interface Walk {
  readonly file: ts.SourceFile;
  readonly outline: Outline;
  /** The function that encloses the node, or the code outside of functions. */
  scope: Scope;
  /** The innermost function around the node, also one that is no function of its own. */
  enclosing: FunctionNode | undefined;
  /** Control statements around the node, within `scope`. */
  depth: number;
  /** The part of `scope` that the node stands in: see `ControlBlock`. */
  part: number;
  /** Dotted path of the class, namespace or object that owns the members around the node; may be empty. */
  owner: string;
  /** The innermost statement or member around the node. */
  lead: ts.Node;
  /** Names that variables, properties and assignments give to functions, classes and objects. */
  readonly names: Map<ts.Node, GivenName>;
  /** Functions that are called where they stand. */
  readonly calledAtOnce: Set<ts.Node>;
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
