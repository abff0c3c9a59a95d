/** More comparisons than this are not made: such code is shown without marks. */
const mostComparisons = 400_000;

/** Which lines of either side the other one does not have, by index. */
export interface LineChanges {
  readonly removed: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
}

/** Compares two pieces of code line by line, white space at the ends of a line apart. */
export function findLineChanges(before: readonly string[], after: readonly string[]): LineChanges {
  const old = before.map((line) => line.trimEnd());
  const head = after.map((line) => line.trimEnd());
  const start = countEqual(old, head, (side, index) => side[index]);
  const most = Math.min(old.length, head.length) - start;
  const end = Math.min(
    most,
    countEqual(old, head, (side, index) => side[side.length - 1 - index]),
  );
  const middle = [old.slice(start, old.length - end), head.slice(start, head.length - end)] as const;
  const kept = longestCommon(...middle);
  const rest = (lines: readonly string[], common: readonly number[]) => {
    const known = new Set(common);
    const indexes = lines.flatMap((_, index) => (known.has(index) ? [] : [index + start]));
    return new Set(indexes);
  };
  return { removed: rest(middle[0], kept.old), added: rest(middle[1], kept.head) };
}

/**
 * Where a side lacks what the other one has: the line that follows there, or the last one.
 * @param others lines that only the other side has
 * @param own lines that only this side has
 * @param count of this side's lines
 */
export function findSeams(
  others: ReadonlySet<number>,
  own: ReadonlySet<number>,
  count: number,
): ReadonlySet<number> {
  const kept = Array.from({ length: count }, (_, index) => index).filter((index) => !own.has(index));
  const inOrder = [...others].sort((a, b) => a - b);
  // Before the n-th of them stand as many kept lines as its index says, but for the n before it.
  return new Set(
    inOrder.flatMap((index, before) => (count === 0 ? [] : [kept[index - before] ?? count - 1])),
  );
}

function countEqual(
  old: readonly string[],
  head: readonly string[],
  at: (side: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(old.length, head.length);
  let count = 0;
  while (count < most && at(old, count) === at(head, count)) count += 1;
  return count;
}

interface Common {
  readonly old: readonly number[];
  readonly head: readonly number[];
}

/** The longest run of lines that stand in both, in order, by index (dynamic programming from the end). */
function longestCommon(old: readonly string[], head: readonly string[]): Common {
  if (old.length * head.length > mostComparisons) {
    return { old: old.map((_, index) => index), head: head.map((_, index) => index) };
  }
  const width = head.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = head.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === head[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const common: { old: number[]; head: number[] } = { old: [], head: [] };
  let row = 0;
  let column = 0;
  while (row < old.length && column < head.length) {
    if (old[row] === head[column]) {
      common.old.push(row++);
      common.head.push(column++);
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}
