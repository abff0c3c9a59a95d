import type { ConnectionKind } from './platform.ts';

/** How a rule counts: critical rules are those that profiles gate first. */
export type Severity = 'critical' | 'advisory';

/** One smell's settings for one path. */
export interface RuleSettings {
  readonly enabled: boolean;
  readonly severity: Severity;
  /** Multiplies the penalty points; 0 is the same as off. */
  readonly weight: number;
  /** Limits by camelCase name (`maxCyclomaticComplexity`), each the last allowed value. */
  readonly limits: Readonly<Record<string, number>>;
}

/** Settings of every smell, by smell id, for one path. */
export type Rules = Readonly<Record<string, RuleSettings>>;

/** Every gate, in the order of the documentation. */
export const gateNames = [
  'hotspot-decline',
  'code-health-decline',
  'new-code-health',
  'critical-rules',
  'advisory-rules',
  'refactoring-goals',
  'supervise-goals',
  'coverage',
] as const;
/** The name of a gate, as profiles have it. */
export type GateName = (typeof gateNames)[number];

/** A gate's settings; `false` is off. */
export interface GateSettings {
  readonly 'hotspot-decline': false | { readonly maxDecline: number };
  readonly 'code-health-decline': false | { readonly maxDecline: number };
  readonly 'new-code-health': false | { readonly minScore: number };
  /** `smells: null` means every enabled rule of that severity. */
  readonly 'critical-rules': false | { readonly smells: readonly string[] | null };
  readonly 'advisory-rules': false | { readonly smells: readonly string[] | null };
  readonly 'refactoring-goals': boolean;
  readonly 'supervise-goals': boolean;
  readonly coverage:
    | false
    | {
        /** Percent. */
        readonly minNewAndChangedLines: number;
        /** With fewer new and changed lines that can be executed the gate does not judge. */
        readonly minExecutableLines: number;
      };
}

/** What the tool says on the pull request. */
export interface FeedbackSettings {
  readonly insightsReport: boolean;
  readonly annotations: {
    readonly degradations: boolean;
    readonly improvements: boolean;
    readonly uncoveredLines: boolean;
  };
  readonly buildStatus: boolean;
  readonly comment: 'always' | 'on-change' | 'never';
}

/** What a team wants for some files; the first goal that matches a path holds. */
export interface Goal {
  /** Patterns, relative to the repository's root. */
  readonly files: readonly string[];
  /** `no-goal` takes files out of a goal that stands further down. */
  readonly goal: 'refactor' | 'supervise' | 'no-goal';
  readonly note: string | null;
}

/** A named preset for `--connection`: an address and the names of variables, never a secret. */
export interface Connection {
  readonly type: ConnectionKind;
  /** Base URL of the API, or address of the Data Center server; `null` for the default of the type. */
  readonly url: string | null;
  /** Name of the environment variable that holds the token; `null` for the default of the type. */
  readonly tokenVariable: string | null;
  /** Name of the environment variable that holds the account's email; `null` for the default. */
  readonly emailVariable: string | null;
}

/** Whether suppressions that the change itself adds count (`honour`) or have to stand on the target first. */
export type NewSuppressions = 'honour' | 'ignore';

/** Which file or built-in profile gave a value. */
export interface ValueOrigin {
  /** A file's path, `built-in: <name>`, or `default` for what a smell itself declares. */
  readonly source: string;
  /** 1-based; `null` where there is no line to point at. */
  readonly line: number | null;
}

/** One value of a resolved profile, as `profile show` lists it. */
export interface ProfileValue {
  /** Dotted, in the profile file's spelling: `rules.complex-method.max-cyclomatic-complexity`. */
  readonly key: string;
  readonly value: string | number | boolean | readonly string[];
  readonly origin: ValueOrigin;
}

/** A profile with everything inherited and defaulted. */
export interface Profile {
  readonly name: string;
  /** Where it was read from, for a reader: `built-in`, or a path with a revision. */
  readonly origin: string;
  /** The gates that hold where no override says otherwise. */
  readonly gates: GateSettings;
  readonly feedback: FeedbackSettings;
  /** A supported file that cannot be measured makes the run incomplete (`fail`) or is only said (`warn`). */
  readonly unmeasured: 'fail' | 'warn';
  readonly suppressions: { readonly new: NewSuppressions };
  /** By name of the preset. */
  readonly connections: Readonly<Record<string, Connection>>;
  /** Every value with its origin, in the order of the profile file: gates, rules, files, overrides, and so on. */
  readonly values: readonly ProfileValue[];
  /** The rules that hold for a path. Pure; the same object for paths under the same overrides. */
  readonly rulesFor: (path: string) => Rules;
  /** The gates that hold for a path. Pure; the same object for paths under the same overrides. */
  readonly gatesFor: (path: string) => GateSettings;
  /** The goal set for a path, or `null`; `no-goal` is `null` as well. Pure. */
  readonly goalFor: (path: string) => Goal | null;
  /** The pattern that excludes a path, or `null`. Pure. */
  readonly excludedBy: (path: string) => string | null;
  /** The files that it was read from, nearest first; relative to the repository's root, or absolute. */
  readonly files: readonly string[];
  /** What stands in it and has no effect; one sentence each, with file and line. */
  readonly warnings: readonly string[];
  /** The same for patterns that match none of the repository's files, given all of them. Pure. */
  readonly warningsFor: (paths: readonly string[]) => readonly string[];
}
