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
const mostLines = 5;
/** The most places in a function that are shown because it branches there. */
const mostBranches = 3;
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

/** Where code comes from. */
interface Source {
  readonly style: Style;
  /** The texts of all lines, without their indentation. */
  readonly textsOf: (lines: readonly string[]) => ReadonlySet<string>;
}

/** A large file has many functions, and is looked through once. */
function rememberTexts(): Source['textsOf'] {
  const known = new Map<readonly string[], ReadonlySet<string>>();
  return (lines) => {
    const texts = known.get(lines) ?? new Set(lines.map((text) => text.trim()));
    known.set(lines, texts);
    return texts;
  };
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

function frameOf(file: FileReport, group: Group, source: Source): FindingFrame | null {
  const { head, findings } = group;
  const code = source.style.code(file.path, 'new');
  // How a file or a class begins says nothing of it as a whole.
  const isAboutWhole = head === null && findings.every(({ line, endLine }) => endLine > line);
  if (code === null || isAboutWhole) return null;
  const meant = findings.map(({ line }) => line);
  const first = head ?? Math.min(...meant);
  const picked = new Map<number, FrameLine['kind']>();
  const add = (line: number, kind: FrameLine['kind']) => {
    const isThere = line >= 1 && line <= Math.min(code.length, Math.max(group.endLine, first));
    if (picked.size < mostLines && isThere && !picked.has(line)) picked.set(line, kind);
  };
  add(first, meant.includes(first) ? 'meant' : 'around');
  for (const line of meant.filter((each) => each !== first)) {
    add(line, 'meant');
    addContinuation(line);
  }
  for (const { line, kind } of branchesOf(group, code, source)) add(line, kind);
  if (findings.some(({ smell }) => smellsOfParameters.has(smell))) addContinuation(first);
  // The name of the function stands above already.
  else if (picked.size === 1 && head !== null) return null;
  const lines = [...picked].map(([line, kind]) => ({ line, kind })).sort((a, b) => a.line - b.line);
  return lines.length === 0 ? null : { code, lines };

  /** What stands in brackets that a line leaves open belongs to it: a long condition, or parameters. */
  function addContinuation(line: number): void {
    if (!staysOpen(code?.[line - 1] ?? '')) return;
    for (let next = 1; next <= mostContinued; next++) add(line + next, 'around');
  }
}

/** `if (`, `settle(order,`, `Panel = ({`. */
function staysOpen(text: string): boolean {
  const end = text.trimEnd().replace(/\{$/, '').trimEnd();
  return ['(', '[', ','].some((bracket) => end.endsWith(bracket));
}

/**
 * Where a function that is too complex branches: the deepest places, of a function that was there before only those
 * whose text its file did not have. By their look, because a report holds numbers and no syntax: this picks what is
 * shown, and judges nothing.
 */
function branchesOf(
  { head, endLine, findings }: Group,
  code: readonly string[],
  { style, textsOf }: Source,
): readonly FrameLine[] {
  if (head === null || !findings.some(({ smell }) => branchingSmells.has(smell))) return [];
  const otherSide = findings.find((finding) => finding.otherSide !== null)?.otherSide;
  const old = otherSide ? style.code(otherSide.path, 'old') : null;
  // Of a function that was there, and whose old code is not at hand, nobody knows what is new.
  if (otherSide && old === null) return [];
  const known = textsOf(old ?? []);
  const kind = old === null ? 'around' : 'new';
  return code
    .slice(head, endLine)
    .map((text, index) => ({ line: head + 1 + index, kind, text }) as const)
    .filter(({ text }) => branching.test(text) && !comment.test(text) && !known.has(text.trim()))
    .sort((a, b) => indentationOf(b.text) - indentationOf(a.text) || a.line - b.line)
    .slice(0, mostBranches);
}

const branchingSmells = new Set([
  'complex-method',
  'brain-method',
  'bumpy-road-ahead',
  'deep-nested-complexity',
]);
const smellsOfParameters = new Set(['excess-number-of-function-arguments', 'constructor-over-injection']);
const branching = /\b(?:if|for|while|switch|case|catch)\b|&&|\|\||(?:^|\s)\?\s/;
const comment = /^\s*(?:\/\/|\/?\*)/;

function indentationOf(text: string): number {
  return text.search(/\S|$/);
}
