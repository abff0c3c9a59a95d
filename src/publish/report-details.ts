import type { GateResult, Report } from '../model/report.ts';
import { describeCounts } from '../render/finding-counts.ts';
import { countOf } from '../render/plural.ts';
import { verdictSentence } from '../render/verdict-words.ts';
import { worstConditionsFirst } from '../report/worst-first.ts';
import { cutText } from '../text/cut-text.ts';
import { escapeText } from '../text/escape-text.ts';
import { limits } from './limits.ts';

/** One condition, or one warning, takes at most so many characters: a single one must not push out the others. */
const lineLength = 300;
/** More warnings are counted: conditions need the room. */
const mostWarnings = 3;

/**
 * The text of a Code Insights report: verdict, gate by gate, counts, notes, warnings and profile, then as many violated
 * conditions as there is room for, the worst of each gate first. What is left out is said.
 * @param notes whole sentences that must not be cut off.
 */
export function toReportDetails(report: Report, notes: readonly string[]): string {
  const head = [
    `${verdictWords[report.status]}: ${verdictSentence(report)}.`,
    ...describeGates(report),
    ...describeFindings(report),
    ...describeUnmeasured(report),
    ...describeSuppressions(report),
    ...notes,
    ...describeWarnings(report),
    `Profile: ${report.profile.name}, ${report.profile.origin}.`,
  ];
  const lines = head.map((line) => cutText(escapeText(line), lineLength));
  const conditions = report.gates.filter(isFailed).map(describeConditions);
  return cutText([...lines, ...fitLines(conditions, lines)].join('\n'), limits.reportDetailsLength);
}

const verdictWords = { passed: 'Passed', failed: 'Failed', incomplete: 'Incomplete' } as const;

/** Those that are on: violated, passed, not applicable. Nothing where no changed file is one that they judge. */
function describeGates({ gates }: Report): readonly string[] {
  const name = (status: GateResult['status'], words: string): readonly string[] => {
    const named = gates.filter((gate) => gate.status === status).map(({ gate }) => gate);
    return named.length === 0 ? [] : [`${words}: ${named.join(', ')}.`];
  };
  const judged = [...name('failed', 'Gates violated'), ...name('passed', 'Gates passed')];
  return judged.length === 0 ? [] : [[...judged, ...name('not-applicable', 'Not applicable')].join(' ')];
}

function describeFindings({ summary }: Report): readonly string[] {
  const counts = describeCounts(summary.findings);
  return counts === null ? [] : [`Findings: ${counts}.`];
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
  return left === 0 ? shown : [...shown, `… and ${countOf(left, 'more warning')}.`];
}

function describeConditions({ gate, conditions }: GateResult): readonly string[] {
  return worstConditionsFirst(conditions).map(({ path, line, message }) => {
    const place = line === null ? path : `${path}:${line}`;
    return cutText(escapeText(`${gate}: ${place}: ${message}`), lineLength);
  });
}

/**
 * As many lines as there is room for behind those that already stand there, and a last one that says the rest. Each gate
 * has its first line before any has its second.
 */
function fitLines(gates: readonly (readonly string[])[], before: readonly string[]): readonly string[] {
  const inTurns = gates
    .flatMap((lines, gate) => lines.map((line, turn) => ({ line, turn, gate })))
    .sort((first, second) => first.turn - second.turn || first.gate - second.gate);
  const rest = (left: number): string => `… and ${countOf(left, 'more violation')}.`;
  let room = limits.reportDetailsLength - before.join('\n').length - rest(inTurns.length).length - 1;
  const left = inTurns.findIndex(({ line }) => {
    room -= line.length + 1;
    return room < 0;
  });
  if (left === -1) return gates.flat();
  const fitting = inTurns.slice(0, left).sort((first, second) => first.gate - second.gate);
  return [...fitting.map(({ line }) => line), rest(inTurns.length - left)];
}

function isFailed({ status }: GateResult): boolean {
  return status === 'failed';
}
