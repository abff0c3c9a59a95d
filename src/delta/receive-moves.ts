import type { DuplicatePair, FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import type { FileSides, FunctionLinks } from './link-functions.ts';
import type { FunctionPlace } from './match-moves.ts';

/** A side of a file that was put together, and where each of its functions stood on the old side. */
export interface ReceivedSide {
  readonly metrics: FileMetrics;
  /** By index of the function. */
  readonly origins: readonly OldPlace[];
}

type OldPlace = Pick<FunctionPlace, 'file' | 'index'>;

/**
 * The old side of each file as if the functions that came in from other files had stood there before, each as it was,
 * with its likeness to others that came with it, and its class where that came whole. What is worse than this old side
 * was made worse by the change and not only moved.
 *
 * @returns one for each file in their order; `null` where no function came in.
 */
export function receiveMoves(
  files: readonly FileSides[],
  { moves }: FunctionLinks,
): readonly (ReceivedSide | null)[] {
  return files.map(({ old, new: head }, file) => {
    const arrivals = moves.filter((move) => move.new.file === file);
    if (!head || arrivals.length === 0) return null;
    const donors = [...new Set(arrivals.map((move) => move.old.file))];
    return donors.reduce(
      (received, donor) => {
        const from = files[donor]?.old;
        const indexes = arrivals.filter((move) => move.old.file === donor).map((move) => move.old.index);
        return from ? receive(received, { file: donor, metrics: from }, indexes) : received;
      },
      startFrom(old ?? createEmpty(head), file),
    );
  });
}

function startFrom(metrics: FileMetrics, file: number): ReceivedSide {
  return { metrics, origins: metrics.functions.map((_, index) => ({ file, index })) };
}

function createEmpty({ isTest }: FileMetrics): FileMetrics {
  return {
    lines: 0,
    isTest,
    functions: [],
    classes: [],
    global: { cyclomaticComplexity: 1, maxNestingDepth: 0, line: 1 },
    assertionBlocks: [],
    duplicates: [],
    suppressions: [],
  };
}

interface Donor {
  readonly file: number;
  readonly metrics: FileMetrics;
}

/** Puts functions of one file below the end of another, as far apart from each other as they were. */
function receive(
  { metrics: into, origins }: ReceivedSide,
  { file, metrics: from }: Donor,
  indexes: readonly number[],
): ReceivedSide {
  const offset = into.lines;
  const taken = [...indexes].sort((a, b) => a - b);
  const added = taken.flatMap((index) => from.functions[index] ?? []);
  const positions = new Map(taken.map((index, at) => [index, into.functions.length + at]));
  const classes = from.classes.filter((one) => isWhole(one, from, positions));
  const functions = [...into.functions, ...added.map((fn) => shiftFunction(fn, offset))];
  const metrics = {
    ...into,
    lines: into.lines + from.lines,
    functions,
    classes: [...into.classes, ...classes.map((one) => shiftLines(one, offset))],
    duplicates: [...into.duplicates, ...from.duplicates.flatMap((pair) => movePair(pair, positions))],
  };
  return { metrics, origins: [...origins, ...taken.map((index) => ({ file, index }))] };
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
