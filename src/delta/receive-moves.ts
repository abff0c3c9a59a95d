import type { DuplicatePair, FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import type { FileSides, FunctionLinks } from './link-functions.ts';

/**
 * The old side of each file as if the functions that came in from other files had stood there before, each as it was,
 * with its likeness to others that came with it, its suppressions, and its class where that came whole. What is worse
 * than this old side was made worse by the change and not only moved.
 *
 * @returns one for each file in their order; `null` where no function came in.
 */
export function receiveMoves(
  files: readonly FileSides[],
  { moves }: FunctionLinks,
): readonly (FileMetrics | null)[] {
  return files.map(({ old, new: head }, file) => {
    const arrivals = moves.filter((move) => move.new.file === file);
    if (!head || arrivals.length === 0) return null;
    const origins = [...new Set(arrivals.map((move) => move.old.file))];
    return origins.reduce((received, origin) => {
      const from = files[origin]?.old;
      const indexes = arrivals.filter((move) => move.old.file === origin).map((move) => move.old.index);
      return from ? receive(received, from, indexes) : received;
    }, old ?? createEmpty(head));
  });
}

function createEmpty({ isTest }: FileMetrics): FileMetrics {
  return {
    lines: 0,
    functionLinesOfCode: 0,
    isTest,
    functions: [],
    classes: [],
    global: { cyclomaticComplexity: 1, maxNestingDepth: 0, line: 1 },
    assertionBlocks: [],
    duplicates: [],
    suppressions: [],
  };
}

/** Puts functions of one file below the end of another, as far apart from each other as they were. */
function receive(into: FileMetrics, from: FileMetrics, indexes: readonly number[]): FileMetrics {
  const offset = into.lines;
  const taken = [...indexes].sort((a, b) => a - b);
  const added = taken.flatMap((index) => from.functions[index] ?? []);
  const positions = new Map(taken.map((index, at) => [index, into.functions.length + at]));
  const classes = from.classes.filter((one) => isWhole(one, from, positions));
  const functions = [...into.functions, ...added.map((fn) => shiftFunction(fn, offset))];
  return {
    ...into,
    lines: into.lines + from.lines,
    functionLinesOfCode: functions.reduce((sum, { linesOfCode }) => sum + linesOfCode, 0),
    functions,
    classes: [...into.classes, ...classes.map((one) => shiftLines(one, offset))],
    duplicates: [...into.duplicates, ...from.duplicates.flatMap((pair) => movePair(pair, positions))],
    suppressions: [
      ...into.suppressions,
      ...from.suppressions.flatMap((comment) => {
        const scope = typeof comment.scope === 'number' ? positions.get(comment.scope) : undefined;
        return scope === undefined ? [] : [{ ...comment, line: comment.line + offset, scope }];
      }),
    ],
  };
}

interface Lines {
  readonly line: number;
  readonly endLine: number;
}

function isWhole({ line, endLine }: Lines, { functions }: FileMetrics, taken: ReadonlyMap<number, number>) {
  const own = functions.flatMap((fn, index) => (line <= fn.line && fn.endLine <= endLine ? [index] : []));
  return own.length > 0 && own.every((index) => taken.has(index));
}

function movePair(
  { first, second, similarity }: DuplicatePair,
  positions: ReadonlyMap<number, number>,
): readonly DuplicatePair[] {
  const [a, b] = [positions.get(first), positions.get(second)];
  return a === undefined || b === undefined ? [] : [{ first: a, second: b, similarity }];
}

function shiftFunction(fn: FunctionMetrics, offset: number): FunctionMetrics {
  const shift = <T extends { readonly line: number }>(each: T): T => ({ ...each, line: each.line + offset });
  return {
    ...shiftLines(fn, offset),
    complexConditions: fn.complexConditions.map(shift),
    embeddedBlocks: fn.embeddedBlocks.map(shift),
  };
}

function shiftLines<T extends Lines>(each: T, offset: number): T {
  return { ...each, line: each.line + offset, endLine: each.endLine + offset };
}
