import { compareFile } from '../delta/index.ts';
import type { Finding } from '../model/finding.ts';
import type { MeasuredFile, SideResult } from '../model/measured-file.ts';
import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import type { Profile, Rules } from '../model/profile.ts';
import type { FileReport, ReportedFunction, ScoreBreakdown, SkippedFile } from '../model/report.ts';
import { scoreFile } from '../score/index.ts';
import { detectFindings } from '../smells/index.ts';

/** One changed file judged; exactly one of `report` and `skipped` is there. */
export interface FileAssessment {
  readonly report: FileReport | null;
  readonly skipped: SkippedFile | null;
  readonly warnings: readonly string[];
}

/** One side of a file judged. */
export interface AssessedSide {
  readonly metrics: FileMetrics;
  readonly findings: readonly Finding[];
  readonly score: number;
  readonly breakdown: ScoreBreakdown;
}

/**
 * Joins both sides of one file: smells, scores and delta, by the rules that hold for its path at the head.
 * A side that could not be measured makes the file unmeasured when it is the head's; when it is the old
 * one, the file is judged as new, with a warning. Pure.
 */
export function assessFile(measured: MeasuredFile, profile: Pick<Profile, 'rulesFor'>): FileAssessment {
  const { file } = measured;
  const judged = file.change === 'deleted' ? measured.old : measured.new;
  if (judged && judged.kind !== 'measured' && file.change !== 'deleted') {
    return { report: null, skipped: skippedFile(file.path, judged), warnings: [] };
  }
  const rules = profile.rulesFor(file.path);
  const old = assessSide(measured.old, rules);
  const head = assessSide(measured.new, rules);
  const { path, oldPath, change, pathIsExact } = file;
  const report: FileReport = {
    path,
    oldPath,
    change,
    ...(pathIsExact ? {} : { pathIsExact: false as const }),
    hotspot: null,
    ...scoresOf(old, head),
    ...compareFile({ old, new: head }),
    functions: head?.metrics.functions.map(reportFunction) ?? [],
  };
  return { report, skipped: null, warnings: warnAboutOldSide(path, measured) };
}

function scoresOf(
  old: AssessedSide | null,
  head: AssessedSide | null,
): Pick<FileReport, 'oldScore' | 'newScore' | 'scoreBreakdown'> {
  return {
    oldScore: old?.score ?? null,
    newScore: head?.score ?? null,
    scoreBreakdown: head?.breakdown ?? null,
  };
}

function assessSide(side: SideResult | null, rules: Rules): AssessedSide | null {
  return side?.kind === 'measured' ? assessMetrics(side.metrics, rules) : null;
}

/** Finds what is over its limit and scores it. Pure. */
export function assessMetrics(metrics: FileMetrics, rules: Rules): AssessedSide {
  const findings = detectFindings(metrics, rules);
  const { score, penaltyPoints, items } = scoreFile(metrics, findings, rules);
  return { metrics, findings, score, breakdown: { penaltyPoints, items } };
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

/** The numbers of a function that a report shows. */
export function reportFunction(fn: FunctionMetrics): ReportedFunction {
  const { name, line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth, bumps, parameters } = fn;
  return { name, line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth, bumps, parameters };
}
