export type { CoverageProblem } from './broken-coverage.ts';
export { type LocatedReport, measureCoverage, measureWithoutFiles } from './measure-coverage.ts';
export { warnAboutGate } from './warn-about-gate.ts';
