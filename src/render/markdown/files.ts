import type { FileReport, Report } from '../../model/report.ts';
import { describeFileCoverage } from '../coverage-words.ts';
import { largestDeclineFirst } from '../largest-decline-first.ts';
import { countOf } from '../plural.ts';
import { describeScoreChange } from '../score-change.ts';
import { type Section, tableHead, tableRow } from './document.ts';
import type { ShowPlace } from './place.ts';
import { codePath } from './text.ts';

/** The files in which something changed, the largest decline first; the others are counted. */
export function fileSection({ files }: Report, show: ShowPlace): Section | null {
  if (files.length === 0) return null;
  const changed = largestDeclineFirst(files);
  const quiet = files.length - changed.length;
  const hasCoverage = changed.some((file) => describeFileCoverage(file) !== null);
  const columns = ['File', 'Code Health', 'Findings', ...(hasCoverage ? ['Coverage'] : [])];
  return {
    title: 'files',
    head: changed.length === 0 ? [] : ['**Files**'],
    tableHead: tableHead(columns),
    rows: changed.map((file) => toRow(file, hasCoverage, show)),
    rowNoun: ['file'],
    foot:
      quiet === 0 ? [] : [`Nothing got better or worse in ${countOf(quiet, otherFiles(changed.length))}.`],
  };
}

function otherFiles(changed: number): string {
  return changed === 0 ? 'file' : 'other file';
}

function toRow(file: FileReport, hasCoverage: boolean, show: ShowPlace): string {
  return tableRow([
    describePath(file, show),
    describeScores(file),
    describeFindings(file),
    ...(hasCoverage ? [describeFileCoverage(file) ?? '–'] : []),
  ]);
}

function describePath(file: FileReport, show: ShowPlace): string {
  const { path, oldPath, hotspot, change } = file;
  const shown = change === 'deleted' ? codePath(path, null, 'cell') : show(path, null, 'cell');
  const remarks = [
    ...(hotspot ? ['**hotspot**'] : []),
    ...(oldPath === null ? [] : [`was ${codePath(oldPath, null, 'cell')}`]),
    ...(file.pathIsExact === false ? ['its path is not valid UTF-8'] : []),
  ];
  return remarks.length === 0 ? shown : `${shown} (${remarks.join(', ')})`;
}

function describeScores(file: FileReport): string {
  const { scores, note, trend } = describeScoreChange(file);
  const text = note === '' ? scores : `${scores} ${note}`;
  return trend === 'down' ? `**${text}**` : text;
}

const changeWords = { introduced: 'new', degraded: 'worse', improved: 'better', fixed: 'fixed' } as const;

function describeFindings({ findings, moved }: FileReport): string {
  const counts = (['introduced', 'degraded', 'improved', 'fixed'] as const).flatMap((changeType) => {
    const count = findings.filter((finding) => finding.changeType === changeType).length;
    return count === 0 ? [] : [`${count} ${changeWords[changeType]}`];
  });
  const moves = moved.length === 0 ? [] : [`${moved.length} moved`];
  return [...counts, ...moves].join(', ') || '–';
}
