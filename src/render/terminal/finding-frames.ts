import type { DeltaFinding, FileReport } from '../../model/report.ts';
import { branchesOf, type CodeSource, rememberTexts } from './branch-lines.ts';
import type { FrameLine } from './code-frame.ts';
import { type FindingGroup, groupByFunction } from './finding-groups.ts';
import type { Style } from './style.ts';

/** The lines of code that belong below a finding. */
export interface FindingFrame {
  readonly code: readonly string[];
  readonly lines: readonly FrameLine[];
}

/** Frames by the finding that they stand below; and how many were left out. */
export interface FindingFrames {
  readonly below: ReadonlyMap<DeltaFinding, FindingFrame>;
  readonly hidden: number;
}

/** A reader looks at the first ones; all the code is in the editor. */
const mostFrames = 5;
/** The most lines of a frame. */
const mostLines = 5;
/** The most lines that show what stands in an open bracket. */
const mostContinued = 3;

/**
 * Picks the code to show for what is new or worse: once for all findings of a function, below the last of those that
 * follow each other. Nothing where the code is not at hand.
 * @param files in the order in which they are shown
 * @param shownOf the findings of a file that are shown
 */
export function pickFrames(
  files: readonly FileReport[],
  shownOf: (file: FileReport) => readonly DeltaFinding[],
  style: Style,
): FindingFrames {
  const textsOf = rememberTexts();
  const frames = files.flatMap((file) =>
    groupByFunction(file, shownOf(file)).flatMap((group) => {
      const frame = frameOf(file, group, { style, textsOf });
      return frame ? [[group.below, frame] as const] : [];
    }),
  );
  const shown = style.all ? frames : frames.slice(0, mostFrames);
  return { below: new Map(shown), hidden: frames.length - shown.length };
}

function frameOf(file: FileReport, group: FindingGroup, source: CodeSource): FindingFrame | null {
  const code = source.style.code(file.path, 'new');
  // How a file or a class begins says nothing of it as a whole.
  const isAboutWhole = group.head === null && group.findings.every(({ line, endLine }) => endLine > line);
  if (code === null || isAboutWhole) return null;
  const lines = pickLines(group, code, source);
  return lines.length === 0 ? null : { code, lines };
}

/** In the order of the file. */
function pickLines(group: FindingGroup, code: readonly string[], source: CodeSource): readonly FrameLine[] {
  const meant = group.findings.map(({ line }) => line);
  const first = group.head ?? Math.min(...meant);
  const others = meant.filter((line) => line !== first);
  const isAboutParameters = group.findings.some(({ smell }) => smellsOfParameters.has(smell));
  const wanted: readonly FrameLine[] = [
    { line: first, kind: meant.includes(first) ? 'meant' : 'around' },
    ...others.flatMap((line) => [{ line, kind: 'meant' } as const, ...continuationOf(line, code)]),
    ...branchesOf(group, code, source),
    ...(isAboutParameters ? continuationOf(first, code) : []),
  ];
  const end = Math.min(code.length, Math.max(group.endLine, first));
  const inside = withoutDoubles(wanted).filter(({ line }) => line >= 1 && line <= end);
  const picked = inside.slice(0, mostLines);
  // The name of the function stands above already.
  if (picked.length === 1 && group.head !== null && !isAboutParameters) return [];
  return picked.sort((a, b) => a.line - b.line);
}

/** The first of each line. */
function withoutDoubles(lines: readonly FrameLine[]): readonly FrameLine[] {
  const kinds = new Map<number, FrameLine['kind']>();
  for (const { line, kind } of lines) if (!kinds.has(line)) kinds.set(line, kind);
  return [...kinds].map(([line, kind]) => ({ line, kind }));
}

/** What stands in brackets that a line leaves open belongs to it: a long condition, or parameters. */
function continuationOf(line: number, code: readonly string[]): readonly FrameLine[] {
  if (!staysOpen(code[line - 1] ?? '')) return [];
  return Array.from({ length: mostContinued }, (_, index) => ({ line: line + index + 1, kind: 'around' }));
}

/** `if (`, `settle(order,`, `Panel = ({`. */
function staysOpen(text: string): boolean {
  const end = text.trimEnd().replace(/\{$/, '').trimEnd();
  return ['(', '[', ','].some((bracket) => end.endsWith(bracket));
}

const smellsOfParameters = new Set(['excess-number-of-function-arguments', 'constructor-over-injection']);
