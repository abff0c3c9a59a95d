import type { Finding } from './finding.ts';
import type { Severity } from './profile.ts';
import type { RatchetInForce } from './ratchet.ts';
import type {
  GateCondition,
  GateStatus,
  Report,
  ReportedFunction,
  ReportStatus,
  ScoreBreakdown,
  SkippedFile,
  Suppression,
} from './report.ts';

/** A whole file of a supported type, measured. */
export interface ReviewedFile {
  readonly path: string;
  /** Only there where `false`: the path is not valid UTF-8 and shown in a readable form. */
  readonly pathIsExact?: false;
  /** `null` where the history to know it is missing. */
  readonly hotspot: boolean | null;
  /** 1.0 to 10.0. */
  readonly score: number;
  readonly scoreBreakdown: ScoreBreakdown;
  /** Sum of the functions' lines of code. */
  readonly linesOfCode: number;
  /** By line, then by smell. */
  readonly findings: readonly Finding[];
  readonly functions: readonly ReportedFunction[];
}

/** A function with findings, and what they cost. */
export interface WorstFunction extends ReportedFunction {
  readonly path: string;
  /** What its findings cost by themselves; what a file is charged once is no part of it. At most six decimals. */
  readonly penaltyPoints: number;
  /** Ids of the smells found in it, in alphabetical order, each once. */
  readonly smells: readonly string[];
}

/** What a review can be held to. */
export const reviewGateNames = ['min-score', 'ratchet'] as const;

/** The verdict of `--min-score` or `--ratchet`, in the shape of a gate of `check`. `off` where it is not asked for. */
export interface ReviewGateResult {
  readonly gate: (typeof reviewGateNames)[number];
  readonly status: GateStatus;
  readonly conditions: readonly GateCondition[];
}

/** Count of files by the colour of their score: optimal at 10.0, green from 9.0, yellow from 4.0, red below. */
export interface BandCounts {
  readonly optimal: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
}

/** The totals of a review. */
export interface ReviewSummary {
  /** Count of files that were measured. */
  readonly filesReviewed: number;
  readonly filesSkipped: number;
  /** Sum over all files of their functions' lines of code. */
  readonly linesOfCode: number;
  /**
   * Average of the scores weighted by lines of code, cut to two decimals; a file without functions weighs as one
   * line. `null` where no file was measured.
   */
  readonly score: number | null;
  readonly bands: BandCounts;
  readonly findings: { readonly total: number } & Readonly<Record<Severity, number>>;
}

/** What was reviewed. */
export interface ReviewContext {
  /** Full hash of the reviewed commit; `null` for the working tree. */
  readonly source: string | null;
  readonly sourceKind: 'commit' | 'working-tree';
}

/** The complete result of a review: files scored as they are, compared with nothing. */
export interface ReviewReport {
  readonly schemaVersion: Report['schemaVersion'];
  /** Tells the result of a review from that of a check, which has no such key. */
  readonly kind: 'review';
  readonly tool: Report['tool'];
  readonly status: ReportStatus;
  readonly context: ReviewContext;
  readonly profile: Report['profile'];
  readonly summary: ReviewSummary;
  /** In the order of `reviewGateNames`. */
  readonly gates: readonly ReviewGateResult[];
  /** `null` where no floor is asked for. */
  readonly ratchet: RatchetInForce | null;
  /** At most ten: by penalty points, then complexity, then lines of code, each the highest first; then by place. */
  readonly worstFunctions: readonly WorstFunction[];
  /** The lowest score first; of equal scores the file with most lines of code, then by path. */
  readonly files: readonly ReviewedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly suppressions: readonly Suppression[];
  /** One sentence each. */
  readonly warnings: readonly string[];
}
