import type { Log, Result, Run } from 'sarif';
import type { FileReport, Report } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import { createReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';

const look = { color: false, width: 80 };

/** A report or a review as SARIF. */
export const render = (report: Report | ReviewReport) =>
  'kind' in report ? renderers.sarif.renderReview(report, look) : renderers.sarif.render(report, look);

/** The one run of its SARIF. */
export const runOf = (report: Report | ReviewReport): Run => {
  const [run, ...others] = (JSON.parse(render(report)) as Log).runs;
  if (!run || others.length > 0) throw new Error('There is one run.');
  return run;
};

/** The results of that run. */
export const resultsOf = (report: Report | ReviewReport): readonly Result[] => runOf(report).results ?? [];

/** The address where a result stands. */
export const uriOf = (result: Result | undefined) =>
  result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;

/** The first file of the canonical report, which has one finding. */
export const [clientFile] = createReport().files as readonly [FileReport];

/** A report of these files, without gates and suppressions. */
export const withFiles = (...files: readonly FileReport[]) =>
  createReport({ files, gates: [], suppressions: [] });
