import type {
  Connection,
  FeedbackSettings,
  GateName,
  GateSettings,
  Goal,
  NewSuppressions,
  Profile,
  Severity,
  ValueOrigin,
} from '../model/profile.ts';
import type { Position } from './complaint.ts';
import type { KeyPath } from './key-path.ts';

/** A value and where it was written. */
export interface Originated<T> {
  readonly value: T;
  readonly origin: ValueOrigin;
}

/** Where the value at a path was written. */
export type OriginAt = (path: KeyPath) => ValueOrigin;

/** The rule settings that one place gives, by smell id. */
export interface RuleValues {
  readonly enabled: ReadonlyMap<string, Originated<boolean>>;
  readonly severity: ReadonlyMap<string, Originated<Severity>>;
  readonly weight: ReadonlyMap<string, Originated<number>>;
  /** By smell id and camelCase limit name: `complex-method.maxCyclomaticComplexity`. */
  readonly limits: ReadonlyMap<string, Originated<number>>;
}

export type GateValues = { readonly [N in GateName]?: Originated<GateSettings[N]> };

/** What a file, or one of its overrides, says about rules and gates. */
export interface Scope {
  readonly rules: RuleValues;
  readonly gates: GateValues;
}

export interface Override extends Scope {
  readonly files: Originated<readonly string[]>;
}

export interface FeedbackValues {
  readonly insightsReport: Originated<boolean> | undefined;
  readonly degradations: Originated<boolean> | undefined;
  readonly improvements: Originated<boolean> | undefined;
  readonly uncoveredLines: Originated<boolean> | undefined;
  readonly buildStatus: Originated<boolean> | undefined;
  readonly comment: Originated<FeedbackSettings['comment']> | undefined;
}

/** One profile file: only what it says itself, each value with its place. */
export interface ProfileLayer extends Scope {
  /** The file's path, or `built-in: <name>`. */
  readonly source: string;
  /** As written; `null` where it is missing. */
  readonly extends: { readonly name: string; readonly position: Position } | null;
  readonly exclude: readonly Originated<string>[];
  readonly include: readonly Originated<string>[];
  readonly unmeasured: Originated<Profile['unmeasured']> | undefined;
  readonly overrides: readonly Override[];
  readonly goals: readonly Originated<Goal>[];
  readonly feedback: FeedbackValues;
  readonly newSuppressions: Originated<NewSuppressions> | undefined;
  readonly connections: ReadonlyMap<string, Originated<Connection>>;
  /** The files that it was read from, where that is not the source alone. */
  readonly files?: readonly string[];
  /** What the files say that cannot be honoured, a sentence each, with its place. */
  readonly warnings?: readonly string[];
}
