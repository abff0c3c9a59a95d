/** From offsets to lines, as git counts them: U+2028 and a lone carriage return begin none. */
export interface LineMap {
  /** Lines of the text; a line break at its end begins no further one. */
  readonly count: number;
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
  /** 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
}

export function mapLines(text: string): LineMap {
  const starts = findLineStarts(text);
  const endsWithBreak = starts[starts.length - 1] === text.length;
  return {
    count: endsWithBreak ? starts.length - 1 : starts.length,
    starts,
    lineAt: (offset) => findLastAtMost(starts, offset) + 1,
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let lineBreak = text.indexOf('\n'); lineBreak >= 0; lineBreak = text.indexOf('\n', lineBreak + 1)) {
    starts.push(lineBreak + 1);
  }
  return starts;
}

/** Index of the last of the ascending values that is not above the wanted one; -1 where all are. */
export function findLastAtMost(values: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
