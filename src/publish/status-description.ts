import { CodeScenePrError, StoppedError } from '../errors.ts';
import type { Report } from '../model/report.ts';
import { describeCounts } from '../render/finding-counts.ts';
import { verdictSentence } from '../render/verdict-words.ts';
import type { BuildStatus, FinalStatus } from './build-status.ts';

export const startedStatus: BuildStatus = {
  state: 'INPROGRESS',
  description: 'The change is being checked.',
};

/**
 * How a check ended that has a report. Only a run that did everything it was asked for is SUCCESSFUL: a violation
 * shows even where it does not fail the step.
 * @param done `false` where something besides the verdict went wrong, so that the step fails.
 */
export function statusOfReport(report: Report, done: boolean): FinalStatus {
  const failed = report.gates.filter(({ status }) => status === 'failed').map(({ gate }) => gate);
  if (report.status === 'failed') {
    return { state: 'FAILED', description: `Quality gate violated: ${failed.join(', ')}.` };
  }
  if (report.status === 'incomplete') return { state: 'FAILED', description: describeUnmeasured(report) };
  const counts = describeCounts(report.summary.findings);
  const held = `Quality gate passed: ${verdictSentence(report)}.${counts === null ? '' : ` Findings: ${counts}.`}`;
  return done
    ? { state: 'SUCCESSFUL', description: held }
    : {
        state: 'FAILED',
        description: `${held} But not all of the job could be done: see the log of the step.`,
      };
}

/** How a check ended that has none, or was told to stop. */
export function statusOfError(error: unknown): FinalStatus {
  if (error instanceof StoppedError) return { state: 'STOPPED', description: error.message };
  return {
    state: 'FAILED',
    description:
      error instanceof CodeScenePrError
        ? `The check could not be done: ${error.message}`
        : 'The check broke off by a defect of codescene-pr: see the log of the step.',
  };
}

function describeUnmeasured({ skipped }: Report): string {
  const unmeasured = skipped.filter((file) => file.unmeasured);
  const first = unmeasured[0];
  if (!first) return 'The analysis is incomplete.';
  const others = unmeasured.length > 1 ? `, and ${unmeasured.length - 1} more` : '';
  return `The analysis is incomplete. Could not be measured: ${first.path} (${first.reason})${others}.`;
}
