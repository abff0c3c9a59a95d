import { compareFile } from '../delta/index.ts';
import type { Finding } from '../model/finding.ts';
import type { MeasuredFile, SideResult } from '../model/measured-file.ts';
import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import type { Profile, Rules } from '../model/profile.ts';
import type { FileReport, ReportedFunction, SkippedFile } from '../model/report.ts';
import { scoreFile } from '../score/index.ts';
import { detectFindings } from '../smells/index.ts';

/** One changed file judged; exactly one of `report` and `skipped` is there. */
export interface FileAssessment {
  readonly report: FileReport | null;
  readonly skipped: SkippedFile | null;
  readonly warnings: readonly string[];
}

interface AssessedSide {
  readonly metrics: FileMetrics;
  readonly findings: readonly Finding[];
  readonly score: number;
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
    oldScore: old?.score ?? null,
    newScore: head?.score ?? null,
    ...compareFile({ old, new: head }),
    functions: head?.metrics.functions.map(reportFunction) ?? [],
  };
  return { report, skipped: null, warnings: warnAboutOldSide(path, measured) };
}

function assessSide(side: SideResult | null, rules: Rules): AssessedSide | null {
  if (side?.kind !== 'measured') return null;
  const findings = detectFindings(side.metrics, rules);
  const { score } = scoreFile(side.metrics, findings, rules);
  return { metrics: side.metrics, findings, score };
}

function skippedFile(path: string, side: Exclude<SideResult, { kind: 'measured' }>): SkippedFile {
  const unmeasured = side.kind === 'unmeasurable';
  return { path, reason: side.reason, line: unmeasured ? side.line : null, unmeasured };
}

function warnAboutOldSide(path: string, { file, old }: MeasuredFile): string[] {
  if (old?.kind !== 'unmeasurable' || file.change === 'deleted') return [];
  return [`${path} is judged as new: its old side could not be measured (${old.reason}).`];
}

function reportFunction(fn: FunctionMetrics): ReportedFunction {
  const { name, line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth, bumps, parameters } = fn;
  return { name, line, endLine, cyclomaticComplexity, linesOfCode, maxNestingDepth, bumps, parameters };
}
