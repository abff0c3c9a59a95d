import type { FunctionKind } from '../../model/metrics.ts';
import type { ts } from './compiler.ts';

/** A stretch of the source text, as offsets; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A control statement, or the `else` of one. */
export interface ControlBlock {
  readonly position: number;
  /** 1 for the outermost. */
  readonly depth: number;
  /** Offset of the innermost named function around it that belongs to the scope (`const f = () => …`), or `ownPart`. */
  readonly part: number;
}

/** The part of a scope that stands in no named function inside of it. */
export const ownPart = -1;

export interface Condition {
  /** Of the statement that it decides on. */
  readonly position: number;
  /** Count of `&&` and `||`. */
  readonly operators: number;
}

/**
 * What the walk collects for one function, or for the code outside of all functions.
 * Everything carries its offset, so that what lies behind the function's end can be left out afterwards.
 */
export interface Scope {
  /** Offsets of branches other than `&&` and `||`. */
  readonly branches: number[];
  /** Offsets of `&&` and `||`. */
  readonly logicalOperators: number[];
  readonly blocks: ControlBlock[];
  /** Of braced `if`, `while` and `for`. */
  readonly conditions: Condition[];
  /** Anywhere in it: CodeScene's limit of lines is that of a component also where the component is cut. */
  containsJsx: boolean;
  readonly textBlocks: Range[];
  /** Functions of their own inside this one, in source order. */
  readonly inner: Range[];
}

export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration;

export interface FunctionScope extends Scope {
  readonly node: FunctionNode;
  readonly name: string;
  readonly kind: FunctionKind;
  /** From the declaration's first token, decorators left out, to its last. */
  readonly range: Range;
  /** The statement or member that the function comes with: comments before it speak of the function. */
  readonly lead: ts.Node;
}

export interface ClassScope {
  readonly node: ts.ClassLikeDeclaration;
  readonly name: string;
}

/** What is seen of a stretch that only a parser can delimit. */
export interface OpaqueRange extends Range {
  /** `text` counts but for its white space, `raw` to the letter, `comment` only as lines of code. */
  readonly content: 'text' | 'raw' | 'comment';
}

/** Everything that one walk over the syntax tree finds. */
export interface Outline {
  /** In source order. */
  readonly functions: FunctionScope[];
  readonly classes: ClassScope[];
  /** Code outside of all functions that runs when the file is loaded. */
  readonly global: Scope;
  /** Code in callbacks outside of all functions: they run later, and are no functions by themselves. */
  readonly callbacks: Scope;
  /** In source order, without overlaps. */
  readonly opaque: OpaqueRange[];
}

export function createScope(): Scope {
  return {
    branches: [],
    logicalOperators: [],
    blocks: [],
    conditions: [],
    containsJsx: false,
    textBlocks: [],
    inner: [],
  };
}

/**
 * Where a function ends: before the first function of its own inside it, or at its last token.
 * Evidence: the ends of functions that CodeScene reports. What follows the inner function is measured by nobody;
 * to judge it as a function of its own moves 5 of the 6 scores that it changes away from those that are reported.
 */
export function findCut(scope: FunctionScope): number {
  return scope.inner[0]?.start ?? scope.range.end;
}
