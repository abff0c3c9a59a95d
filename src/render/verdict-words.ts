import type { Report, ReportContext } from '../model/report.ts';
import { countOf } from './plural.ts';

/** What the verdict of a check rests on, in one sentence without its full stop; nothing in it is from a repository. */
export function verdictSentence(report: Report): string {
  const unmeasured = report.skipped.filter((file) => file.unmeasured).length;
  if (report.status === 'incomplete')
    return `${countOf(unmeasured, 'file')} could not be measured; no gate is violated by the rest`;
  const verdict = report.status === 'failed' ? describeViolations(report) : describePass(report);
  return unmeasured === 0 ? verdict : `${verdict}; ${countOf(unmeasured, 'file')} could not be measured`;
}

function describeViolations({ gates }: Report): string {
  const violated = gates.filter(({ status }) => status === 'failed').length;
  const applied = gates.filter(({ status }) => status === 'failed' || status === 'passed').length;
  return `${violated} of ${countOf(applied, 'gate')} violated`;
}

function describePass({ summary, gates }: Report): string {
  if (summary.filesChanged === 0) return 'no file differs: there is nothing to judge';
  if (summary.filesAnalyzed === 0) return 'no source file of a supported type was measured';
  const worse = summary.findings.introduced + summary.findings.degraded;
  if (worse === 0) return 'nothing got worse';
  const gateIsOn = gates.some(({ status }) => status !== 'off');
  const got = `${countOf(worse, 'finding is', 'findings are')} new or worse`;
  return gateIsOn ? `${got}, no gate is violated by it` : `${got}, no gate is switched on`;
}

/**
 * What was compared with what.
 * @param show how a hash or a ref is to look
 */
export function describeComparison(
  context: ReportContext,
  show: (name: string) => string = (name) => name,
): string {
  const source =
    context.sourceKind === 'commit' ? showHash(context.source, show) : sourceNames[context.sourceKind];
  const target = context.targetRef === null ? showHash(context.target, show) : show(context.targetRef);
  const mergeBase = context.mergeBase === null ? '' : ` (merge base ${showHash(context.mergeBase, show)})`;
  const pullRequest = context.pullRequest === null ? '' : `, pull request ${context.pullRequest}`;
  return `${source} with ${target}${mergeBase}${pullRequest}`;
}

const sourceNames = { 'working-tree': 'the working tree', index: 'the staged changes' } as const;

function showHash(hash: string | null, show: (name: string) => string): string {
  return hash === null ? 'nothing' : show(shortHash(hash));
}

/** The first digits of a hash, for a reader. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
