import type { DeltaFinding, FileReport, Report } from '../../model/report.ts';
import { compareKeys, isImprovement, rankOf, type SortKey } from '../../report/worst-first.ts';
import type { Section } from './document.ts';
import { namedByGates } from './gates.ts';
import type { ShowPlace } from './place.ts';
import { code, codePath, prose } from './text.ts';

interface Located {
  readonly file: FileReport;
  readonly finding: DeltaFinding;
}

/** Fewer than elsewhere: praise is read at a glance. */
const mostImprovements = 5;

/** What got worse beyond what the violated gates name, and what got better, each the most important first. */
export function findingSections(report: Report, show: ShowPlace): readonly Section[] {
  const found = report.files
    .flatMap((file) => file.findings.map((finding) => ({ file, finding })))
    .sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
  return [...worseSections(report, found, show), ...betterSections(found, show)];
}

function sortKey({ file, finding }: Located): SortKey {
  return [...rankOf(finding), file.path, finding.line, finding.smell];
}

function worseSections(report: Report, found: readonly Located[], show: ShowPlace): readonly Section[] {
  const isNamed = namedByGates(report);
  const all = found.filter(({ finding }) => !isImprovement(finding));
  const worse = all.filter(({ file, finding }) => !isNamed(file.path, finding.smell, finding.line));
  if (worse.length === 0) return [];
  const title = worse.length === all.length ? 'New or worse' : 'Also new or worse';
  return [
    {
      title: title.toLowerCase(),
      head: [`**${title}**`],
      rows: worse.map(({ file, finding }) => `- ${describeFinding(file, finding, show)}`),
      rowNoun: ['finding'],
    },
  ];
}

function betterSections(found: readonly Located[], show: ShowPlace): readonly Section[] {
  const better = found.filter(({ finding }) => isImprovement(finding));
  if (better.length === 0) return [];
  return [
    {
      title: 'what got better',
      head: ['**What got better**'],
      rows: better.map(({ file, finding }) => `- ${describeFinding(file, finding, show)}`),
      mostRows: mostImprovements,
      rowNoun: ['improvement'],
    },
  ];
}

function describeFinding(file: FileReport, finding: DeltaFinding, show: ShowPlace): string {
  const { changeType, name, message } = finding;
  const smell = changeType === 'degraded' ? `${prose(name)} got worse` : prose(name);
  return `${describePlace(file, finding, show)} – ${smell}: ${prose(message, finding.function)}`;
}

/** A fixed finding stood on a line of the old side, which no link leads to. */
function describePlace(file: FileReport, { changeType, line }: DeltaFinding, show: ShowPlace): string {
  if (file.change === 'deleted') return codePath(file.path);
  if (changeType !== 'fixed') return show(file.path, line);
  return show(file.path, null);
}

/** Functions that came from another file or went to one: what was found in them is no news. */
export function movedSection({ files }: Report, show: ShowPlace): Section | null {
  const arrivals = files.flatMap((file) =>
    file.moved.filter(({ direction }) => direction === 'in').map((moved) => ({ file, moved })),
  );
  if (arrivals.length === 0) return null;
  return {
    title: 'moved functions',
    head: ['**Moved with what was found in them**'],
    rows: arrivals.map(({ file, moved }) => {
      const place = show(file.path, moved.line);
      return `- ${place} – ${code(moved.function)} came from ${codePath(moved.otherPath)}`;
    }),
    mostRows: mostImprovements,
    rowNoun: ['function'],
  };
}
