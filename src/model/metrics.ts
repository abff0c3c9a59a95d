/**
 * Numbers measured from source text. No judgement: limits live in smells, verdicts in gates.
 * Everything here is plain JSON, so that it can be cached and passed between threads.
 */

/** One `if`, `while` or `for` condition that joins operands with `&&` or `||`. */
export interface ComplexCondition {
  /** 1-based line of the condition. */
  readonly line: number;
  /** Count of `&&` and `||` in it, at least 2. */
  readonly operators: number;
}

/** What a parameter's declared type says about it; `untyped` where there is no annotation. */
export type ParameterType = 'string' | 'other-primitive' | 'structured' | 'untyped';

/** Two or more assertions in a row. */
export interface AssertionBlock {
  readonly line: number;
  readonly endLine: number;
  /** Line of the innermost function or callback around it: equal for blocks of one test. */
  readonly testLine: number;
  /** Count of assertions in the run. */
  readonly assertions: number;
  /** Equal for blocks whose text is the same but for white space and comments. */
  readonly hash: string;
}

/** A template or string literal that spans many lines inside a function. */
export interface EmbeddedBlock {
  readonly line: number;
  readonly lines: number;
}

/** What kind of declaration a function comes from. */
export type FunctionKind = 'function' | 'method' | 'constructor' | 'accessor';

/** Most hashes that a `bodySketch` holds: an estimate of likeness is within about 1/√64 of the true value. */
export const bodySketchSize = 64;

/** Everything measured about one function. */
export interface FunctionMetrics {
  /** Name as a reader would say it: `name`, or `Owner.name` for members of classes and named objects. */
  readonly name: string;
  readonly kind: FunctionKind;
  /**
   * Whether the score counts it: what stands in front of some functions hides them from CodeScene's counter (see
   * `languages/`). The findings of such a one are shown and gated, but cost nothing; it is in no mean, share or sum.
   */
  readonly counted: boolean;
  /** 1-based, inclusive. */
  readonly line: number;
  readonly endLine: number;
  readonly cyclomaticComplexity: number;
  /** Lines from the first to the last, without blank and comment-only lines. */
  readonly linesOfCode: number;
  /** Deepest nesting of control blocks; 0 where there is none. */
  readonly maxNestingDepth: number;
  /** Bumps of the bumpy road: separate chunks of nested logic. */
  readonly bumps: number;
  /** Count of parameters; a destructured object is one. */
  readonly parameters: number;
  readonly parameterTypes: readonly ParameterType[];
  readonly containsJsx: boolean;
  /** In source order. */
  readonly complexConditions: readonly ComplexCondition[];
  readonly embeddedBlocks: readonly EmbeddedBlock[];
  /**
   * Hash of the body's tokens: equal where only white space, comments, semicolons, trailing commas, the leading bar of
   * a union or the function's own name differ.
   */
  readonly bodyHash: string;
  /** Sorted sample of hashed token runs of the body, for likeness (bottom-k sketch, see `languages/`). */
  readonly bodySketch: readonly number[];
}

/** Two functions of one file that are alike. Indexes into `FileMetrics.functions`, `first < second`. */
export interface DuplicatePair {
  readonly first: number;
  readonly second: number;
  /** 0..1: 2·LCS/(n₁+n₂) over the raw tokens of both. */
  readonly similarity: number;
}

/** A class, and how its members hang together. */
export interface ClassMetrics {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  /** Methods, accessors, constructors, and fields that hold a function. */
  readonly functions: number;
  /** LCOM4: groups of functions that share neither state nor calls. */
  readonly cohesionGroups: number;
}

/** Code outside of all functions. */
export interface GlobalCodeMetrics {
  readonly cyclomaticComplexity: number;
  readonly maxNestingDepth: number;
  /** Line of the deepest, respectively first, condition; 1 where there is none. */
  readonly line: number;
}

/** A `@codescene(disable…)` comment as written. */
export interface SuppressionComment {
  /** 1-based line of the comment. */
  readonly line: number;
  /** The names behind `disable:` as written, or `all`. */
  readonly smells: readonly string[] | 'all';
  /** What stands in it beside these and cannot be read. */
  readonly unread: readonly string[];
  /** Index of the function it stands before, or `file` at the top of the file. */
  readonly scope: number | 'file' | 'none';
}

/** Everything measured about one file. */
export interface FileMetrics {
  /** Lines of the file, blank and comment lines included. */
  readonly lines: number;
  readonly isTest: boolean;
  /** In source order. */
  readonly functions: readonly FunctionMetrics[];
  readonly classes: readonly ClassMetrics[];
  readonly global: GlobalCodeMetrics;
  /** In source order; empty where the file is no test. They mostly stand in callbacks, which are no functions. */
  readonly assertionBlocks: readonly AssertionBlock[];
  readonly duplicates: readonly DuplicatePair[];
  readonly suppressions: readonly SuppressionComment[];
}

/** Why a supported file could not be measured. */
export interface Unmeasurable {
  /** One sentence for a reader, without a full stop. */
  readonly reason: string;
  /** 1-based line where known. */
  readonly line: number | null;
}

/** The outcome of measuring one source text. */
export type Measurement =
  | { readonly measured: true; readonly metrics: FileMetrics }
  | { readonly measured: false; readonly unmeasurable: Unmeasurable };
