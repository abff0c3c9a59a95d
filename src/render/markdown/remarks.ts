import type { Report, SkippedFile, Suppression } from '../../model/report.ts';
import { isLeftAsItIs } from '../../report/report-goals.ts';
import { countOf } from '../plural.ts';
import type { Section } from './document.ts';
import type { ShowPlace } from './place.ts';
import { code, codePath, prose } from './text.ts';

/** Fewer than of what decides: the result file has them all. */
const mostRemarks = 5;

/** What the change suppresses, apart from what was suppressed before. */
export function suppressionSections(
  { suppressions }: Pick<Report, 'suppressions'>,
  show: ShowPlace,
): readonly Section[] {
  const added = suppressions.filter((suppression) => suppression.added);
  const older = suppressions.length - added.length;
  const ignored = added.filter(({ honoured }) => !honoured);
  const counted = older === 0 ? [] : [`Suppressed before this change: ${countOf(older, 'finding')}.`];
  return [
    ...listSuppressions(
      '⚠ Suppressions added by this change',
      added.filter(({ honoured }) => honoured),
      show,
    ),
    ...listSuppressions(
      '⚠ Suppressions added by this change, ignored until they stand on the target',
      ignored,
      show,
    ),
    ...(counted.length === 0 ? [] : [{ title: 'older suppressions', head: counted }]),
  ];
}

/** One list of them, under a title of our own. */
export function listSuppressions(
  title: string,
  suppressions: readonly Suppression[],
  show: ShowPlace,
): readonly Section[] {
  if (suppressions.length === 0) return [];
  return [
    {
      title: 'suppressions',
      head: [`**${title}**`],
      rows: suppressions.map((suppression) => {
        const { path, line, smell } = suppression;
        const where = suppression.function === null ? 'the file' : code(suppression.function);
        return `- ${show(path, line)} – ${code(smell)} in ${where}`;
      }),
      rowNoun: ['suppression'],
    },
  ];
}

export function warningSection({ warnings }: Pick<Report, 'warnings'>): Section | null {
  if (warnings.length === 0) return null;
  return {
    title: 'warnings',
    head: ['**⚠ Warnings**'],
    rows: warnings.map((warning) => `- ${prose(warning)}`),
    mostRows: mostRemarks,
    rowNoun: ['warning'],
  };
}

/** Files that history lets expect in the change. */
export function expectedChangeSection({ expectedChanges }: Report, show: ShowPlace): Section | null {
  if (expectedChanges.length === 0) return null;
  return {
    title: 'expected changes',
    head: ['**⚠ Usually changed together, but not now**'],
    rows: expectedChanges.map(({ path, expectedPath, sharedCommits, commits }) => {
      const share = `${sharedCommits} of the ${countOf(commits, 'commit')}`;
      return `- ${codePath(expectedPath)} changed in ${share} to ${show(path, null)}`;
    }),
    mostRows: mostRemarks,
    rowNoun: ['expected change'],
  };
}

/** What the profile wants for files that the change touched. */
export function goalSection({ files }: Report, show: ShowPlace): Section | null {
  const rows = files.flatMap((file) => {
    if (file.goal === null) return [];
    const note = file.goal.note === null ? '' : `, ${prose(file.goal.note)}`;
    const left = isLeftAsItIs(file) ? ': touched and left as it is' : '';
    return [`- ${show(file.path, null)} – ${file.goal.goal}${note}${left}`];
  });
  if (rows.length === 0) return null;
  return { title: 'goals', head: ['**Goals**'], rows, mostRows: mostRemarks, rowNoun: ['goal'] };
}

/** Files that were not measured, those first that should have been. */
export function skippedSection({ skipped }: Pick<Report, 'skipped'>, show: ShowPlace): Section | null {
  if (skipped.length === 0) return null;
  const ordered = [...skipped].sort((a, b) => Number(b.unmeasured) - Number(a.unmeasured));
  return {
    title: 'what was not measured',
    head: ['**Not measured**'],
    rows: ordered.map((file) => `- ${describeSkipped(file, show)}`),
    mostRows: mostRemarks,
    rowNoun: ['file'],
  };
}

function describeSkipped({ path, line, reason, unmeasured }: SkippedFile, show: ShowPlace): string {
  return unmeasured
    ? `**✗** ${show(path, line)} could not be measured: ${prose(reason)}`
    : `${codePath(path, line)} – ${prose(reason)}`;
}
