import type { FileSides, FunctionLinks } from './link-functions.ts';
import type { PlacedFinding } from './pair-findings.ts';

/** Smells of files that count lines of code, which formatting moves. */
const countsLines: ReadonlySet<string> = new Set([
  'lines-of-code-in-a-single-file',
  'overall-function-size',
  'brain-class',
]);

/** Tells a change of formatting from one of code: formatting moves lines of code, and through them findings. */
export interface Formatting {
  /** Every function of a file stands on both sides and reads the same, white space and comments aside. */
  readonly sameFunctions: (file: number) => boolean;
  /** A finding that only formatting can have brought, changed or taken away. */
  readonly explains: (placed: PlacedFinding, side: keyof FileSides, functionIndex: number | null) => boolean;
}

/** Compares the functions of both sides by their tokens. */
export function formattingOf(sides: readonly FileSides[], links: FunctionLinks): Formatting {
  const isSameBody = (file: number, side: keyof FileSides, index: number) => {
    const fn = sides[file]?.[side]?.functions[index];
    const other = side === 'old' ? links.newOf(file, index) : links.oldOf(file, index);
    return fn !== undefined && other?.file === file && other.fn.bodyHash === fn.bodyHash;
  };
  const same = sides.map(({ old, new: head }, file) => {
    if (!old || !head || old.functions.length !== head.functions.length) return false;
    return head.functions.every((_, index) => isSameBody(file, 'new', index));
  });
  const sameFunctions = (file: number) => same[file] ?? false;
  return {
    sameFunctions,
    explains: ({ file, finding }, side, index) => {
      if (finding.function === null) return countsLines.has(finding.smell) && sameFunctions(file);
      // Likeness depends on another function as well, which may be the one that changed.
      return finding.smell !== 'code-duplication' && index !== null && isSameBody(file, side, index);
    },
  };
}
