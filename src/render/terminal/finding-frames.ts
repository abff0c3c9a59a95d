import type { DeltaFinding, FileReport } from '../../model/report.ts';
import { isImprovement } from '../../report/worst-first.ts';
import type { FrameLine } from './code-frame.ts';
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
const mostLines = 4;
/** The most lines that show how a function begins. */
const mostFollowing = 2;

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
  const frames = files.flatMap((file) =>
    groupByFunction(file, shownOf(file)).flatMap((group) => {
      const frame = frameOf(file, group, style);
      return frame ? [[group.below, frame] as const] : [];
    }),
  );
  const shown = style.all ? frames : frames.slice(0, mostFrames);
  return { below: new Map(shown), hidden: frames.length - shown.length };
}

/** Findings of one function, or one of the file. */
interface Group {
  readonly head: number | null;
  readonly endLine: number;
  readonly findings: readonly DeltaFinding[];
  readonly below: DeltaFinding;
}

function groupByFunction(file: FileReport, shown: readonly DeltaFinding[]): readonly Group[] {
  const worse = shown.filter((finding) => !isImprovement(finding));
  const keyOf = (finding: DeltaFinding) => {
    const fn = functionAt(file, finding);
    return fn ? `${fn.line} ${fn.name}` : `${finding.function === null} ${finding.line}`;
  };
  const byKey = new Map<string, DeltaFinding[]>();
  for (const finding of worse) {
    const key = keyOf(finding);
    byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  }
  return [...byKey.values()].flatMap((findings) => {
    const [first] = findings;
    if (!first) return [];
    const end = worse.findIndex(
      (finding, index) => index > worse.indexOf(first) && !findings.includes(finding),
    );
    const fn = functionAt(file, first);
    return [
      {
        head: fn?.line ?? null,
        endLine: fn?.endLine ?? first.endLine,
        findings,
        below: worse[end === -1 ? worse.length - 1 : end - 1] ?? first,
      },
    ];
  });
}

/** The innermost function of the finding's name around it. */
function functionAt({ functions }: FileReport, { function: name, line }: DeltaFinding) {
  return functions
    .filter((fn) => fn.name === name && fn.line <= line && line <= fn.endLine)
    .reduce<FileReport['functions'][number] | null>(
      (inner, fn) => (inner === null || fn.line >= inner.line ? fn : inner),
      null,
    );
}

function frameOf(file: FileReport, group: Group, style: Style): FindingFrame | null {
  const { head, findings } = group;
  const code = style.code(file.path, 'new');
  // How a file begins says nothing of the file as a whole.
  const isAboutFile = head === null && findings.every(({ line, endLine }) => line === 1 && endLine > line);
  if (code === null || isAboutFile) return null;
  const meant = new Set(findings.map(({ line }) => line));
  const first = head ?? Math.min(...meant);
  const picked = new Map<number, FrameLine['kind']>([[first, meant.has(first) ? 'meant' : 'around']]);
  const add = (line: number, kind: FrameLine['kind']) => {
    if (picked.size < mostLines && !picked.has(line)) picked.set(line, kind);
  };
  for (const line of meant) add(line, 'meant');
  if (meant.has(first)) {
    const added = addedLines(group, { code, style });
    for (const line of added ?? followingLines(first, group.endLine)) {
      add(line, added ? 'new' : 'around');
    }
  }
  const lines = [...picked]
    .filter(([line]) => line >= 1 && line <= code.length)
    .map(([line, kind]) => ({ line, kind }))
    .sort((a, b) => a.line - b.line);
  return lines.length === 0 ? null : { code, lines };
}

function followingLines(line: number, endLine: number): readonly number[] {
  return Array.from({ length: mostFollowing }, (_, index) => line + 1 + index).filter(
    (each) => each <= endLine,
  );
}

/** The lines of a function whose text its old side's file has nowhere; `null` where that is not known, or for none. */
function addedLines(
  { head, endLine, findings }: Group,
  { code, style }: { readonly code: readonly string[]; readonly style: Style },
): readonly number[] | null {
  const otherSide = findings.find((finding) => finding.otherSide !== null)?.otherSide;
  const old = otherSide ? style.code(otherSide.path, 'old') : null;
  if (old === null || head === null) return null;
  const known = new Set(old.map((text) => text.trim()));
  const added: number[] = [];
  for (let line = head; line <= Math.min(endLine, code.length) && added.length < mostLines; line++) {
    const text = (code[line - 1] ?? '').trim();
    if (/[\p{L}\p{N}]/u.test(text) && !known.has(text)) added.push(line);
  }
  return added.length === 0 ? null : added;
}
