import type { Finding } from './finding.ts';
import type { Report, ReportedFunction } from './report.ts';

/** A finding and what it costs the file that it stands in. */
export interface PricedFinding {
  readonly finding: Finding;
  /** What it costs by itself; 0 where another finding of the function already costs it. */
  readonly penaltyPoints: number;
  /** What all findings of this smell in the file cost together, beside what each costs by itself. */
  readonly sharedPoints: number;
  /** Count of the findings of this smell in the file. */
  readonly ofItsKind: number;
}

/** A finding that a comment suppresses: it is reported nowhere and costs nothing. */
export interface SuppressedFinding {
  readonly finding: Finding;
  /** 1-based line of the comment. */
  readonly commentLine: number;
}

/** What stands in a file, or at one line of it. */
export interface PlaceExplanation {
  readonly path: string;
  /** 1-based; `null` for the whole file. */
  readonly line: number | null;
  /** What was read, for a reader: "the working tree", "v1.2 (3f2a9c81d4e7)". */
  readonly source: string;
  readonly profile: Report['profile'];
  /** The pattern of the profile by which the file is not looked at elsewhere; `null` where it is. */
  readonly excludedBy: string | null;
  readonly score: number;
  /** The functions around the line, the outermost first; every function for the whole file. */
  readonly functions: readonly ReportedFunction[];
  /** Findings of these functions. */
  readonly findings: readonly PricedFinding[];
  /** Findings of the file itself, and of its classes. */
  readonly fileFindings: readonly PricedFinding[];
  /** Findings of either kind that a comment suppresses, by line. */
  readonly suppressed: readonly SuppressedFinding[];
}
