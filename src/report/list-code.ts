import type { FileReport, Report } from '../model/report.ts';
import type { ReviewReport } from '../model/review.ts';
import type { Side } from '../model/source-code.ts';

/** A file on one side whose code belongs to what a report says. */
export interface CodeFile {
  readonly path: string;
  readonly side: Side;
}

/** Code of more files than this makes a report that nobody reads, and memory is to stay flat. */
const maxFiles = 400;

/** The files that findings of a change stand in, on the sides where they stand; those with a decline first. */
export function listCodeOfChange({ files }: Pick<Report, 'files'>): readonly CodeFile[] {
  const worstFirst = [...files].sort((a, b) => changeOf(a) - changeOf(b));
  const wanted = worstFirst.flatMap((file) => file.findings.flatMap((finding) => codeOf(file, finding)));
  const seen = new Map(wanted.map((code) => [`${code.side} ${code.path}`, code]));
  return [...seen.values()].slice(0, maxFiles);
}

/** The files that a review found something in, in its order: the worst first. */
export function listCodeOfReview({ files }: Pick<ReviewReport, 'files'>): readonly CodeFile[] {
  return files
    .filter(({ findings }) => findings.length > 0)
    .slice(0, maxFiles)
    .map(({ path }) => ({ path, side: 'new' }));
}

function changeOf({ oldScore, newScore }: FileReport): number {
  return (newScore ?? 10) - (oldScore ?? 10);
}

function codeOf(
  file: FileReport,
  { changeType, otherSide }: FileReport['findings'][number],
): readonly CodeFile[] {
  const isFixed = changeType === 'fixed';
  const own: CodeFile = isFixed
    ? { path: file.oldPath ?? file.path, side: 'old' }
    : { path: file.path, side: 'new' };
  return otherSide === null ? [own] : [own, { path: otherSide.path, side: isFixed ? 'new' : 'old' }];
}
