import type { Severity } from './profile.ts';

/** One occurrence of one smell at one place in one revision. */
export interface Finding {
  /** Smell id, kebab-case. */
  readonly smell: string;
  /** Smell name in CodeScene's spelling. */
  readonly name: string;
  readonly severity: Severity;
  /** Name of the function, `null` for a finding on the file. */
  readonly function: string | null;
  /** 1-based, inclusive. */
  readonly line: number;
  readonly endLine: number;
  /** What was measured and the last allowed value, in the unit of the smell's limit. */
  readonly measured: number;
  readonly limit: number;
  /** One sentence that carries name, value and limit. */
  readonly message: string;
}

/** Lines of a file on one side. */
export interface CodePlace {
  readonly path: string;
  /** 1-based, inclusive. */
  readonly line: number;
  readonly endLine: number;
}

/** How a finding differs between the two sides of a change. */
export type ChangeType = 'introduced' | 'degraded' | 'improved' | 'fixed' | 'unchanged';

/** A finding together with what the change did to it. For `fixed`, place and value are the old side's. */
export interface DeltaFinding extends Finding {
  readonly changeType: ChangeType;
  /** The old side's measured value; `null` where introduced. */
  readonly before: number | null;
  /** Where the same code stands on the other side; `null` where it is not there. */
  readonly otherSide: CodePlace | null;
}
