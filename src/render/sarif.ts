import type { Artifact, Log, Result, Run } from 'sarif';
import type { Report } from '../model/report.ts';
import type { ReviewReport } from '../model/review.ts';
import { escapeStrings } from '../text/escape-text.ts';
import { toSafeJson } from '../text/safe-json.ts';
import type { Renderer } from './renderer.ts';
import { changedArtifacts, reviewedArtifacts } from './sarif/artifacts.ts';
import { contextOf } from './sarif/context.ts';
import { notifications, toInvocation } from './sarif/invocation.ts';
import { rootId } from './sarif/location.ts';
import {
  changedFileResults,
  fixedResults,
  gateResults,
  otherSuppressedResults,
  reviewedFileResults,
} from './sarif/results.ts';
import { rules } from './sarif/rules.ts';

/**
 * SARIF 2.1.0, for viewers and services that gather findings. Results are the findings, what comments suppress, and
 * what violates a gate without being a finding; the verdict and the gates stand in the properties of the run.
 */
export const sarif: Renderer = { id: 'sarif', render: renderCheck, renderReview };

function renderCheck(report: Report): string {
  const context = contextOf(report);
  const results = [
    ...gateResults(report.gates, context),
    ...report.files.flatMap((file) => changedFileResults(file, context)),
    ...otherSuppressedResults(report.files, context),
    ...report.files.flatMap((file) => fixedResults(file, context)),
  ];
  return renderLog(report, { command: 'check', results, artifacts: changedArtifacts(report.files) });
}

function renderReview(review: ReviewReport): string {
  const context = contextOf(review);
  const results = [
    ...gateResults(review.gates, context),
    ...review.files.flatMap((file) => reviewedFileResults(file, context)),
    ...otherSuppressedResults(review.files, context),
  ];
  return renderLog(review, { command: 'review', results, artifacts: reviewedArtifacts(review.files) });
}

interface Contents {
  readonly command: 'check' | 'review';
  readonly results: Result[];
  readonly artifacts: Artifact[];
}

function renderLog(report: Report | ReviewReport, { command, results, artifacts }: Contents): string {
  const { tool, status, context, profile, summary, gates } = report;
  const name = escapeStrings(tool.name);
  const run: Run = {
    tool: {
      driver: {
        name,
        ...versionOf(escapeStrings(tool.version)),
        rules: [...rules],
        notifications: [...notifications],
      },
    },
    automationDetails: { id: `codescene-pr/${command}/` },
    originalUriBaseIds: { [rootId]: { description: { text: 'The root of the repository.' } } },
    invocations: [toInvocation(report, contextOf(report).isExact)],
    columnKind: 'utf16CodeUnits',
    artifacts,
    results,
    properties: escapeStrings({
      status,
      gates: gates.map(({ gate, status: verdict, conditions }) => ({
        gate,
        status: verdict,
        conditions: conditions.length,
      })),
      profile,
      context,
      summary,
    }),
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return toSafeJson(log);
}

/** `semanticVersion` may be nothing but one. */
function versionOf(version: string): Pick<Run['tool']['driver'], 'version' | 'semanticVersion'> {
  const isSemantic = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version);
  return isSemantic ? { version, semanticVersion: version } : { version };
}
