import type { Finding } from '../model/finding.ts';
import type { MeasuredFile, SelectedFile, SideResult } from '../model/measured-file.ts';
import type { FileMetrics } from '../model/metrics.ts';
import type { Profile, Rules } from '../model/profile.ts';
import type { ScoreBreakdown, SkippedFile } from '../model/report.ts';
import { scoreFile } from '../score/index.ts';
import { detectFindings } from '../smells/index.ts';

/** Both sides of one changed file judged; exactly one of `sides` and `skipped` is there. */
export interface FileAssessment {
  readonly sides: AssessedFile | null;
  readonly skipped: SkippedFile | null;
  readonly warnings: readonly string[];
}

/** A changed file whose head, or, where it is deleted, old side was measured. */
export interface AssessedFile {
  readonly file: SelectedFile;
  readonly old: AssessedSide | null;
  readonly new: AssessedSide | null;
  /** By which both sides were judged. */
  readonly rules: Rules;
}

/** One side of a file judged. */
export interface AssessedSide {
  readonly metrics: FileMetrics;
  readonly findings: readonly Finding[];
  /** Findings that comments suppress: they are no part of `findings`, and cost nothing. */
  readonly suppressed: readonly Finding[];
  readonly score: number;
  readonly breakdown: ScoreBreakdown;
}

/**
 * Finds smells and scores of both sides of one file, by the rules that hold for its path at the head.
 * A side that could not be measured makes the file unmeasured when it is the head's; when it is the old
 * one, the file is judged as new, with a warning. Pure.
 */
export function assessFile(measured: MeasuredFile, profile: Pick<Profile, 'rulesFor'>): FileAssessment {
  const { file } = measured;
  const judged = file.change === 'deleted' ? measured.old : measured.new;
  if (judged && judged.kind !== 'measured' && file.change !== 'deleted') {
    return { sides: null, skipped: skippedFile(file.path, judged), warnings: [] };
  }
  const rules = profile.rulesFor(file.path);
  const sides = { file, old: assessSide(measured.old, rules), new: assessSide(measured.new, rules), rules };
  return { sides, skipped: null, warnings: warnAboutOldSide(file.path, measured) };
}

function assessSide(side: SideResult | null, rules: Rules): AssessedSide | null {
  return side?.kind === 'measured' ? assessMetrics(side.metrics, rules) : null;
}

/** Finds what is over its limit and scores it; suppressions are not looked at. Pure. */
export function assessMetrics(metrics: FileMetrics, rules: Rules): AssessedSide {
  const findings = detectFindings(metrics, rules);
  return { metrics, findings, suppressed: [], ...scoreFindings(metrics, findings, rules) };
}

/** The score of a side by its findings, or by some of them, and what it is made of. Pure. */
export function scoreFindings(
  metrics: FileMetrics,
  findings: readonly Finding[],
  rules: Rules,
): Pick<AssessedSide, 'score' | 'breakdown'> {
  const { score, penaltyPoints, items } = scoreFile(metrics, findings, rules);
  return { score, breakdown: { penaltyPoints, items } };
}

/** A side that was not measured, as the report lists it. */
export function skippedFile(path: string, side: Exclude<SideResult, { kind: 'measured' }>): SkippedFile {
  const unmeasured = side.kind === 'unmeasurable';
  return { path, reason: side.reason, line: unmeasured ? side.line : null, unmeasured };
}

function warnAboutOldSide(path: string, { file, old }: MeasuredFile): string[] {
  if (old?.kind !== 'unmeasurable' || file.change === 'deleted') return [];
  return [`${path} is judged as new: its old side could not be measured (${old.reason}).`];
}
