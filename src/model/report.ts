import type { ChangeType, DeltaFinding, Finding } from './finding.ts';
import type { FunctionMetrics } from './metrics.ts';
import type { GateName, Goal, Severity } from './profile.ts';
import type { FileChange } from './source.ts';

/** The version of the result file's shape. */
export const schemaVersion = 1;

/** `incomplete`: a supported file could not be measured and the gate holds for the rest. */
export type ReportStatus = 'passed' | 'failed' | 'incomplete';
/** `not-applicable`: the change has nothing that the gate judges. */
export type GateStatus = 'passed' | 'failed' | 'off' | 'not-applicable';

/** One violated condition of a gate. */
export interface GateCondition {
  readonly path: string;
  readonly line: number | null;
  /** Smell id; `null` where the condition is about a score, or about coverage (percent). */
  readonly smell: string | null;
  readonly measured: number;
  readonly limit: number;
  readonly message: string;
}

/** What a gate says of the change. */
export interface GateResult {
  readonly gate: GateName;
  readonly status: GateStatus;
  readonly conditions: readonly GateCondition[];
}

/** A function of the head side as the result file shows it. */
export type ReportedFunction = Pick<
  FunctionMetrics,
  | 'name'
  | 'line'
  | 'endLine'
  | 'cyclomaticComplexity'
  | 'linesOfCode'
  | 'maxNestingDepth'
  | 'bumps'
  | 'parameters'
  | 'counted'
>;

/** What one finding costs, or all findings of a smell in a file where they are charged once. */
export interface ScoreItem {
  readonly smell: string;
  readonly function: string | null;
  /** Line of the finding; `null` for what is charged once a file. */
  readonly line: number | null;
  /** At most six decimals. */
  readonly penaltyPoints: number;
}

/** What a score is made of, so that it can be done again by hand: `floor(100·(1 + 9·e^(−0.03525·PP)))/100`. */
export interface ScoreBreakdown {
  /** The sum of the items, exact to six decimals. */
  readonly penaltyPoints: number;
  readonly items: readonly ScoreItem[];
}

/** A function with findings that the change took from one file to another; said in both. */
export interface MovedFunction {
  /** Its name and line in this file: on the head side where it came in, on the old side where it went out. */
  readonly function: string;
  readonly line: number;
  readonly direction: 'in' | 'out';
  /** Where it came from or went to. */
  readonly otherPath: string;
  readonly otherFunction: string;
  /** Ids of the smells found in it on either side, in alphabetical order, each once. */
  readonly smells: readonly string[];
}

/** How far tests cover the new and changed lines of a file that a coverage file speaks of. */
export interface FileCoverage {
  /** Count of new and changed lines that can be executed. */
  readonly executableLines: number;
  /** How many of these are covered. */
  readonly coveredLines: number;
  /** The others, in the order of the file. A range may hold changed lines between them that cannot be executed. */
  readonly uncovered: readonly LineRange[];
}

/** 1-based, inclusive. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** A changed file of a supported type, measured. */
export interface FileReport {
  readonly path: string;
  /** The old path of a renamed file, else `null`. */
  readonly oldPath: string | null;
  readonly change: FileChange;
  /** Only there where `false`: the path is not valid UTF-8 and shown in a readable form. */
  readonly pathIsExact?: false;
  /** `null` where the history to know it is missing. */
  readonly hotspot: boolean | null;
  /** What the profile wants for the file; `null` for nothing. */
  readonly goal: Pick<Goal, 'goal' | 'note'> | null;
  /**
   * 1.0 to 10.0; `null` for a new file, or where the old side could not be measured. Of the old side as it would be in
   * the layout of the new one: formatting moves lines of code, and a change of layout is none of health.
   */
  readonly oldScore: number | null;
  /**
   * The old score as it would be had the functions that came from other files stood here before, as they were; of
   * these alone in a new file. `null` where none came in. What only moved makes nothing worse.
   */
  readonly oldScoreWithMoves: number | null;
  /** `null` for a deleted file. */
  readonly newScore: number | null;
  /** What `newScore` is made of; `null` for a deleted file. */
  readonly scoreBreakdown: ScoreBreakdown | null;
  /** What the change did, without `unchanged`; introduced, degraded, improved, fixed, then by line. */
  readonly findings: readonly DeltaFinding[];
  /** Findings of the head side that the change left as they were. */
  readonly unchanged: readonly Finding[];
  /** Functions with findings that came from another file or went to one; by line. */
  readonly moved: readonly MovedFunction[];
  /** `null` where no coverage was given, or where it does not speak of the file. */
  readonly coverage: FileCoverage | null;
  readonly functions: readonly ReportedFunction[];
}

/** A file that was not measured. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
  /** 1-based line that the reason points at, where there is one. */
  readonly line: number | null;
  /** Not measured though it should have been: it makes the run incomplete. */
  readonly unmeasured: boolean;
}

/** What was compared with what. */
export interface ReportContext {
  /** Full hash of the judged commit; `null` where the working tree or the index is judged. */
  readonly source: string | null;
  readonly sourceKind: 'commit' | 'working-tree' | 'index';
  /** Full hash of the target's tip. */
  readonly target: string | null;
  readonly targetRef: string | null;
  readonly mergeBase: string | null;
  readonly pullRequest: number | null;
}

/** A smell that a `@codescene(disable…)` comment speaks of, where there is one to suppress. */
export interface Suppression {
  readonly path: string;
  /** Of the comment. */
  readonly line: number;
  readonly smell: string;
  readonly function: string | null;
  /** On the old side no comment suppressed this smell here. */
  readonly added: boolean;
  /** `false` where the profile has new suppressions ignored: the finding counts. */
  readonly honoured: boolean;
}

/** A file that mostly changes together with one that the change touches, and now did not. */
export interface ExpectedChange {
  /** The changed file. */
  readonly path: string;
  /** The file that did not change. */
  readonly expectedPath: string;
  /** Count of commits that changed both. */
  readonly sharedCommits: number;
  /** Count of commits that changed `path`. */
  readonly commits: number;
}

/** How much care a review deserves, and why in one line. */
export interface ReviewLevel {
  readonly level: 'low' | 'medium' | 'high';
  readonly reason: string;
}

/** The complete result: the one input of renderers and publishers. */
export interface Report {
  readonly schemaVersion: typeof schemaVersion;
  readonly tool: { readonly name: string; readonly version: string };
  readonly status: ReportStatus;
  readonly context: ReportContext;
  readonly profile: { readonly name: string; readonly origin: string };
  readonly summary: {
    readonly filesChanged: number;
    readonly filesAnalyzed: number;
    readonly filesSkipped: number;
    readonly findings: Readonly<Record<Exclude<ChangeType, 'unchanged'>, number>>;
  };
  readonly gates: readonly GateResult[];
  /** By path. */
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
  readonly suppressions: readonly Suppression[];
  /** Changes that history lets expect and that are not there: a warning, never a violation. */
  readonly expectedChanges: readonly ExpectedChange[];
  /** `null` where the history to know it is missing, or nothing changed. */
  readonly reviewLevel: ReviewLevel | null;
  /** One sentence each. */
  readonly warnings: readonly string[];
}

export type { ChangeType, DeltaFinding, Finding, Severity };
