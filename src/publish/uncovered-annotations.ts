import { createHash } from 'node:crypto';
import type { FileCoverage, FileReport, LineRange } from '../model/report.ts';
import { escapeText } from '../text/escape-text.ts';
import { formatPercent } from '../text/percent.ts';
import type { Annotation } from './annotation.ts';

/**
 * One annotation for each stretch of new and changed lines that no test covers, by path and line. Bitbucket has no
 * type for coverage; of those for annotations (VULNERABILITY, CODE_SMELL, BUG) it is the smell.
 * @param files those that can be annotated
 * @param reportId prefixes the identity of each annotation
 */
export function uncoveredAnnotations(files: readonly FileReport[], reportId: string): readonly Annotation[] {
  return [...files]
    .sort((first, second) => (first.path < second.path ? -1 : 1))
    .flatMap(({ path, coverage }) =>
      coverage
        ? coverage.uncovered.map((range, index) => toAnnotation({ path, range, index, coverage }, reportId))
        : [],
    );
}

interface Stretch {
  readonly path: string;
  readonly range: LineRange;
  /** The how many-th of the file: lines move with every push, and must not tell annotations apart. */
  readonly index: number;
  readonly coverage: FileCoverage;
}

function toAnnotation({ path, range, index, coverage }: Stretch, reportId: string): Annotation {
  const hash = createHash('sha256')
    .update(JSON.stringify([path, 'uncovered-lines', index]))
    .digest('hex');
  const { coveredLines, executableLines } = coverage;
  const share = formatPercent(coveredLines, executableLines);
  return {
    externalId: `${reportId}-${hash.slice(0, 32)}`,
    path,
    line: range.line,
    summary: escapeText(`Not covered by tests: ${describeRange(range)}.`),
    details: `Of the new and changed lines of this file ${coveredLines} of ${executableLines} (${share}) are covered by tests.`,
    isImprovement: false,
    severity: 'low',
  };
}

function describeRange({ line, endLine }: LineRange): string {
  return line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`;
}
