import type { GateResult, Report } from '../model/report.ts';
import { cutText } from '../text/cut-text.ts';
import { escapeText } from '../text/escape-text.ts';
import { limits } from './limits.ts';

/** One condition, or one warning, takes at most so many characters: a single one must not push out the others. */
const lineLength = 300;
/** More warnings are counted: conditions need the room. */
const mostWarnings = 3;

/**
 * The text of a Code Insights report: verdict, counts, notes, warnings, then as many violated conditions as there is
 * room for. What is left out is said.
 * @param notes whole sentences that must not be cut off.
 */
export function toReportDetails(report: Report, notes: readonly string[]): string {
  const head = [
    describeVerdict(report),
    describeCounts(report),
    ...describeUnmeasured(report),
    ...describeSuppressions(report),
    `Profile: ${report.profile.name} (${report.profile.origin}).`,
    ...notes,
    ...describeWarnings(report),
  ];
  const lines = head.map((line) => cutText(escapeText(line), lineLength));
  const conditions = report.gates.filter(isFailed).flatMap(describeConditions);
  return cutText([...lines, ...fitLines(conditions, lines)].join('\n'), limits.reportDetailsLength);
}

function describeVerdict({ status, gates }: Report): string {
  const failed = gates.filter(isFailed).length;
  if (failed > 0) return `Failed: ${countOf(failed, 'gate is', 'gates are')} violated.`;
  if (status === 'incomplete') return 'Incomplete: the gates hold for what could be measured.';
  return status === 'passed' ? 'Passed: the gates hold.' : 'Failed.';
}

function describeCounts({ summary }: Report): string {
  const { introduced, degraded, improved, fixed } = summary.findings;
  const files = `${countOf(summary.filesAnalyzed, 'file', 'files')} measured of ${summary.filesChanged} changed`;
  return `${files}. Findings: ${introduced} introduced, ${degraded} degraded, ${improved} improved, ${fixed} fixed.`;
}

function describeUnmeasured({ skipped }: Report): readonly string[] {
  const unmeasured = skipped.filter((file) => file.unmeasured);
  const first = unmeasured[0];
  if (!first) return [];
  const others = unmeasured.length > 1 ? `, and ${unmeasured.length - 1} more` : '';
  return [`Could not be measured: ${first.path} (${first.reason})${others}.`];
}

/** Those that the change adds: a reviewer should look at them. */
function describeSuppressions({ suppressions }: Report): readonly string[] {
  const added = suppressions.filter((suppression) => suppression.added).length;
  return added === 0 ? [] : [`Suppressions added by this change: ${added}.`];
}

/** The first ones: a change of the profile comes before everything else. */
function describeWarnings({ warnings }: Report): readonly string[] {
  const shown = warnings.slice(0, mostWarnings).map((warning) => `Warning: ${warning}`);
  const left = warnings.length - shown.length;
  return left === 0 ? shown : [...shown, `… and ${countOf(left, 'more warning', 'more warnings')}.`];
}

function describeConditions({ gate, conditions }: GateResult): readonly string[] {
  return conditions.map(({ path, line, message }) => {
    const place = line === null ? path : `${path}:${line}`;
    return cutText(escapeText(`${gate}: ${place}: ${message}`), lineLength);
  });
}

/** As many lines as there is room for behind those that already stand there, and a last one that says the rest. */
function fitLines(lines: readonly string[], before: readonly string[]): readonly string[] {
  const rest = (left: number): string => `… and ${left} more.`;
  let room = limits.reportDetailsLength - before.join('\n').length - rest(lines.length).length - 1;
  const fitting = lines.findIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  return fitting === -1 ? lines : [...lines.slice(0, fitting), rest(lines.length - fitting)];
}

function isFailed({ status }: GateResult): boolean {
  return status === 'failed';
}

function countOf(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
