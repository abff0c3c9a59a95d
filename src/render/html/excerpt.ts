/** A pane of code ends after so many lines; what is left out is said. */
export const mostLines = 36;
const headLines = 3;
const contextLines = 2;

/** A run of lines that is shown, or one that is left out; indexes, the last one inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly isShown: boolean;
}

/**
 * Which lines of an excerpt are shown: all where there are few; else how it begins and what changed with a little
 * around it; else its first lines.
 */
export function chooseLines(count: number, changed: ReadonlySet<number>): readonly Stretch[] {
  if (count <= mostLines) return count === 0 ? [] : [{ first: 0, last: count - 1, isShown: true }];
  const shown = changed.size === 0 ? firstLines(mostLines) : aroundChanges(count, changed);
  return toStretches(count, shown);
}

function firstLines(count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, index) => index));
}

function aroundChanges(count: number, changed: ReadonlySet<number>): ReadonlySet<number> {
  const wanted = new Set(firstLines(headLines));
  for (const index of [...changed].sort((a, b) => a - b)) {
    for (let near = index - contextLines; near <= index + contextLines; near += 1) {
      if (near >= 0 && near < count) wanted.add(near);
    }
  }
  const inOrder = [...wanted].sort((a, b) => a - b);
  return new Set(inOrder.slice(0, mostLines));
}

function toStretches(count: number, shown: ReadonlySet<number>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let index = 0; index < count; index += 1) {
    const last = stretches.at(-1);
    const isShown = shown.has(index);
    if (last && last.isShown === isShown) stretches[stretches.length - 1] = { ...last, last: index };
    else stretches.push({ first: index, last: index, isShown });
  }
  return stretches;
}
