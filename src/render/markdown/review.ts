import type { Finding } from '../../model/report.ts';
import type { ReviewedFile, ReviewReport } from '../../model/review.ts';
import { bandOf, compareText } from '../../score/index.ts';
import { countOf } from '../plural.ts';
import { describeBands, describeFindings, describeFloor, isJudged, reviewSentence } from '../review-words.ts';
import { shortHash } from '../verdict-words.ts';
import { type Extent, layOut, type Section, tableHead, tableRow } from './document.ts';
import { gateSections } from './gates.ts';
import { placesOf, type ShowPlace } from './place.ts';
import { listSuppressions, skippedSection, warningSection } from './remarks.ts';
import { code, codePath, prose } from './text.ts';
import { describeProfile, heading, toSentence } from './verdict.ts';

/** The review as Markdown: the totals, the worst files and functions, and the findings of the worst files. */
export function renderReview(review: ReviewReport, extent: Extent): string {
  const show = placesOf(review.files, () => null);
  const sections = [
    verdictSection(review),
    ...gateSections(review.gates, review.files, show),
    fileSection(review),
    functionSection(review),
    findingSection(review, show),
    ...listSuppressions('Suppressions', review.suppressions, show),
    warningSection(review),
    skippedSection(review, show),
    originSection(review),
  ];
  return layOut(sections, extent);
}

function verdictSection(review: ReviewReport): Section {
  const passedWord = isJudged(review) ? undefined : '✓ Code Health: reviewed';
  return {
    title: 'verdict',
    head: [
      heading(review, { passedWords: passedWord }),
      `**${toSentence(reviewSentence(review))}**`,
      describeTotals(review)
        .map((line) => `- ${line}`)
        .join('\n'),
    ],
    isRequired: true,
  };
}

function describeTotals(review: ReviewReport): readonly string[] {
  const { summary, ratchet } = review;
  const floor = describeFloor(review);
  const { score, linesOfCode } = summary;
  if (score === null) return [];
  return [
    `**Code Health** – ${describeScore(score)}, on average over ${countOf(linesOfCode, 'line')} of code`,
    `**Files** – ${describeBands(summary)}`,
    `**Findings** – ${describeFindings(summary)}`,
    ...(floor === null ? [] : [`**Floor** – ${floor} (${codePath(ratchet?.path ?? '')})`]),
  ];
}

function describeScore(score: number): string {
  return `${score.toFixed(2)} (${bandOf(score)})`;
}

function fileSection({ files }: ReviewReport): Section | null {
  const withFindings = files.filter(({ findings }) => findings.length > 0);
  if (files.length === 0) return null;
  const healthy = files.length - withFindings.length;
  return {
    title: 'worst files',
    head: withFindings.length === 0 ? [] : ['**Worst files**'],
    tableHead: tableHead(['File', 'Code Health', 'Lines of code:', 'Findings:']),
    rows: withFindings.map(toFileRow),
    rowNoun: ['file'],
    foot: healthy === 0 ? [] : [`Nothing is found in ${countOf(healthy, 'file')}.`],
  };
}

function toFileRow({ path, hotspot, score, linesOfCode, findings }: ReviewedFile): string {
  const file = `${codePath(path, null, 'cell')}${hotspot ? ' (**hotspot**)' : ''}`;
  return tableRow([file, describeScore(score), String(linesOfCode), String(findings.length)]);
}

function functionSection({ worstFunctions }: ReviewReport): Section | null {
  if (worstFunctions.length === 0) return null;
  return {
    title: 'worst functions',
    head: ['**Worst functions**, by penalty points'],
    tableHead: tableHead(['Function', 'Place', 'Points:', 'Complexity:', 'Lines:', 'Depth:']),
    rows: worstFunctions.map((fn) =>
      tableRow([
        code(fn.name, 'cell'),
        codePath(fn.path, fn.line, 'cell'),
        fn.penaltyPoints.toFixed(2),
        String(fn.cyclomaticComplexity),
        String(fn.linesOfCode),
        String(fn.maxNestingDepth),
      ]),
    ),
    rowNoun: ['function'],
  };
}

/** The worst files first; in each the critical ones first. */
function findingSection({ files }: ReviewReport, show: ShowPlace): Section | null {
  const found = files.flatMap(({ path, findings }) =>
    [...findings].sort(bySeverity).map((finding) => ({ path, finding })),
  );
  if (found.length === 0) return null;
  return {
    title: 'findings',
    head: ['**Findings**'],
    rows: found.map(({ path, finding }) => {
      const { line, severity, name, message } = finding;
      const words = `${prose(name)}: ${prose(message, finding.function)}`;
      return `- ${show(path, line)} – ${severity === 'critical' ? '**critical:** ' : ''}${words}`;
    }),
    rowNoun: ['finding'],
  };
}

function bySeverity(a: Finding, b: Finding): number {
  return -compareText(a.severity, b.severity) || a.line - b.line;
}

function originSection({ profile, context }: ReviewReport): Section {
  const source = context.source === null ? 'the working tree' : code(shortHash(context.source));
  return {
    title: 'origin',
    head: [`${describeProfile(profile)} Reviewed: ${source}.`],
    isRequired: true,
  };
}
